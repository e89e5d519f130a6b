import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { shipped } from './house.mts';
import { errorsIn, wordingsIn } from './wording.mts';
import { choicesOf, description, everyField, everyRow, operations } from './description.mts';

const credential = new AwsSocialMessagingApi();
const allFields = [...everyField, ...credential.properties];
const notices = allFields.filter(({ type }) => type === 'notice');
/** What a person fills in. */
const fields = allFields.filter(({ type }) => type !== 'notice' && type !== 'hidden');
const choices = fields.filter(({ name }) => name !== 'region').flatMap(choicesOf);
const modes = fields.flatMap((field) => field.modes ?? []);

/** Small words, and words that are written as their owners write them. */
const AS_THEY_ARE =
	/^(a|an|and|as|at|by|for|in|of|on|or|to|the|via|JSON|URL|ID|ARN|S3|MIME|API|SNS|STS|\(.*)$/;

const labels = [
	...fields.map(({ displayName }) => displayName),
	...everyRow.map(({ displayName }) => displayName),
	...choices.map(({ name }) => name),
	...modes.map(({ displayName }) => displayName),
	description.displayName,
	credential.displayName,
];

const descriptions = [
	description.description,
	...fields.flatMap(({ description: text = [], hint = [] }) => [text, hint].flat()),
	...choices.flatMap(({ description: text = [] }) => text),
];

const everyText = [
	...labels,
	...descriptions,
	...notices.map(({ displayName }) => displayName),
	...[...fields, ...modes].flatMap(({ placeholder = [] }) => placeholder),
	...operations.map(({ operation }) => operation.action ?? ''),
];

describe('labels', () => {
	it('are in title case', () => {
		for (const label of labels) {
			for (const word of label.split(' ')) {
				if (!AS_THEY_ARE.test(word))
					expect([label, word]).toEqual([label, expect.stringMatching(/^[A-Z]/)]);
			}
			expect(label).toMatch(/^[A-Z]/);
			expect(label).not.toMatch(/[.:]$/);
		}
	});

	it('are short enough for the panel', () => {
		for (const label of labels) expect(label.length).toBeLessThanOrEqual(35);
	});

	it('do not speak of binary properties', () => {
		expect(everyText.filter((text) => /\bbinary\b/i.test(text))).toEqual([]);
	});
});

describe('notices', () => {
	it('are whole sentences, few enough to be read, that hold nothing to fill in', () => {
		expect(notices.length).toBeGreaterThan(0);
		for (const { displayName, default: initial, description: text } of notices) {
			expect(displayName).toMatch(/^[A-Z][a-z]* [^]*\.$/);
			expect(displayName.length).toBeLessThanOrEqual(250);
			expect([initial, text]).toEqual(['', undefined]);
		}
	});
});

describe('descriptions', () => {
	it('begin with a capital letter or a number', () => {
		for (const text of descriptions) expect(text).toMatch(/^[A-Z\d]/);
	});

	it('end with a period only if they are several sentences', () => {
		for (const text of descriptions) {
			const isSeveral = /[.!?] \S/.test(text.replace(/e\.g\. /g, ''));
			expect([text, text.endsWith('.')]).toEqual([text, isSeveral]);
		}
	});

	it('of switches begin with "Whether"', () => {
		for (const { type, description: text } of fields) {
			if (type === 'boolean') expect(text).toMatch(/^Whether /);
		}
	});

	it('add something to the label', () => {
		for (const { displayName, description: text } of fields) {
			if (text !== undefined) expect(text.toLowerCase()).not.toBe(displayName.toLowerCase());
		}
	});

	it('are there, or an example is, wherever one has to type', () => {
		const silent = everyField.filter(
			({ type, description: text, hint, placeholder, default: initial }) =>
				['string', 'number', 'json', 'resourceLocator'].includes(type) &&
				[text, hint, placeholder].every((each) => each === undefined) &&
				initial === '',
		);
		expect(silent.map(({ name }) => name)).toEqual([]);
	});

	it('name other fields and operations as they are shown', () => {
		const names = [...labels, ...operations.map(({ operation }) => operation.name)];
		const quoted = descriptions.flatMap((text) => [...text.matchAll(/'([A-Z][^']*)'/g)]);
		for (const [, name] of quoted) expect(names).toContain(name);
	});
});

describe('placeholders', () => {
	it('begin with "e.g.", and those of what one can add with "Add"', () => {
		for (const { name, type, placeholder } of fields) {
			const isAdded = type === 'collection' || type === 'fixedCollection';
			if (isAdded) {
				expect([name, placeholder]).toEqual([name, expect.stringMatching(/^Add [a-z ]+$/)]);
			} else if (placeholder !== undefined) {
				expect([name, placeholder]).toEqual([name, expect.stringMatching(/^e\.g\. \S/)]);
			}
		}
		for (const { type, placeholder } of modes) {
			if (type === 'string') expect(placeholder).toMatch(/^e\.g\. \S/);
		}
	});
});

describe('all texts', () => {
	it('are free of emoji, spaces at their ends and double spaces', () => {
		for (const text of everyText) {
			expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
			expect(text).toBe(text.trim());
			expect(text).not.toMatch(/ {2}/);
		}
	});

	it('write names as their owners do', () => {
		for (const text of everyText) {
			expect(text).not.toMatch(/\b(Whatsapp|whatsApp|Aws|Json|Url|Arn|Sns|Kms|meta|facebook)\b/);
		}
	});

	it('do not alarm', () => {
		expect(everyText.filter((text) => /\b(error|problem|failure|mistake)\b/i.test(text))).toEqual(
			[],
		);
	});
});

/** Words that give a translation away, or that n8n has another word for; beside each, what to write. */
const NOT_OUR_WORDS: Array<[wrong: RegExp, right: string]> = [
	[/\bblanks?\b/i, 'space'],
	[/\bline ends?\b/i, 'line break'],
	[/\bsmall letters?\b/i, 'lowercase letters'],
	[/\bcapital(s| letters?)\b/i, 'uppercase letters'],
	[/\b(is|are) none\b/i, 'is not a …'],
	[/\b(some|any)body\b/i, 'someone, anyone'],
	[/\bwhoever\b/i, 'who'],
	[/\bhand in\b/i, 'submit'],
	[/\bfor instance\b/i, 'such as, for example'],
	[/\bby way of\b/i, 'via'],
	[/\bin front of\b/i, 'before'],
	[/\bonce more\b/i, 'again'],
	[/\ball the same\b/i, 'anyway'],
	[/\banew\b/i, 'again'],
	[/\bmended?\b/i, 'fix, correct'],
	[/\b(has|have|had) to (be|have)\b/i, 'must'],
	[/(?<!bucket that )\bholds?\b/i, 'contains'],
	[/\b(you gave|you asked for)\b/i, 'You entered'],
	[/\btakes? it out\b/i, 'remove it'],
	[/\bgo(es)? with\b/i, 'cannot be used with'],
	[/\b(is|are) there twice\b/i, 'appears twice'],
	[/\bweb address\b/i, 'URL'],
	[/\bset-up\b/i, 'setup'],
	[/\bis no (valid )?[a-z]+ (of|code)\b/i, 'is not a …'],
	[/\b(finds|found) nothing\b/i, 'returns nothing'],
	[/\b(behaviour|cancelled|dialled|colour|centre|recognise)/i, 'the American spelling'],
];

describe('the words of every text', () => {
	const texts = [
		...everyText.map((text) => ({ at: 'the editor', text })),
		...shipped.flatMap(wordingsIn),
	];

	it.each(NOT_OUR_WORDS)('are without %s: %s', (wrong) => {
		const found = texts.filter(({ text }) => wrong.test(text));
		expect(found.map(({ at, text }) => `${at}: ${text}`)).toEqual([]);
	});

	it('are found in all rooms', () => {
		const rooms = new Set(texts.map(({ at }) => at.replace(/\/.*/, '')));
		for (const room of ['form', 'whatsapp', 'aws', 'credentials', 'engine', 'nodes']) {
			expect(rooms).toContain(room);
		}
	});
});

describe('errors', () => {
	const errors = shipped.flatMap(errorsIn);

	const unlike = (part: string, form: RegExp) =>
		errors
			.filter((each) => each.part === part && each.text !== '' && !form.test(each.text))
			.map(({ at, text }) => `${at}: ${text}`);

	it('are found', () => {
		expect(errors.length).toBeGreaterThan(200);
	});

	it('say what happened, without a period', () => {
		expect(unlike('message', /^(['"…A-Z]|n8n)[^]*[^.!]$/)).toEqual([]);
	});

	it('say what to do in whole sentences', () => {
		expect(unlike('advice', /^(['"…A-Z{ ]|n8n)[^]*[.…?)]$/)).toEqual([]);
	});
});

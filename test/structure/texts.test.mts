import { shipped } from './house.mts';
import { errorsIn } from './wording.mts';
import { everyField, operations } from './description.mts';
import { descriptions, everyText, fields, labels, modes, notices } from './editorTexts.mts';

/** Small words, and words that are written as their owners write them. */
const AS_THEY_ARE =
	/^(a|an|and|as|at|by|for|in|of|on|or|per|to|the|via|JSON|URL|ID|ARN|S3|MIME|API|SNS|STS|\(.*)$/;

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
	it('are whole sentences, short enough to read, without an input', () => {
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

	it('exist, or an example does, wherever a value is typed', () => {
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
	it('begin with "e.g.", and with "Add" for what can be added', () => {
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
	it('are free of emoji, surrounding spaces and double spaces', () => {
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

	it('do not sound alarming', () => {
		expect(everyText.filter((text) => /\b(error|problem|failure|mistake)\b/i.test(text))).toEqual(
			[],
		);
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

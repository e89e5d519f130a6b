import { AwsSocialMessagingApi } from '../../credentials/AwsSocialMessagingApi.credentials.ts';
import { choicesOf, description, everyField, operations } from './description.mts';

const credential = new AwsSocialMessagingApi();
const fields = [...everyField, ...credential.properties];
const choices = fields.filter(({ name }) => name !== 'region').flatMap(choicesOf);

/** Small words, and words that are written as their owners write them. */
const AS_THEY_ARE =
	/^(a|an|and|at|by|for|in|of|or|to|the|via|JSON|URL|ID|ARN|S3|MIME|API|SNS|STS|\(.*)$/;

const labels = [
	...fields.map(({ displayName }) => displayName),
	...choices.map(({ name }) => name),
	...fields.flatMap(({ modes = [] }) => modes.map(({ displayName }) => displayName)),
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
	...fields.flatMap(({ placeholder = [] }) => placeholder),
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

	it('do not speak of binary properties', () => {
		expect(everyText.filter((text) => /binary/i.test(text))).toEqual([]);
	});
});

describe('descriptions', () => {
	it('begin with a capital letter', () => {
		for (const text of descriptions) expect(text).toMatch(/^[A-Z]/);
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
});

describe('placeholders', () => {
	it('begin with "e.g."', () => {
		for (const { type, placeholder } of fields) {
			if (placeholder === undefined || type === 'collection') continue;
			expect(placeholder).toMatch(/^e\.g\. \S/);
		}
		for (const { placeholder } of fields.flatMap(({ modes = [] }) => modes)) {
			if (placeholder !== undefined) expect(placeholder).toMatch(/^e\.g\. \S/);
		}
	});
});

describe('all texts', () => {
	it('are free of emoji, blanks at their ends and double blanks', () => {
		for (const text of everyText) {
			expect(text).not.toMatch(/\p{Extended_Pictographic}/u);
			expect(text).toBe(text.trim());
			expect(text).not.toMatch(/ {2}/);
		}
	});

	it('do not alarm', () => {
		expect(everyText.filter((text) => /\b(error|problem|failure|mistake)\b/i.test(text))).toEqual(
			[],
		);
	});
});

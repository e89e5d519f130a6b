import { grouped } from '../../../form/counts.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

interface TextField {
	type: string;
	/** What the error calls it. */
	label: string;
	/** A form with the text in this field. */
	values: (text: unknown) => Record<string, unknown>;
	/** The content with the text in it, or without it. */
	content: (text: string | undefined) => unknown;
	/** Longest text, in Unicode code points. */
	max?: number;
	required?: true;
	/** Texts that are cut at their ends before they are sent, as an identifier is. */
	trimmed?: true;
	/** In rows and collections a resource locator counts as its value. */
	isInner?: true;
}

const sentAs = ({ trimmed }: TextField, text: string) => (trimmed ? text.trim() : text);

/** Tests that hold for every field for text. */
export function behavesAsText(field: TextField): void {
	const { type, label, values, content, max, required } = field;
	const refused = (text: unknown) => refusalOf(() => contentOf(type, values(text)));

	const fitting = HOSTILE_TEXTS.filter(([, text]) => [...text].length <= (max ?? Infinity));
	it.each(fitting)('keeps %s', (_name, text) => {
		expect(contentOf(type, values(text))).toEqual(content(sentAs(field, text)));
	});

	it.each<[unknown, string]>([
		[42, '42'],
		[0, '0'],
		[false, 'false'],
	])('is made of the expression value %p', (value, text) => {
		expect(contentOf(type, values(value))).toEqual(content(text));
	});

	const notText = NOT_TEXT.filter(([name]) => !field.isInner || name !== 'a resource locator');
	it.each(notText)('is not %s', (_name, value) => {
		expect(refused(value).message).toBe(`'${label}' is not text`);
	});

	it.each(['', ' \n', null, undefined])(
		required ? 'is not empty: %p' : 'may be empty: %p',
		(value) => {
			if (required) expect(refused(value).message).toBe(`'${label}' is empty`);
			else expect(contentOf(type, values(value))).toEqual(content(undefined));
		},
	);

	it.each(['x', '👍'])(`has at most ${max ?? 'any number of'} characters (%p)`, (character) => {
		const longest = character.repeat(max ?? 10_240);
		expect(contentOf(type, values(longest))).toEqual(content(longest));
		if (max === undefined) return;
		const { message, description } = refused(longest + character);
		expect(message).toBe(`'${label}' is too long`);
		expect(description).toContain(`${grouped(max + 1)} characters`);
		expect(description).toContain(grouped(max));
	});
}

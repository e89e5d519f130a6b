import { fieldOf, propertyWith, type Field, type Look } from './field';
import { instant } from './instant';
import { link as linkReader, type LinkRule } from './link';
import { text as textReader, textToRead, type Read } from './readers';
import type { LimitOwner, TextRule } from './rule';

/** Whether there always is a value: a required value that is missing throws. */
type Given<L, T> = L extends { required: true } | { needed: true } ? T : T | undefined;

interface StringLook extends Look {
	/** What the panel holds to begin with: nothing, or an expression. */
	default?: string;
	/** Has to be filled in, though the panel does not mark it: in rows, where all are marked or none. */
	needed?: boolean;
}

/** The look of a field that is checked against a rule. */
type Ruled<R> = StringLook & { rule?: R };

function stringField<T>(
	displayName: string,
	name: string,
	{ default: initial = '', needed, ...look }: StringLook,
	max: number | undefined,
	readerFor: (required: boolean) => Read<T>,
): Field<T> {
	return fieldOf(
		propertyWith('string', { displayName, name, default: initial }, look, { max }),
		readerFor(look.required === true || needed === true),
	);
}

interface TextLook extends StringLook {
	/** In Unicode code points, which WhatsApp counts; {max} in the description. */
	max?: number;
	/** Whose limit it is; WhatsApp's if nothing is said. */
	by?: LimitOwner;
}

/** A text for people to read, spaces included; empty where it may be and is left out. */
export function text(
	displayName: string,
	name: string,
	{ max = Infinity, by, ...look }: TextLook = {},
): Field<string> {
	return stringField(displayName, name, look, max, (required) => textToRead({ max, by, required }));
}

/** An identifier or another text for machines: trimmed and checked; {max} in the description is the rule's. */
export function id<const L extends Ruled<TextRule>>(
	displayName: string,
	name: string,
	look: L,
): Field<Given<L, string>>;
export function id(
	displayName: string,
	name: string,
	{ rule = {}, ...look }: Ruled<TextRule>,
): Field {
	return stringField(displayName, name, look, rule.maxLength, (required) =>
		textReader({ ...rule, required: required || rule.required }),
	);
}

/** A link, as it is sent: with spaces and umlauts encoded; {max} in the description is the rule's. */
export function link<const L extends Ruled<LinkRule>>(
	displayName: string,
	name: string,
	look: L,
): Field<Given<L, string>>;
export function link(displayName: string, name: string, { rule, ...look }: Ruled<LinkRule>): Field {
	return stringField(displayName, name, look, rule?.maxLength, (required) =>
		linkReader(rule, required),
	);
}

/** A date with a time, as Unix time in milliseconds; without a time zone (IANA), it needs an offset. */
export const dateTime = (
	displayName: string,
	name: string,
	{ timeZone, ...look }: Omit<StringLook, 'needed'> & { timeZone?: string },
): Field<number | undefined> =>
	stringField(
		displayName,
		name,
		look,
		undefined,
		() => (value, label) =>
			value === undefined || value === null || value === ''
				? undefined
				: instant(value, label, timeZone),
	);

import { fieldOf, propertyWith, type Field, type Look } from './field';
import { instant } from './instant';
import { link as linkReader, type LinkRule } from './link';
import { text as textReader, textToRead } from './readers';
import type { LimitOwner, TextRule } from './rule';

/** What the panel holds to begin with: nothing, or an expression. */
interface Initial {
	default?: string;
}

/** Whether there always is a value: what has to be there and is not throws. */
type Given<L, T> = L extends { required: true } | { needed: true } ? T : T | undefined;

/** Fields that have to be filled in, though the panel does not mark them: in rows, where all are marked or none. */
interface Needed {
	needed?: boolean;
}

const stringProperty = (
	displayName: string,
	name: string,
	{ default: initial = '', ...look }: Look & Initial,
	limits?: Record<string, number | undefined>,
) => propertyWith('string', { displayName, name, default: initial }, look, limits);

interface TextLook extends Look, Initial, Needed {
	/** In Unicode code points, which WhatsApp counts; {max} in the description. */
	max?: number;
	/** Whose limit it is; WhatsApp's if nothing is said. */
	by?: LimitOwner;
}

/** A text for people to read, spaces included; empty where it may be and is left out. */
export function text(
	displayName: string,
	name: string,
	{ max = Infinity, by, needed, ...look }: TextLook = {},
): Field<string> {
	const required = look.required === true || needed === true;
	return fieldOf(
		stringProperty(displayName, name, look, { max }),
		textToRead({ max, by, required }),
	);
}

interface IdLook extends Look, Initial, Needed {
	rule?: TextRule;
}

/** An identifier or another text for machines: trimmed and checked; {max} in the description is the rule's. */
export function id<const L extends IdLook>(
	displayName: string,
	name: string,
	look: L,
): Field<Given<L, string>>;
export function id(
	displayName: string,
	name: string,
	{ rule = {}, needed, ...look }: IdLook,
): Field {
	const required = look.required === true || needed === true;
	return fieldOf(
		stringProperty(displayName, name, look, { max: rule.maxLength }),
		textReader({ ...rule, required: required || rule.required }),
	);
}

interface LinkLook extends Look, Initial, Needed {
	rule?: LinkRule;
}

/** A link, as it is sent: with spaces and umlauts encoded; {max} in the description is the rule's. */
export function link<const L extends LinkLook>(
	displayName: string,
	name: string,
	look: L,
): Field<Given<L, string>>;
export function link(
	displayName: string,
	name: string,
	{ rule, needed, ...look }: LinkLook,
): Field {
	const required = look.required === true || needed === true;
	return fieldOf(
		stringProperty(displayName, name, look, { max: rule?.maxLength }),
		linkReader(rule, required),
	);
}

/**
 * A date with a time and its offset, as Unix time in milliseconds; undefined while it is empty.
 *
 * @param timeZone IANA name of the zone of times without an offset, which are refused without it
 */
export const dateTime = (
	displayName: string,
	name: string,
	look: Look & Initial & { timeZone?: string },
): Field<number | undefined> => {
	const { timeZone, ...shown } = look;
	return fieldOf(stringProperty(displayName, name, shown), (value, label) =>
		value === undefined || value === null || value === ''
			? undefined
			: instant(value, label, timeZone),
	);
};

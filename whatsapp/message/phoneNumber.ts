import { nameOfCharacter } from '../../form/characters';
import { fieldOf, propertyWith, type Field, type Look } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import { quoted, textOf } from '../../form/rule';
import { COUNTRY_CODE, KEEPS_ZERO } from './countryCodes';
import { mayBeDomestic } from './withoutPlus';

/** A phone number as AWS wants it, or what a text is instead and what to do about it. */
export type PhoneNumberReading = { number: string } | { fault: string; advice: string };

/** What a text must not look like, and what is said then, which may tell of what was found. */
type Refused = Array<[pattern: RegExp, advice: string | ((found: string) => string)]>;

/** No number is longer than this, in any notation. */
const LONGEST = 200;

/** "+44 (0) 7911 …": the zero is for calls from within the country. */
const BRACKETED_ZERO = new RegExp(
	`^(\\(?(?:\\+|00)?\\(?(?!${KEEPS_ZERO})${COUNTRY_CODE}\\)?)\\(0\\)`,
);

/** A number that a spreadsheet or a program took for a measurement: "4915112345678.0". */
const FLOAT = /^(\d{7,15})\.0+$/;

/** … or grouped as an amount, in more groups than numbers within a country have: "4.915.112.345.678". */
const AMOUNT = /^\d{1,3}(?:\.\d{3}){3,}$/;

const EXAMPLE = 'Include the country code, e.g. +4915112345678.';
const WITH_PLUS = 'Start with + and the country code, e.g. +4915112345678.';
const ONE_NUMBER = 'Enter one number only.';

/** A character as an error shows it: itself where people see it, or its name. */
const named = (character: string) =>
	/[!-~]/.test(character) ? quoted(character) : nameOfCharacter(character);

/** Of the text, once its digits and signs are the usual ones. */
const IN_TEXT: Refused = [
	[/^=/, 'It starts like a formula. Remove the equals sign.'],
	[/^[a-z][\w+.-]*[:/]/i, `It starts with a word, like a link. Enter only the number. ${EXAMPLE}`],
	[
		/^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i,
		'A spreadsheet has shortened it, and digits are lost. Format the column as plain text there, and enter the number again.',
	],
	[
		/(?:\d\W*){7}(?:ext\w*|x|#)\W*\d+\W*$/i,
		'It has an extension, which WhatsApp cannot reach. Remove the extension.',
	],
	[/\p{L}/u, `It contains letters. ${EXAMPLE}`],
	[
		/^[\p{Pd}\u2212]\d/u,
		'It is a negative number, such as the result of a calculation. In an expression, put a number with hyphens in quotes.',
	],
	[/[\d+][^+]*\+/, `It has a + that isn't at the start. ${ONE_NUMBER}`],
	[/^\+?\d+,\d{1,2}$/, `It has decimals. Enter the number without them. ${EXAMPLE}`],
	[
		/[,;|&\n\r\u2028\u2029]/,
		(found) => `It contains ${named(found)}, which separates numbers. ${ONE_NUMBER}`,
	],
	[
		/[^\d+()./\s\p{Pd}\u2212]/u,
		(found) => `It contains ${named(found)}, which isn't allowed in a phone number. ${EXAMPLE}`,
	],
];

/** Of the text without spaces and hyphens. */
const IN_NOTATION: Refused = [
	[
		/\(0\)/,
		'It has a 0 in parentheses that may or may not be part of the number. Enter it without parentheses, as dialed from abroad.',
	],
	[
		/^\([1-9]/,
		`It starts with an area code in parentheses, which is a domestic format. ${WITH_PLUS}`,
	],
	[
		/^(?!\([^()]*\)$)(?:[^\d]*\d){7}.*[()](?:\D*\d){0,3}\D*$/,
		'It ends in parentheses, as around a count or a note. Remove anything that is not part of the number.',
	],
	[
		/^(?:[^.\d]*\d){7,}[^.\d]*\.(?:\d{1,3}|0+)$|\.\d$/,
		`It looks like a number with decimals. Enter the number without them. ${EXAMPLE}`,
	],
	// "+49 151/12345678", where the area code ends. "+49 89 1234567/68" is two numbers.
	[
		/^(?!\(?(?:\+|00)(?:\D*\d){1,7}\D*\/(?:[^\d/]*\d){5,}[^\d/]*$).*\//,
		`It has a slash, after which another number may begin. Enter it without the slash. ${ONE_NUMBER}`,
	],
];

/** Of the number that it comes to, whatever its country. */
const IN_NUMBER: Refused = [
	[/^\+?0/, `It starts with 0, which is the domestic format. ${WITH_PLUS}`],
	[/^\+?\d{0,6}$/, `It has fewer than 7 digits. ${EXAMPLE}`],
	[/^\+\d{16}/, `It has more than 15 digits, the maximum for a phone number. ${ONE_NUMBER}`],
];

/** Of the number, as its country code says. */
const IN_COUNTRY: Refused = [
	[
		new RegExp(`^\\+(?!${COUNTRY_CODE})\\d{3}`),
		(found) => `No country code in use matches ${found}. Check the country code.`,
	],
	[
		new RegExp(`^\\+(?!${KEEPS_ZERO})${COUNTRY_CODE}0`),
		'It has a 0 after the country code, which is the domestic format. Remove that 0.',
	],
	[
		/^\+[17](?!\d{10}$)/,
		'Numbers that start with +1 or +7 have exactly 10 more digits. Check the country code and the number.',
	],
	// Where another prefix than 0 is for calls from within the country, it makes the number too long.
	[
		/^\+(?:54\d{12}|370\d{9}|375\d{10}|993\d{9}|998\d{10})/,
		'It has more digits than phone numbers in its country. Remove the prefix for domestic calls, such as 8 or 15.',
	],
];

function adviceOn(text: string, refused: Refused): string | undefined {
	for (const [pattern, advice] of refused) {
		const [found] = pattern.exec(text) ?? [];
		if (found !== undefined) return typeof advice === 'string' ? advice : advice(found);
	}
	return undefined;
}

/** The digits of every script stand in Unicode in rows of ten, each beginning with its zero. */
function latinDigit(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let first = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
	return String((code - first) % 10);
}

/** A sign of the wide forms, such as "＋", in its usual form. */
const narrow = (sign: string) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0);

/**
 * The text with the usual digits and signs, without quotes around it, and without invisible marks. The
 * mark that reverses what people see stays: they have seen another number.
 */
function plain(text: string): string {
	return text
		.replace(/(?!\u202e)\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/[\uff01-\uff5e]/g, narrow)
		.replace(/(?![0-9])\p{Nd}/gu, latinDigit)
		.replace(/^[\s"'‘’“”„]+|[\s"'‘’“”„]+$/g, '');
}

/** What its country code says against a number. Without "+", people see what was taken for the code. */
function adviceOnCountry(number: string, hasPlus: boolean): string | undefined {
	const advice = adviceOn(number, IN_COUNTRY);
	if (advice === undefined || hasPlus) return advice;
	return `Without a +, it is read as ${number}. ${advice}`;
}

/** Why a text is not a number; undefined where it is one. */
function adviceAgainst(written: string, notation: string, number: string): string | undefined {
	const advice =
		adviceOn(written, IN_TEXT) ?? adviceOn(notation, IN_NOTATION) ?? adviceOn(number, IN_NUMBER);
	if (advice !== undefined) return advice;
	if (!/^\D*(?:\+|00)/.test(notation) && mayBeDomestic(written)) {
		return `Without a +, it may be a domestic number, judging by its grouping. ${WITH_PLUS}`;
	}
	return adviceOnCountry(number, written.includes('+'));
}

/**
 * Reads an international phone number as people and programs write it. Spaces, hyphens, dots, brackets,
 * a slash after the area code, quotes, invisible marks and the digits of all scripts are notation; "00"
 * stands for "+", "(0)" after a country code goes, and so do the decimals of "4915112345678.0". A missing
 * "+" is added, since the numbers of received messages come without it, unless the number is grouped so
 * that it may be a domestic one. What could be another number than the one that is meant is refused.
 */
export function readPhoneNumber(text: string): PhoneNumberReading {
	const fault = 'is not an international phone number';
	const given = text.trim();
	if (given.length > LONGEST) {
		return { fault, advice: `You entered ${quoted(given)}. It is too long. ${EXAMPLE}` };
	}
	const written = plain(given)
		.replace(FLOAT, '$1')
		.replace(AMOUNT, (amount) => amount.replaceAll('.', ''));
	if (written === '') return { fault: 'is empty', advice: `Enter a phone number. ${EXAMPLE}` };
	const notation = written.replace(/[\s\p{Pd}\u2212]/gu, '').replace(BRACKETED_ZERO, '$1');
	const number = notation.replace(/[()./]/g, '').replace(/^(?:00|(?=[1-9]))/, '+');
	const advice = adviceAgainst(written, notation, number);
	if (advice === undefined) return { number };
	return { fault, advice: `You entered ${quoted(text)}. ${advice}` };
}

/** A phone number as AWS wants it: "+", country code, number; a FieldError says why it is not one. */
export function phoneNumberOf(text: string, label: string): string {
	const reading = readPhoneNumber(text);
	if ('number' in reading) return reading.number;
	throw new FieldError(`'${label}' ${reading.fault}`, reading.advice);
}

/** A phone number that has to be there. */
export const phoneNumberField = (displayName: string, name: string, look: Look): Field<string> =>
	fieldOf(
		propertyWith('string', { displayName, name, default: '' }, look),
		(value, label): string => phoneNumberOf(textOf(value, label), label),
	);

import { FieldError } from '../request/fieldError';
import { quoted } from '../request/rule';

/** Blanks, dots, hyphens, and the invisible marks that come along when a number is copied. */
const NOT_PART_OF_A_NUMBER = /[\s.\-\u2010-\u2015\p{Cf}]/gu;

/**
 * A phone number as AWS wants it: "+", country code, number. Blanks, brackets, dots and hyphens go,
 * "00" becomes "+", and a missing "+" is added, since numbers of received messages come without it.
 *
 * @throws FieldError for anything that is not an international number
 */
export function phoneNumberOf(text: string, label: string): string {
	const characters = text.replace(NOT_PART_OF_A_NUMBER, '').replace(/^00/, '+');
	// "+49 (0) 151 …": the zero is for calls from within the country.
	const digits = characters.replace(/^(\+\d{1,3})\(0\)/, '$1').replace(/[()]/g, '');
	const number = digits.startsWith('+') ? digits : `+${digits}`;
	if (!/^\+[1-9]\d{6,14}$/.test(number)) {
		throw new FieldError(
			text.trim() === ''
				? `'${label}' is empty`
				: `'${label}' is not an international phone number`,
			text.trim() === ''
				? "Enter the recipient's phone number, e.g. +4915112345678."
				: `You gave ${quoted(text)}. Write it with country code and without the leading zero of the area code, e.g. +4915112345678.`,
		);
	}
	return number;
}

import { FieldError } from '../request/fieldError';
import { quoted } from '../request/rule';

/**
 * A phone number as AWS wants it: "+", country code, number. Blanks, brackets, dots and hyphens go,
 * "00" becomes "+", and a missing "+" is added, since numbers of received messages come without it.
 *
 * @throws FieldError for anything that is not an international number
 */
export function phoneNumberOf(text: string, label: string): string {
	const digits = text.replace(/[\s().\-\u00a0\u2010-\u2015\u202a-\u202e\u2066-\u2069]/g, '');
	const number = digits.replace(/^00/, '+').replace(/^(?!\+)/, '+');
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

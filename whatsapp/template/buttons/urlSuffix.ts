import { grouped, howMany } from '../../../form/counts';
import { FieldError } from '../../../form/fieldError';
import { checkLinkCharacters } from '../../../form/link';
import type { Read } from '../../../form/readers';
import { quoted, textOf } from '../../../form/rule';

/** WhatsApp's limit for the whole address, in characters. */
export const MAX_URL = 2000;

/** What stays as it is in the end of an address, an escape such as %20 included. */
const TO_ENCODE = /(?!%[0-9A-Fa-f]{2})[^A-Za-z0-9\-._~/?#&=+$,;@!*()]/gu;

function refuse(message: string, description: string): never {
	throw new FieldError(message, description);
}

/**
 * The end of a button's address. WhatsApp takes it only percent-encoded; what is encoded already
 * stays as it is.
 *
 * @param start the address in the template up to its variable
 * @throws FieldError when it is empty, makes the address too long, or repeats the start
 */
export const urlSuffix =
	(start: string): Read<string> =>
	(value, label) => {
		const suffix = textOf(value, label).trim();
		if (suffix === '') {
			refuse(`'${label}' is empty`, `It comes after ${quoted(start)}. Check the expression.`);
		}
		if (start !== '' && suffix.toLowerCase().startsWith(start.toLowerCase())) {
			refuse(
				`'${label}' contains the whole URL`,
				`WhatsApp adds ${quoted(start)} before it. Enter only the part after it.`,
			);
		}
		checkLinkCharacters(suffix, label);
		const text = suffix.replace(TO_ENCODE, encodeURIComponent);
		const { length } = start + text;
		if (length > MAX_URL) {
			refuse(
				`'${label}' is too long`,
				`The whole URL has ${howMany(length, 'character')} when encoded; WhatsApp allows at most ${grouped(MAX_URL)}. Shorten it.`,
			);
		}
		return text;
	};

import { FieldError } from '../../form/fieldError';
import { mapped, type Field, type Look } from '../../form/field';
import { quoted } from '../../form/rule';
import { id } from '../../form/texts';
import { languagesMeant } from './languages';

/** The shape of Meta's codes, such as en_US, fil and es_CRI. AWS takes no more than 6 characters. */
const CODE = /^[a-z]{2,3}(_[A-Z]{2,3})?$/;
const MAX_CODE = 6;

const isCode = (text: string) => CODE.test(text) && text.length <= MAX_CODE;

/** What to write instead of a text that is not one of Meta's language codes; undefined where it may be one. */
export function languageAdvice(text: string): string | undefined {
	if (isCode(text)) return undefined;
	const meant = languagesMeant(text);
	const [only] = meant;
	if (only === undefined) {
		return `You entered ${quoted(text)}. Use Meta's format, e.g. en_US or de, with uppercase letters after the underscore.`;
	}
	return `You entered ${quoted(text)}. Use ${meant.length === 1 ? only : `one of: ${meant.join(', ')}`}.`;
}

/** @throws FieldError for what is not one of Meta's language codes, naming the one that is meant */
export function checkLanguage(text: string, label: string): void {
	const advice = languageAdvice(text);
	if (advice === undefined) return;
	throw new FieldError(`'${label}' is not a valid WhatsApp language code`, advice);
}

/** A language code, in Meta's spelling. */
export function languageCode<const L extends Look>(
	displayName: string,
	name: string,
	look: L,
): Field<L extends { required: true } ? string : string | undefined>;
export function languageCode(displayName: string, name: string, look: Look): Field {
	return mapped(id(displayName, name, look), (code, label) => {
		checkLanguage(code, label);
		return code;
	});
}

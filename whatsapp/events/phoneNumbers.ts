import { text } from '../../form/unknown';

/**
 * A phone number with a leading "+", as it is needed for sending; WhatsApp leaves it out where it names
 * senders, and formats numbers where it shows them. What is not a number stays as it is, as do the IDs of
 * groups, which have more digits than numbers.
 */
export function phoneNumber(value: unknown): string | undefined {
	const given = text(value);
	const digits = given?.replace(/[\s().-]/g, '').replace(/^\+/, '');
	return digits !== undefined && /^\d{5,15}$/.test(digits) ? `+${digits}` : given;
}

/**
 * Numbers that have two spellings of which WhatsApp reports either, each with its shorter one. Only what
 * certainly belongs to the same subscriber is listed:
 *
 * - Brazil: mobile numbers got a ninth digit from 2012 to 2016, and accounts from before keep the old
 *   spelling. Landlines, which begin with 2 to 5, and radio numbers, which begin with 70 or 77 to 79, got
 *   none. Source: Anatel, Resolution 553/2010.
 * - Mexico: a 1 stood between country code and mobile number until 2019. Source: Meta, "About phone
 *   number formats".
 * - Argentina: a 9 stands there when a mobile number is called from abroad. Source: libphonenumber,
 *   "nationalPrefixTransformRule".
 * - Côte d'Ivoire: numbers got two digits in 2021, which their second digit decides, and accounts from
 *   before keep the old spelling. Source: ARTCI, and issue 1894 of devlikeapro/waha.
 * - Benin: all numbers got 01 at their beginning in 2024. Source: ARCEP Bénin; and public senders of
 *   messages, which look the old spelling up where WhatsApp does not know the new one.
 */
const SHORTER: Array<[longer: RegExp, shorter: string]> = [
	[/^\+55([1-9][1-9])9([689]\d{7}|7[1-6]\d{6})$/, '+55$1$2'],
	[/^\+521([2-9]\d{9})$/, '+52$1'],
	[/^\+549([1-3]\d{9})$/, '+54$1'],
	[/^\+225(?:01(?=[0457][1-3])|05(?=[04-9][4-6])|07(?=[04-9][7-9]))(\d{8})$/, '+225$1'],
	[/^\+22901([24-69]\d{7})$/, '+229$1'],
];

/** The number with "+" in the one spelling in which it can be compared with others. */
export function canonicalNumber(number: string): string {
	const found = SHORTER.find(([longer]) => longer.test(number));
	return found ? number.replace(...found) : number;
}

import libphonenumber from 'google-libphonenumber';
import type { PhoneNumber } from 'google-libphonenumber';

/** What the library has, and its types leave out. */
declare module 'google-libphonenumber' {
	interface PhoneNumberUtil {
		getSupportedGlobalNetworkCallingCodes(): number[];
		getExampleNumberForNonGeoEntity(code: number): PhoneNumber;
	}
}

const { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil } = libphonenumber;
const util = PhoneNumberUtil.getInstance();

const e164 = (number: PhoneNumber) => util.format(number, PhoneNumberFormat.E164);

/**
 * What Google's library takes a text for, if for a valid number. It knows "+" only where the country is
 * not known, so that "00" and a missing "+" become one before.
 */
export function judged(written: string): { number: string; country: string } | undefined {
	const hasPlus = /[+＋]/.test(written);
	const international = hasPlus ? written : `+${written.replace(/^\D*?(?:00|００|٠٠)/, '')}`;
	try {
		const number = util.parse(international);
		if (!util.isValidNumber(number) || number.getExtension()) return undefined;
		return { number: e164(number), country: util.getRegionCodeForNumber(number) ?? '' };
	} catch {
		return undefined;
	}
}

/** A number that exists as an example, and how it is written within its country. */
export interface Example {
	country: string;
	number: string;
	code: string;
	national: string;
	/** What is dialled before it within its country, e.g. "0". */
	prefix: string;
}

function exampleOf(country: string, number: PhoneNumber, prefix: string): Example {
	const code = String(number.getCountryCode());
	const national = util.getNationalSignificantNumber(number);
	return { country, number: e164(number), code, national, prefix };
}

const TYPES = Object.values(PhoneNumberType).filter((type) => typeof type === 'number');

/** The library's example numbers of every type, of all countries and of the networks without one. */
export const EXAMPLES: Example[] = [
	...util.getSupportedRegions().flatMap((country) =>
		TYPES.flatMap((type) => {
			const number = util.getExampleNumberForType(country, type);
			if (!number) return [];
			return [exampleOf(country, number, util.getNddPrefixForRegion(country, true) ?? '')];
		}),
	),
	...util
		.getSupportedGlobalNetworkCallingCodes()
		.map((code) => exampleOf(`+${code}`, util.getExampleNumberForNonGeoEntity(code), '')),
];

export const CALLING_CODES = [...new Set(EXAMPLES.map(({ code }) => code))];

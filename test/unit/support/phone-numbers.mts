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
	/** What is dialed before it within its country, e.g. "0". */
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

/** A number with all the zeros that it begins with. */
function numberOf(code: string, national: string): PhoneNumber {
	const number = new libphonenumber.PhoneNumber();
	number.setCountryCode(Number(code));
	number.setNationalNumber(Number(national));
	const zeros = /^0*/.exec(national.slice(0, -1))?.[0].length ?? 0;
	number.setItalianLeadingZero(zeros > 0);
	number.setNumberOfLeadingZeros(zeros);
	return number;
}

/** A number and ways to write it within its country: with the prefix that is dialed there, and without. */
export interface Domestic {
	number: string;
	country: string;
	spellings: string[];
}

/** As the library groups a number for people in its country, and for people abroad after its code. */
export function domestic({ country, code, prefix }: Example, national: string): Domestic[] {
	const number = numberOf(code, national);
	if (!util.isValidNumberForRegion(number, country)) return [];
	const within = util.format(number, PhoneNumberFormat.NATIONAL);
	const abroad = util.format(number, PhoneNumberFormat.INTERNATIONAL);
	const spellings = [
		within,
		within.replace(new RegExp(`^(\\(?)${prefix}[ -]?`), '$1'),
		abroad.replace(/^\+\d+[ -]?/, ''),
	];
	return [{ number: e164(number), country, spellings: [...new Set(spellings)] }];
}

/** Whether the prefix for calls from within the country is a 0. */
export const hasTrunkZero = (code: string): boolean =>
	util.getNddPrefixForRegion(util.getRegionCodeForCountryCode(Number(code)), true) === '0';

/** Valid numbers with a 0 after the country code: the examples, and for each length one for many beginnings. */
export function zeroNumbers(code: string): string[] {
	const found = EXAMPLES.filter((each) => each.code === code && each.national.startsWith('0'));
	const all = found.map(({ number }) => number);
	for (let length = 4; length <= 13; length++) {
		if (!util.isPossibleNumber(numberOf(code, '0123456789123'.slice(0, length)))) continue;
		for (let start = 0; start < 200; start++) {
			const beginning = `0${String(start >> 1).padStart(2, '0')}${start & 1}`;
			const national = `${beginning}${'123456789'.slice(0, length - 4)}`;
			if (util.isValidNumber(numberOf(code, national))) all.push(`+${code}${national}`);
		}
	}
	return all;
}

export const CALLING_CODES = [...new Set(EXAMPLES.map(({ code }) => code))];

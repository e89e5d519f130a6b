import { COUNTRY_CODE } from './countryCodes';

/** How a number without country code may be grouped: its groups of digits, with one space between them. */
const DOMESTIC = [
	// "8 495 123 45 67" in Russia, "180 5442 0286" in China, "321 1234567" in Colombia.
	new RegExp(`^(?!${COUNTRY_CODE} )`),
	// "20 3946 0958" in London, or in Alexandria.
	/^(?:\d ?){1,10}$/,
	// The mobile numbers of Brazil: "51 99876 5432". Chile's "56 9 …" is not an area code there.
	/^(?!56)\d\d 9 ?\d{4} ?\d{4}$/,
	// Free numbers in many countries: "800 1759 1759".
	/^80[08] /,
];

/**
 * Whether a number without "+" and "00" may be meant as it is dialed within some country. Only grouping
 * tells, since digits alone are read with country code, as WhatsApp reports numbers. Grouped ones must
 * have a country code as a group of its own, and more than the 10 digits that numbers within a country
 * have nearly everywhere. Mobile numbers have 11 in China, where the first three are not a country code, and
 * in Brazil, whose grouping is known. The tests list what remains: special numbers of a few countries.
 */
export function mayBeDomestic(written: string): boolean {
	const groups = written.match(/\d+/g) ?? [];
	return groups.length > 1 && DOMESTIC.some((pattern) => pattern.test(groups.join(' ')));
}

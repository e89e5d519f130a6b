/**
 * The country codes in use, of countries and of networks without one; none is the beginning of another.
 * The tests compare this and what follows with Google's libphonenumber.
 */
export const COUNTRY_CODE = `(?:${[
	'[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]',
	'21[1-368]|22\\d|23\\d|24\\d|25[0-8]|26\\d|29[01789]|35\\d|37[0-8]|38[0-35-79]|42[013]',
	'50\\d|59\\d|67[02-9]|68[0-35-9]|69[0-2]|80[08]|85[02356]|87[08]|88[0-368]|96[0-8]|97[0-79]|99[2-68]',
].join('|')})`;

/**
 * Beginnings of numbers with a 0 after the country code that is dialed from abroad too. Everywhere else,
 * such a 0 is for calls from within the country.
 *
 * First the codes of which any number may have one: Italy with San Marino, Côte d'Ivoire, Burkina Faso,
 * Niger, Benin, Gabon, Congo, Ascension, Tajikistan, satellites and networks of the world. Then the free
 * and the short numbers of countries whose other numbers have none.
 */
export const KEEPS_ZERO = `(?:${[
	'39|378|22[5679]|24[127]|992|800|881|888',
	'(?:267|268|501|676|679|853)0800|687050|974008|470\\d{4}$',
].join('|')})`;

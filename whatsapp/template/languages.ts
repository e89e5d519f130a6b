/**
 * The languages of WhatsApp's templates, by Meta's codes. Meta adds new ones, so that these are what is
 * suggested and not all that is taken. Source: Meta's page "Supported Languages" of 21 May 2026.
 */
const CODES = [
	...['af', 'sq', 'ar', 'ar_EG', 'ar_AE', 'ar_LB', 'ar_MA', 'ar_QA', 'az', 'be_BY', 'bn', 'bn_IN'],
	...['bg', 'ca', 'zh_CN', 'zh_HK', 'zh_TW', 'hr', 'cs', 'da', 'prs_AF', 'nl', 'nl_BE', 'en'],
	...['en_GB', 'en_US', 'en_AE', 'en_AU', 'en_CA', 'en_GH', 'en_IE', 'en_IN', 'en_JM', 'en_MY'],
	...['en_NZ', 'en_QA', 'en_SG', 'en_UG', 'en_ZA', 'et', 'fil', 'fi', 'fr', 'fr_BE', 'fr_CA'],
	...['fr_CH', 'fr_CI', 'fr_MA', 'ka', 'de', 'de_AT', 'de_CH', 'el', 'gu', 'ha', 'he', 'hi', 'hu'],
	...['id', 'ga', 'it', 'ja', 'kn', 'kk', 'rw_RW', 'ko', 'ky_KG', 'lo', 'lv', 'lt', 'mk', 'ms'],
	...['ml', 'mr', 'nb', 'ps_AF', 'fa', 'pl', 'pt_BR', 'pt_PT', 'pa', 'ro', 'ru', 'sr', 'si_LK'],
	...['sk', 'sl', 'es', 'es_AR', 'es_CL', 'es_CO', 'es_CRI', 'es_DO', 'es_EC', 'es_HN', 'es_MX'],
	...['es_PA', 'es_PE', 'es_ES', 'es_UY', 'sw', 'sv', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'uz'],
	...['vi', 'zu'],
];

const languageOf = (code: string) => code.replace(/_.*$/, '');

/** Scripts and countries, by the region that Meta's codes have for them. */
const REGIONS = new Map([
	['cr', 'cri'],
	['hans', 'cn'],
	['hant', 'tw'],
	['uk', 'gb'],
]);

/** The code of a language in one of some regions. */
function codeIn(language: string, regions: string[]): string | undefined {
	const known = regions.map((region) => REGIONS.get(region) ?? region);
	return CODES.find((code) =>
		known.some((region) => code.toLowerCase() === `${language}_${region}`),
	);
}

/** The codes of a language: the one without a region, or else all. */
const codesOf = (language: string) =>
	CODES.includes(language) ? [language] : CODES.filter((code) => languageOf(code) === language);

function nameOf(language: string, locale: string): string {
	return new Intl.DisplayNames([locale], { type: 'language' }).of(language)?.toLowerCase() ?? '';
}

/** The language that is named in a text, in English or in the language itself. */
function languageNamed(text: string): string | undefined {
	const names = [...new Set(CODES.map(languageOf))]
		.flatMap((language) =>
			[nameOf(language, 'en'), nameOf(language, language)].map((name) => ({ language, name })),
		)
		.filter(({ name }) => name !== '')
		// One name may hold another, as Malayalam holds Malay.
		.sort((a, b) => b.name.length - a.name.length);
	const found =
		names.find(({ name }) => text.includes(name)) ??
		names.find(({ name }) => text.length > 3 && name.startsWith(text));
	return found?.language;
}

/**
 * Meta's codes for the language that is meant by a text that is not such a code: the likeliest alone where
 * there is one, and none where the text means nothing.
 *
 * @param text e.g. "en-US", "PT_br", "zh-Hans" or "English"
 */
export function languagesMeant(text: string): string[] {
	const [first = '', ...others] = text
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z]+/)
		.filter((part) => part !== '');
	const spelled = codeIn(first, others);
	if (spelled !== undefined) return [spelled];
	const codes = codesOf(first);
	if (codes.length > 0) return codes;
	const named = languageNamed(text.toLowerCase());
	if (named === undefined) return [];
	const ofRegion = codeIn(named, others);
	return ofRegion === undefined ? CODES.filter((code) => languageOf(code) === named) : [ofRegion];
}

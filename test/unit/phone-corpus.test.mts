import { readPhoneNumber } from '../../whatsapp/message/phoneNumber.ts';
import { seededRandom } from '../../local-aws/index.mts';
import {
	CALLING_CODES,
	domestic,
	EXAMPLES,
	hasTrunkZero,
	judged,
	zeroNumbers,
	type Example,
} from './support/phone-numbers.mts';

function numberIn(written: string): string | undefined {
	const reading = readPhoneNumber(written);
	return 'number' in reading ? reading.number : undefined;
}

/** As people, sheets, signatures and web pages write numbers; what each country is used to. */
const SPELLINGS: string[] = [
	// Germany, Austria, Switzerland
	...['+49 151 12345678', '+49 (0)151 12345678', '+49 151/12345678', '0049-151-12345678'],
	...['+49 (0) 30 / 901820', '+49 30 9018-20', '4915112345678', '+43 664 123456', '+43 1/58808-10'],
	...['+43 (0)664/1234567', '+41 (0)78 123 45 67', '+41 78.123.45.67', '0041 78 123 45 67'],
	// United Kingdom, Ireland
	...['+44 7400 123456', '44 (0)7400 123456', '+44 (0) 20 7946 0958', '+44(0)7400-123-456'],
	...['+353 85 012 3456', '+353 (0)85 012 3456', '00353 85 0123456'],
	// France, Belgium, the Netherlands, Luxembourg
	...['+33 6 12 34 56 78', '+33 (0)6.12.34.56.78', '+33.6.12.34.56.78', '0033612345678'],
	...['+32 470 12 34 56', '+32 (0)470/12.34.56', '+31 6 12345678', '+31-(0)6-12345678'],
	...['+352 628 123 456'],
	// Italy, San Marino, Spain, Portugal, Greece
	...['+39 312 345 6789', '+39 06 1234 5678', '+39 (06) 12345678', '+39 02/12345678'],
	...['+378 66 66 12 12', '+34 612 34 56 78', '+34 612-345-678', '+351 912 345 678'],
	...['+30 691 234 5678', '+30-210-1234567'],
	// the North
	...['+46 70 123 45 67', '+46 (0)70-123 45 67', '+47 40 61 23 45', '+45 34 41 23 45'],
	...['+358 41 2345678', '+358 (0)41 2345678', '+354 611 1234'],
	// the East
	...['+48 512 345 678', '+420 601 123 456', '+421 912 123 456', '+36 20 123 4567'],
	...['+40 712 034 567', '+359 43 012 345', '+381 60/1234567', '+385 92 123 4567'],
	...['+370 612 34567', '+371 21 234 567', '+372 5123 4567', '+380 50 123 4567'],
	...['+7 912 345-67-89', '+7 (912) 345 67 89', '7 912 3456789', '+375 29 491-19-11'],
	...['+90 501 234 56 78', '+90 (501) 234 56 78', '+995 555 12 34 56', '+998 91 234 56 78'],
	// the Americas
	...[
		'+1 201 555 0123',
		'1 (201) 555-0123',
		'+1-201-555-0123',
		'+1.201.555.0123',
		'(+1) 2015550123',
	],
	...['+1 506 234 5678', '+1 (809) 234-5678', '+52 222 123 4567', '+52 1 222 123 4567'],
	...['+55 11 96123-4567', '+55 (11) 96123-4567', '5511961234567', '+55 (0) 11 96123-4567'],
	...['+54 9 11 2345-6789', '+54 11 2345-6789', '+54 11 15-2345-6789', '+56 2 2123 4567'],
	...[
		'+57 321 1234567',
		'+51 912 345 678',
		'+58 412-1234567',
		'+593 99 123 4567',
		'+598 94 231 234',
	],
	// Africa
	...['+20 100 123 4567', '+٢٠ ١٠٠ ١٢٣ ٤٥٦٧', '+27 71 123 4567', '+27 (0)71 123 4567'],
	...['+234 802 123 4567', '+234 (0)802 123 4567', '+254 712 123456', '+233 23 123 4567'],
	...['+212 650-123456', '+213 551 23 45 67', '+216 20 123 456', '+225 01 23 45 67 89'],
	...['+229 01 95 12 34 56', '+237 6 71 23 45 67', '+221 70 123 45 67', '+241 06 03 12 34'],
	...['+255 621 234 567', '+256 712 345678', '+251 91 123 4567', '+260 95 5123456'],
	// the Middle East
	...['+966 51 234 5678', '+966 (0)51 234 5678', '+971 50 123 4567', '٠٠٩٧١ ٥٠ ١٢٣ ٤٥٦٧'],
	...['+972 50-234-5678', '+972-(0)50-2345678', '+961 71 123 456', '+962 7 9012 3456'],
	...['+98 912 345 6789', '+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹', '+964 791 234 5678', '+92 301 2345678'],
	// Asia and the Pacific
	...['+91 81234 56789', '+91-81234-56789', '+91 (0)81234 56789', '+९१ ८१२३४ ५६७८९'],
	...['+880 1812-345678', '+94 71 234 5678', '+977 984-1234567', '+62 812-345-678'],
	...['+60 12-345 6789', '+65 8123 4567', '+66 81 234 5678', '+84 912 345 678', '+63 905 123 4567'],
	...[
		'＋８１－９０－１２３４－５６７８',
		'+81 90-1234-5678',
		'+82 10-2000-0000',
		'+86 131 2345 6789',
	],
	...['+852 5123 4567', '+886 912 345 678', '+61 412 345 678', '+61 (0)412 345 678'],
	...['+64 21 123 4567', '+679 701 2345'],
	// marks, spaces and quotes that come along
	...[
		'\u202a+49 151 12345678\u202c',
		'+49\u00a0151\u00a012345678',
		'+33\u202f6\u202f12\u202f34\u202f56\u202f78',
	],
	...['+49\u2009151\u200912345678', '+44\u20117400\u2011123456', '+1\u2013201\u2013555\u20130123'],
	...[
		'\u2066+972 50 234 5678\u2069',
		'\ufeff+4915112345678',
		'+46\u200b701234567',
		"'+4915112345678",
	],
	...['"+33612345678"', '+49\u2212151\u221212345678'],
	// with country code, but without +, and the same grouping within a country
	...['44 7911 123456', '49 151 12345678', '1 202-555-0123', '55 11 98765-4321', '56 9 6123 4567'],
	...['8 (495) 123-45-67', '8-495-123-45-67', '180 5442 0286', '51 99876-5432', '321 1234567'],
	...['41 91234-5678', '20 3946 0958', '47 3123-4567', '45 34 41 23 45', '65 8123 4567'],
	// zeros that belong to the number
	...['+226 07 57 99 84', '22607579984', '+992 06 886 6893', '+227 08 40 85 59', '+247 012345'],
	// notes and codes that no country has
	...['+43 664 1234567 (2)', '+39 333 1234567 (1)', '+62 812-3456-789 (1)', '+999 1234567'],
	// what they write that is not a number, or may be another one
	...[
		'0151 12345678',
		'07400 123456',
		'(201) 555-0123 ext. 5',
		'+12015550123;ext=5',
		'+1 201 555 0123 x5',
	],
	...['+49 0151 12345678', '+44 07400 123456', '+49 (0151) 12345678', '+39 (0)6 1234 5678'],
	...['+7 8 912 345-67-89', '+36 06 20 123 4567', '+52 044 222 123 4567', '+55 0 15 11 96123-4567'],
	...['011 49 151 12345678', '+0049 151 12345678', '++49 151 12345678', '+49 89 1234567/68'],
	...['4915112345678.0', '4915112345678.00', '+4915112345678.0', '4.9E+12', '4.915112345678E+12'],
	...[
		'+4915112345678 / +447400123456',
		'+4915112345678;+447400123456',
		'4915112345678, 4915112345679',
	],
	...[
		'tel:+4915112345678',
		'whatsapp:+4915112345678',
		'https://wa.me/4915112345678',
		'wa.me/4915112345678',
	],
	...['=+4915112345678', '+1-201-FLOWERS', '+1234567890123456', '\u202e+4915112345678', '+49'],
];

/** Where the library finds a number and the field refuses to guess. */
const REFUSED: Array<[why: string, spellings: string[]]> = [
	[
		'the library drops a prefix that is for calls from within the country; people had better look',
		[
			...['+49 0151 12345678', '+49 (0151) 12345678', '+44 07400 123456', '+36 06 20 123 4567'],
			...['+7 8 912 345-67-89', '+54 11 15-2345-6789', '+55 0 15 11 96123-4567'],
		],
	],
	['Italy keeps its 0, so that nobody knows what one in brackets says', ['+39 (0)6 1234 5678']],
	[
		'without +, it may be meant within a country: Russia, China, Brazil, Colombia, the UK',
		[
			...['8 (495) 123-45-67', '8-495-123-45-67', '180 5442 0286', '51 99876-5432', '321 1234567'],
			...['41 91234-5678', '20 3946 0958', '47 3123-4567', '45 34 41 23 45', '65 8123 4567'],
		],
	],
	['the library makes one number of two', ['+49 89 1234567/68']],
	[
		'the library takes a note for digits',
		['+43 664 1234567 (2)', '+39 333 1234567 (1)', '+62 812-3456-789 (1)'],
	],
	[
		'the library looks for a number in any text; what is around it says that something is wrong',
		[
			...['++49 151 12345678', '=+4915112345678', '\u202e+4915112345678', 'tel:+4915112345678'],
			...['whatsapp:+4915112345678'],
		],
	],
	[
		'the library has the keys of a telephone, WhatsApp’s people have a typing error',
		['+1-201-FLOWERS'],
	],
];

/** Where the library finds none, or another one, and the field is right. */
const UNDERSTOOD: Array<[why: string, spellings: Array<[written: string, number: string]>]> = [
	[
		'the library does not know this blank, or these digits',
		[
			['+33\u202f6\u202f12\u202f34\u202f56\u202f78', '+33612345678'],
			['+49\u2009151\u200912345678', '+4915112345678'],
			['+९१ ८१२३४ ५६७८९', '+918123456789'],
		],
	],
	[
		'the library takes the decimals for digits',
		[
			['4915112345678.0', '+4915112345678'],
			['4915112345678.00', '+4915112345678'],
		],
	],
	[
		'the library knows today’s plan only, WhatsApp still has accounts by this number',
		[['+52 1 222 123 4567', '+5212221234567']],
	],
];

const refused = REFUSED.flatMap(([, spellings]) => spellings);
const understood = new Map(UNDERSTOOD.flatMap(([, spellings]) => spellings));

describe('a spelling that people use', () => {
	it.each(SPELLINGS)(
		'%j gives the number that the library finds, or is known not to',
		(written) => {
			const judgement = judged(written)?.number;
			const expected = refused.includes(written)
				? undefined
				: (understood.get(written) ?? judgement);
			expect(numberIn(written)).toBe(expected);
			if (refused.includes(written) || understood.has(written))
				expect(judgement).not.toBe(expected);
		},
	);

	it('is one of many, of many countries', () => {
		const read = SPELLINGS.filter((written) => numberIn(written) !== undefined);
		const countries = new Set(read.map((written) => judged(written)?.country));
		expect(new Set(SPELLINGS).size).toBe(SPELLINGS.length);
		expect(read.length).toBeGreaterThan(150);
		expect(countries.size).toBeGreaterThan(70);
		const excepted = [...refused, ...understood.keys()];
		expect(excepted.filter((written) => !SPELLINGS.includes(written))).toEqual([]);
	});
});

const random = seededRandom(15);
const below = (limit: number) => Math.floor(random() * limit);
const chance = (share: number) => random() < share;
function oneOf<T>(values: readonly T[]): T {
	const value = values[below(values.length)];
	if (value === undefined) throw new Error('nothing to choose from');
	return value;
}

const ZEROS = [0x30, 0x30, 0x30, 0xff10, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1d7ce];
const GAPS = [
	...[' ', ' ', ' ', '-', '-', '.', '/', '\u00a0', '\u2009', '\u202f', '\u3000', '\u2011'],
	...[
		'\u2013',
		'\u2212',
		'\uff0d',
		' - ',
		' / ',
		') ',
		' (',
		'\u200e',
		'\u200b',
		'\u00ad',
		'\u2066',
		'  ',
	],
];

/** A number with some of all notation, whether it makes sense or not. */
function spelled({ code, national, prefix }: Example): string {
	const plus = oneOf(['+', '+', '+', '＋', '00', '0 0', '']);
	const head = oneOf([
		`${plus}${code}`,
		`${plus}${code} `,
		`(${plus}${code})`,
		`${plus}(${code}) `,
		`\u202a${plus}${code}-`,
	]);
	const trunk = prefix === '0' && chance(0.3) ? oneOf(['(0)', ' (0) ', '( 0 )']) : '';
	const often = oneOf([0, 0.1, 0.3, 0.6]);
	const tail = [...national].map(
		(digit, at) => (at > 0 && chance(often) ? oneOf(GAPS) : '') + digit,
	);
	const zero = oneOf(ZEROS);
	const digits = `${head}${trunk}${tail.join('')}`.replace(/[0-9]/g, (digit) =>
		String.fromCodePoint(zero + Number(digit)),
	);
	return oneOf([digits, digits, ` ${digits}\n`, `"${digits}"`, `'${digits}`, `${digits}.`]);
}

/** What programs write of whole numbers, "4915112345678.0": nobody means that as a group of digits. */
const isFloat = (written: string) =>
	/^[\s"']*\p{Nd}+\.[0\uff10\u0660\u06f0\u0966\u09e6\u0e50\u{1d7ce}]+[\s"']*$/u.test(
		written.replace(/\p{Cf}/gu, ''),
	);

describe('numbers of all countries', () => {
	it('are as many as the library has examples of', () => {
		expect(new Set(EXAMPLES.map(({ country }) => country)).size).toBeGreaterThan(240);
		expect(EXAMPLES.length).toBeGreaterThan(1_000);
	});

	it('are unchanged as they are sent and as WhatsApp reports them', () => {
		const refusedOnes = EXAMPLES.filter(
			({ number }) => numberIn(number) !== number || numberIn(number.slice(1)) !== number,
		);
		// Free, short and other special numbers: with a prefix that elsewhere is a mistake, or too short.
		expect(refusedOnes.map(({ country, number }) => `${country} ${number}`).sort()).toEqual([
			...['BY +3758011234567', 'BY +3759021234567', 'CA +13101234', 'IR +989601'],
		]);
	});

	it('are exactly the same in any notation, or refused', () => {
		let read = 0;
		let all = 0;
		for (const example of EXAMPLES) {
			for (let turn = 0; turn < 20; turn++) {
				const written = spelled(example);
				if (isFloat(written)) continue;
				const found = numberIn(written);
				if (found !== undefined && found !== example.number)
					throw new Error(`${JSON.stringify(written)} is ${found}, not ${example.number}`);
				all++;
				if (found !== undefined) read++;
			}
		}
		expect(all).toBeGreaterThan(20_000);
		expect(read / all).toBeGreaterThan(0.5);
	});

	it('are never another number if the domestic prefix is left in', () => {
		for (const { country, code, national, prefix, number } of EXAMPLES) {
			if (prefix === '') continue;
			for (const written of [`+${code} ${prefix} ${national}`, `00${code}(${prefix}${national})`]) {
				const found = numberIn(written);
				// Undefined where nobody has the number, so that nobody receives what is sent to it.
				const owner = found === undefined ? undefined : judged(found)?.number;
				if (owner !== undefined && ![number, judged(written)?.number].includes(owner))
					throw new Error(`${country}: ${written} is ${found}, not ${number}`);
			}
		}
	});

	it('begin with the country codes that are in use, and with no others', () => {
		const digits = Array.from({ length: 900 }, (_, at) => String(at + 100));
		const accepted = digits.filter((start) => {
			const reading = readPhoneNumber(`+${start}2345678${/^[17]/.test(start) ? '9' : ''}`);
			return !('advice' in reading && reading.advice.includes('No country code'));
		});
		const used = digits.filter((start) => CALLING_CODES.some((code) => start.startsWith(code)));
		expect(accepted).toEqual(used);
		expect(CALLING_CODES.length).toBeGreaterThan(200);
	});

	it('keep a 0 after the country code exactly if it is dialed from abroad', () => {
		const keeping = new Set<string>();
		for (const code of CALLING_CODES) {
			const numbers = zeroNumbers(code);
			const accepted = numbers.filter((number) => numberIn(number) === number);
			// Where 0 is the prefix within the country, numbers with another 0 can only be dialed there.
			expect([code, accepted]).toEqual([code, hasTrunkZero(code) ? [] : numbers]);
			if (accepted.length > 0) keeping.add(code);
			else expect([code, numberIn(`+${code}0212345678`)]).toEqual([code, undefined]);
		}
		expect([...keeping].sort()).toEqual([
			...['225', '226', '227', '229', '241', '242', '247', '267', '268', '378', '39', '47'],
			...['501', '676', '679', '687', '800', '853', '881', '888', '974', '992'],
		]);
	});

	it('are never another number when written domestically', () => {
		const strangers = new Map<string, string>();
		let numbers = 0;
		let spellings = 0;
		for (const example of EXAMPLES) {
			for (let turn = 0; turn < 8; turn++) {
				const kept = turn === 0 ? example.national.length : 1 + below(4);
				const national = [...example.national]
					.map((digit, at) => (at < kept ? digit : below(10)))
					.join('');
				for (const { number, country, spellings: all } of domestic(example, national)) {
					numbers++;
					const grouped = all.filter((each) => /\d\D+\d/.test(each));
					const variants = grouped.flatMap((each) => [
						each,
						each.replace(/[ -]+/g, '.'),
						each.replace(/[()]/g, ''),
					]);
					for (const written of new Set(variants)) {
						spellings++;
						const found = numberIn(written);
						const owner = found === undefined ? undefined : judged(found);
						if (owner && owner.number !== number)
							strangers.set(`${country} as ${owner.country}`, written);
					}
				}
			}
		}
		expect(numbers).toBeGreaterThan(5_000);
		expect(spellings).toBeGreaterThan(20_000);
		// What remains: premium numbers, voice mail and landlines with extension, longer than others are.
		const known = ['CO as US', 'CZ as AF', 'CZ as LB', 'DE as GR', 'SE as KE', 'SE as TZ'];
		expect([...strangers].filter(([who]) => !known.includes(who))).toEqual([]);
	});

	it('are understood grouped without + if they are long enough to tell', () => {
		const written = EXAMPLES.map(({ code, national }) => `${code} ${national}`);
		const read = written.filter((each) => numberIn(each) !== undefined);
		const long = written.filter((each) => each.length > 11);
		expect(read.filter((each) => !long.includes(each))).toEqual([]);
		expect(read.length / long.length).toBeGreaterThan(0.9);
	});
});

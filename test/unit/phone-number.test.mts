import { phoneNumberOf, readPhoneNumber } from '../../whatsapp/message/phoneNumber.ts';
import { refusalOf } from './support/refusal.mts';

const GERMAN = '+4915112345678';
const numberIn = (written: string) => phoneNumberOf(written, 'To');

describe('a phone number', () => {
	it.each([
		GERMAN,
		'4915112345678',
		'004915112345678',
		' +49 151 12345678 ',
		'+49-151-1234-5678',
		'+49 (151) 12345678',
		'(+49) 151 12345678',
		'+(49) 151 12345678',
		'(0049) 151 12345678',
		'+49.151.12345678',
		'4.915.112.345.678',
		'+49 – 151 – 12345678',
		'+49\t151 12345678\r\n',
		'00 49 151 12345678',
		'+49 151 12345678.',
	])('is understood as written: %p', (written) => {
		expect(numberIn(written)).toBe(GERMAN);
	});

	it.each([
		['+49 151/12345678', GERMAN],
		['0049 151 / 123 456 78', GERMAN],
		['+49/151/12345678', GERMAN],
		['+49 (0) 151/12345678', GERMAN],
		['+43 1/5880810', '+4315880810'],
		['+381 11/123-4567', '+381111234567'],
		['+49 33203/123456', '+4933203123456'],
	])('has its area code before a slash: %p', (written, number) => {
		expect(numberIn(written)).toBe(number);
	});

	it.each([
		['44 (0)7911 123456', '+447911123456'],
		['+44 (0)7911 123456', '+447911123456'],
		['0044 (0) 7911 123456', '+447911123456'],
		['(+44) (0) 7911 123456', '+447911123456'],
		['+(44)(0)7911 123456', '+447911123456'],
		['+49(0)151 12345678', GERMAN],
		['+49 - (0) 151 - 12345678', GERMAN],
		['+353 ( 0 ) 86 123 4567', '+353861234567'],
		['+44 （０）7911 123456', '+447911123456'],
	])('loses the "(0)" after its country code: %p', (written, number) => {
		expect(numberIn(written)).toBe(number);
	});

	it.each([
		['wide', '＋４９－１５１－１２３４５６７８'],
		['Arabic', '+٤٩ ١٥١ ١٢٣٤٥٦٧٨'],
		['Persian', '+۴۹ ۱۵۱ ۱۲۳۴۵۶۷۸'],
		['Devanagari', '+४९ १५१ १२३४५६७८'],
		['Bengali', '+৪৯ ১৫১ ১২৩৪৫৬৭৮'],
		['Thai', '+๔๙ ๑๕๑ ๑๒๓๔๕๖๗๘'],
		['Burmese', '+၄၉ ၁၅၁ ၁၂၃၄၅၆၇၈'],
		['Tibetan', '+༤༩ ༡༥༡ ༡༢༣༤༥༦༧༨'],
		['mathematical', '+𝟒𝟗 𝟙𝟝𝟙 𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪'],
	])('may have %s digits', (_name, written) => {
		expect(numberIn(written)).toBe(GERMAN);
	});

	it.each([
		...['00a0', '2007', '2009', '200a', '202f', '205f', '3000', '2000'],
		...['2010', '2011', '2012', '2013', '2014', '2015', '2212', 'fe63', 'ff0d'],
	])('may have U+%s between its digits', (code) => {
		const sign = String.fromCodePoint(parseInt(code, 16));
		expect(numberIn(`+49${sign}151${sign}1234${sign}5678`)).toBe(GERMAN);
	});

	it.each([
		...['200e', '200f', '202a', '202d', '202c', '2066', '2067', '2068', '2069', '061c'],
		...['200b', '200c', '200d', '2060', 'feff', '00ad', 'fe0e', 'fe0f', '034f'],
	])('may contain the invisible U+%s', (code) => {
		const mark = String.fromCodePoint(parseInt(code, 16));
		expect(numberIn(`${mark}+49 151${mark} 12345678${mark}`)).toBe(GERMAN);
	});

	it.each([
		`"${GERMAN}"`,
		`'${GERMAN}'`,
		`'${GERMAN}`,
		`“${GERMAN}”`,
		`„${GERMAN}“`,
		`"'${GERMAN}'"`,
	])('may be in quotes: %p', (written) => {
		expect(numberIn(written)).toBe(GERMAN);
	});

	it.each(['4915112345678.0', '4915112345678.00', '"4915112345678.0"', ' 4915112345678.000000 '])(
		'loses the decimals that a program gave it: %p',
		(written) => {
			expect(numberIn(written)).toBe(GERMAN);
		},
	);

	it.each([
		['+12025550123', '+12025550123'],
		['1 (202) 555-0123', '+12025550123'],
		['+1.202.555.0100', '+12025550100'],
		['+33.1.23.45.67.00', '+33123456700'],
		['5511987654321', '+5511987654321'],
		['+5215512345678', '+5215512345678'],
		['+5491112345678', '+5491112345678'],
		['+390612345678', '+390612345678'],
		['+39 (06) 12345678', '+390612345678'],
		['+225 07 12 34 56 78', '+2250712345678'],
		['+229 01 95 12 34 56', '+2290195123456'],
		['+229 95 12 34 56', '+22995123456'],
		['+241 06 03 12 34', '+24106031234'],
		['+242 06 123 4567', '+242061234567'],
		['+378 0549 886377', '+3780549886377'],
		['+7 912 345-67-89', '+79123456789'],
		['+2901234', '+2901234'],
		['+22607579984', '+22607579984'],
		['22607579984', '+22607579984'],
		['+226 01 23 45 67', '+22601234567'],
		['+227 08 40 85 59', '+22708408559'],
		['+22709022935', '+22709022935'],
		['+992 06 886 6893', '+992068866893'],
		['+992 00 712 3456', '+992007123456'],
		['+247 012345', '+247012345'],
		['+267 0800 012345', '+2670800012345'],
		['+8816 05123456', '+881605123456'],
		['+491234567890123', '+491234567890123'],
	])('of any country: %p', (written, number) => {
		expect(numberIn(written)).toBe(number);
	});

	it.each([
		['44 7911 123456', '+447911123456'],
		['49 151 12345678', GERMAN],
		['49-151-1234-5678', GERMAN],
		['49 (151) 12345678', GERMAN],
		['49-15112345678', GERMAN],
		['1 202 555 0123', '+12025550123'],
		['1-202-555-0123', '+12025550123'],
		['1 (202) 555-0123', '+12025550123'],
		['7 (912) 345-67-89', '+79123456789'],
		['55 11 98765-4321', '+5511987654321'],
		['55 (11) 98765-4321', '+5511987654321'],
		['56 9 1234 5678', '+56912345678'],
		['51 912 345 678', '+51912345678'],
		['33 6 12 34 56 78', '+33612345678'],
		['41.78.123.45.67', '+41781234567'],
		['852 5123 4567', '+85251234567'],
		['86 180 5442 0286', '+8618054420286'],
		['91 98765 43210', '+919876543210'],
		['234 802 123 4567', '+2348021234567'],
	])('may be grouped without + after its country code: %p', (written, number) => {
		expect(numberIn(written)).toBe(number);
	});

	it.each([
		['(+49 151 12345678)', GERMAN],
		['+1 (202) 555-0123', '+12025550123'],
		['+43 (5) 12345', '+43512345'],
		['+1 (268) 4641234', '+12684641234'],
		['+49 (33203) 1234', '+49332031234'],
	])(
		'may have parentheses with four digits or more after them, or around it: %p',
		(written, number) => {
			expect(numberIn(written)).toBe(number);
		},
	);
});

describe('what is not a phone number', () => {
	it.each(['', ' ', '\n\t', '\u00a0', '\u200b', "''"])('is reported as empty: %p', (written) => {
		const { message, description } = refusalOf(() => numberIn(written));
		expect(message).toBe("'To' is empty");
		expect(description).toContain('e.g. +4915112345678');
	});

	it.each<[reason: string, written: string[]]>([
		[
			'starts with 0, which is the domestic format',
			['0151 12345678', '(0151) 12345678', '011 49 151 12345678', '٠١٥١١٢٣٤٥٦٧٨'],
		],
		[
			'starts with 0, which is the domestic format',
			['(0', '+0151123456', '+004915112345678', '000 49 151 12345678'],
		],
		[
			'it may be a domestic number, judging by its grouping',
			[
				// Russia, with the prefix for calls from within the country, which is Vietnam's code then
				'8 (495) 123-45-67',
				'8(499)1234567',
				'8-495-123-45-67',
				'8 800 555-35-35',
				'8 912 345 67 89',
				'495 123-45-67',
				// China
				'180 5442 0286',
				'138 2268 4044',
				'139-1234-5678',
				'152 12345678',
				'1391 234 5678',
				// Brazil, area code first, which is Peru, Switzerland, Australia, Spain then
				'51 99876-5432',
				'51 998765432',
				'41 9 9876-5432',
				'61 99876 5432',
				'34.99876.5432',
				'11 98765-4321',
				'47 3123-4567',
				// Colombia and others without a prefix
				'321 1234567',
				'321 123 4567',
				'612 34 56 78',
				'612.345.678',
				'912 345 678',
				'55 1234 5678',
				'20 3946 0958',
				'351 123-45-67',
				'98765 43210',
				'800 1759 1759',
				'800-555-3535',
				// Their country codes are in use, but the numbers too short to tell
				'45 34 41 23 45',
				'65 8123 4567',
				// No group of its own
				'4915 1123 45678',
				'151 12345678 9',
				'791-112-3456',
				'1.2345678',
				'202-555-0123',
				'202.555.0123',
				'202 555 0123',
				'305\u2011555\u20110123',
				'２０２－５５５－０１２３',
			],
		],
		[
			'an area code in parentheses, which is a domestic format',
			[
				'(202) 555-0123',
				'(11) 98765-4321',
				'(55) 1234-5678',
				'( 305 ) 5550123',
				'(49) 151 12345678',
			],
		],
		[
			'in parentheses, as around a count or a note',
			[
				'+43 664 1234567 (2)',
				'+39 333 1234567 (1)',
				'+62 812-3456-789 (1)',
				'+49 151 12345678 ( 12 )',
				'0049 151 12345678(3)',
				'4915112345678 (1)',
				'+49 151 12345678 (2024)',
				'+49 151 12345678 ()',
				'+49 151 1234(5678)',
				'+44 7911 123456 1)',
				'+43 664 1234567 （２）',
			],
		],
		['fewer than 7 digits', ['+123456', '12', '+()-', '+', '...']],
		['more than 15 digits', ['+1234567890123456', '4915112345678 4915112345679']],
		[
			"a + that isn't at the start",
			[
				'++4915112345678',
				'49+15112345678',
				'4915112345678+',
				'+4915112345678 +4915112345679',
				'+4915112345678 / +447911123456',
				'+4915112345678;+4915112345679',
				'00+4915112345678',
			],
		],
		[
			'which separates numbers',
			[
				'4915112345678, 4915112345679',
				'+4915112345678;4915112345679',
				'+4915112345678|4915112345679',
				'5551234 & 5555678',
				'+49 151\n12345678',
				'5551234\u20285555678',
				'4,915,112,345,678',
			],
		],
		[
			'a slash, after which',
			[
				'+49 89 1234567/68',
				'+49 89 5551234/5678',
				'+43 1 12345/12346',
				'5551234/5555678',
				'49 151/12345678',
				'+49 151/1234/5678',
				'+49 6221/54-0',
			],
		],
		['It contains ",", which separates', ['4915112345678, 4915112345679']],
		['It contains a line break (U+000A), which separates', ['+49 151\n12345678']],
		[
			'It contains letters',
			['0x1234567890', '0X49', '12x34567', '+4x9', '1ext2', '0b1010', '0o777'],
		],
		[
			'letters',
			['+1-800-FLOWERS', 'Ada', 'DE.1234567890', '[object Object]', 'null', '4.9e12x', 'x4.9e12'],
		],
		['letters', ['phone-number-id-976c72a700aa43ff95ae376ee4c530d9', '{{ $json.from }}']],
		[
			'letters',
			['<b>4915112345678</b>', '4915112345678@c.us', '+4915112345678 or 9', '+49 l51 1234567'],
		],
		[
			'an extension',
			[
				'+4915112345678 ext. 5',
				'+4915112345678 extension 12',
				'+12025550123x12',
				'+12025550123 #12',
				'+4915112345678;ext=5',
				'+12025550123 (ext 7)',
			],
		],
		[
			'starts with a word, like a link',
			[
				'tel:+4915112345678',
				'TEL:4915112345678',
				'whatsapp:+4915112345678',
				'https://wa.me/4915112345678',
				'wa.me/4915112345678',
				'http://api.whatsapp.com/send?phone=4915112345678',
				'api.whatsapp.com/send?phone=4915112345678',
				'Tel: +4915112345678',
			],
		],
		[
			'A spreadsheet has shortened it',
			['4.9E+12', '4.915112345678E+12', '4,9E+12', '+4.9e12', '49e11', '４.９Ｅ＋１２'],
		],
		[
			'decimals',
			[
				'4915112345678.5',
				'4915112345678.25',
				'+4915112345678.0',
				'+49 151 12345678.00',
				'4915112345678,0',
				'4915112345678,00',
				'+49 151 1234567.8',
				'33123456700.000.0',
			],
		],
		['starts like a formula', ['=+4915112345678', '=4915112345678', '=HYPERLINK("+49")']],
		['a negative number', ['-4915112345678', '\u22124915112345678']],
		[
			'a 0 after the country code',
			[
				'+49 0151 12345678',
				'+49 (0151) 12345678',
				'4907911123456',
				'+44 07911 123456',
				'+44 (0 7911 123456',
				'+44 0) 7911 123456',
				'+44 (0) 07911 123456',
				'+91 098765 43210',
				'+52 044 55 1234 5678',
				'+36 06 20 123 4567',
				'+55 (011) 98765-4321',
				'+30 0210 1234567',
				'+353 086 123 4567',
			],
		],
		[
			'a 0 in parentheses that may or may not be part of the number',
			[
				'+39 (0)6 12345678',
				'+225 (0)7 12 34 56 78',
				'+49 30 1234-(0)',
				'(0) 151 12345678',
				'+49 151 (0) 12345678',
				'+44 (0)(0) 7911 123456',
			],
		],
		[
			'more digits than phone numbers in its country',
			[
				'+54 11 15 1234-5678',
				'+375 8 029 491-19-11',
				'+370 8 612 34567',
				'+993 8 66 123456',
				'+998 8 91 234 56 78',
			],
		],
		[
			'Numbers that start with +1 or +7 have exactly 10 more digits',
			[
				'+1 202 555 01234',
				'+7 8 912 345-67-89',
				'+1 1 202 555 0123',
				'+1 202 555 012',
				'+7 912 345-67-8',
			],
		],
		['Without a +, it is read as +7911123456. Numbers that start', ['7911123456']],
		['Without a +, it is read as +1161412345678. Numbers', ['0011 61 412 345 678']],
		['Without a +, it is read as +114915112345678. Numbers', ['0011 49 151 12345678']],
		['Without a +, it is read as +12345678. Numbers', ['12345678', '00 12345678']],
		['Without a +, it is read as +4907911123456. It has a 0', ['4907911123456', '49 07911 123456']],
		['Without a +, it is read as +2101234567. No country code', ['2101234567', '00 210 1234567']],
		['No country code in use matches +999.', ['+9991234567', '+999 12 34 56 78']],
		['No country code in use matches +210.', ['+2101234567', '+(210) 123 4567']],
		[
			'No country code in use matches +',
			['+280123456', '+3841234567', '+8391234567', '+9901234567'],
		],
		['No country code in use matches +', ['+4251234567', '+6951234567', '+3791234567']],
		[
			"which isn't allowed in a phone number",
			['📞4️⃣9️⃣', '+49_151_12345678', '+49 151 12345678?', '*31#', '+49 151 1234567\u0000', '+4٫9'],
		],
		['It contains "_", which isn\'t allowed', ['+49_151_12345678']],
		['It contains "?", which isn\'t allowed', ['+49 151 12345678?']],
		['It contains an invisible character (U+202E), which', ['\u202e+4915112345678']],
		['It contains a control character (U+0000), which', ['+49 151 1234567\u0000']],
		["which isn't allowed in a phone number", ['\u202e+4915112345678', '+49 151 \u202e12345678']],
		['too long', ['1'.repeat(10_240), '٤'.repeat(100_000), `+49${' '.repeat(250)}15112345678`]],
	])('is refused because of %s', (reason, all) => {
		for (const written of all) {
			const { message, description } = refusalOf(() => numberIn(written));
			expect([written, message]).toEqual([written, "'To' is not an international phone number"]);
			expect([written, description]).toEqual([written, expect.stringContaining(reason)]);
			expect(description).toContain('You entered "');
			expect(description.length).toBeLessThan(300);
		}
	});

	it('is read quickly, even if designed to take long', () => {
		const texts = [
			'1',
			'+1',
			'(',
			'1.',
			'/',
			'1/',
			' ',
			'1 ',
			'x',
			'1x',
			'0',
			'(0)',
			'\u200b',
			'٤',
		].flatMap((part) => [
			part.repeat(199 / part.length),
			part.repeat(50_000),
			`+49${part.repeat(50)}/`,
		]);
		const start = performance.now();
		for (const text of texts) readPhoneNumber(text);
		expect(performance.now() - start).toBeLessThan(1_000);
	});
});

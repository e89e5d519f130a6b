import { phoneNumberOf } from '../../nodes/AwsWhatsApp/message/recipient.ts';
import { refusalOf } from './support/refusal.mts';

const GERMAN = '+4915112345678';

describe('a phone number', () => {
	it.each([
		GERMAN,
		'4915112345678',
		'004915112345678',
		' +49 151 12345678 ',
		'+49-151-1234-5678',
		'+49 (151) 12345678',
		'+49.151.12345678',
		'+49\u00a0151\u00a012345678',
		'+49\u2011151\u201112345678',
		'+49 – 151 – 12345678',
		'\u202a+49 151 12345678\u202c',
		'\u2066+4915112345678\u2069',
		'\ufeff+4915112345678',
		'+49\t151\n12345678\r\n',
		'00 49 151 12345678',
	])('is understood as it is written: %p', (written) => {
		expect(phoneNumberOf(written, 'To')).toBe(GERMAN);
	});

	it.each([
		['+12025550123', '+12025550123'],
		['1 (202) 555-0123', '+12025550123'],
		['5511987654321', '+5511987654321'],
		['+5215512345678', '+5215512345678'],
		['+390612345678', '+390612345678'],
		['+1234567', '+1234567'],
		['+123456789012345', '+123456789012345'],
	])('of any country: %p', (written, number) => {
		expect(phoneNumberOf(written, 'To')).toBe(number);
	});

	it.each(['', ' ', '\n\t', '\u00a0'])('that is blank (%p) is asked for', (written) => {
		const { message, description } = refusalOf(() => phoneNumberOf(written, 'To'));
		expect(message).toBe("'To' is empty");
		expect(description).toContain('e.g. +4915112345678');
	});

	it.each([
		['a national number', '0151 12345678'],
		['a country code of zero', '+0151123456'],
		['too few digits', '+123456'],
		['too many digits', '+1234567890123456'],
		['two plus signs', '++4915112345678'],
		['a plus sign in the middle', '49+15112345678'],
		['00 after a plus sign', '+004915112345678'],
		['only signs', '+()-'],
		['letters', '+1-800-FLOWERS'],
		['a name', 'Ada'],
		['two numbers', '+4915112345678, +4915112345679'],
		['two numbers without a comma', '+4915112345678 +4915112345679'],
		['an extension', '+4915112345678 ext. 5'],
		['a telephone address', 'tel:+4915112345678'],
		['digits of another script', '+٤٩١٥١١٢٣٤٥٦٧٨'],
		['wide digits', '＋４９１５１１２３４５６７８'],
		['a business-scoped user ID', 'DE.1234567890'],
		['scientific notation', '4.9e12x'],
		['an ID of AWS', 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9'],
		['an expression that was not evaluated', '{{ $json.from }}'],
		['HTML', '<b>4915112345678</b>'],
		['an object as text', '[object Object]'],
		['null as text', 'null'],
		['emoji', '📞4️⃣9️⃣'],
		['10 kB', '1'.repeat(10_240)],
	])('is not made out of %s', (_name, written) => {
		const { message, description } = refusalOf(() => phoneNumberOf(written, 'To'));
		expect(message).toBe("'To' is not an international phone number");
		expect(description).toContain('You gave "');
		expect(description.length).toBeLessThan(300);
	});

	it('with the "(0)" of a national number never keeps that zero', () => {
		let number = '';
		try {
			number = phoneNumberOf('+49 (0) 151 12345678', 'To');
		} catch {
			// Refusing it is as good as understanding it.
			number = GERMAN;
		}
		expect(number).toBe(GERMAN);
	});

	it.each(['\u200e+4915112345678', '+4915112345678\u200f', '+49\u200b15112345678'])(
		'is understood with the invisible marks of a copied text: %j',
		(written) => {
			expect(phoneNumberOf(written, 'To')).toBe(GERMAN);
		},
	);
});

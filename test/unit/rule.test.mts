import { BUSINESS_ACCOUNT_RULE, PHONE_NUMBER_RULE } from '../../nodes/fields/locators.ts';
import { BUCKET_RULE, KEY_RULE } from '../../form/s3File.ts';
import { MEDIA_ID_RULE } from '../../whatsapp/media/fields.ts';
import { grouped } from '../../form/counts.ts';
import { checkText, quoted, textOf, type TextRule } from '../../form/rule.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

describe('a value as text', () => {
	it.each<[unknown, string]>([
		['as it is', 'as it is'],
		['  blanks stay ', '  blanks stay '],
		[0, '0'],
		[4915112345678, '4915112345678'],
		[-1.5, '-1.5'],
		[12345678901234567890n, '12345678901234567890'],
		[true, 'true'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
	])('%p reads as %p', (value, text) => {
		expect(textOf(value, 'Name')).toBe(text);
	});

	it.each(NOT_TEXT)('is refused by the name of its field if it is %s', (_name, value) => {
		const { message, description } = refusalOf(() => textOf(value, 'Your Field'));
		expect(message).toBe("'Your Field' is not text");
		expect(description).toMatch(/It contains (a list|an object)/);
	});
});

describe('a quoted value', () => {
	it('is shortened between characters, never within one', () => {
		expect(quoted('👍'.repeat(80))).toBe(`"${'👍'.repeat(80)}"`);
		expect(quoted('👍'.repeat(81))).toBe(`"${'👍'.repeat(80)}…"`);
		expect(quoted('x'.repeat(10_000_000)).length).toBe(83);
	});
});

describe('a checked text', () => {
	const rule: TextRule = { minLength: 2, maxLength: 5, by: 'AWS' };

	it.each([
		['ab', 'ab'],
		['abcde', 'abcde'],
		[' abcde\n', 'abcde'],
		['👍👍👍👍👍', '👍👍👍👍👍'],
		['ααααα', 'ααααα'],
		[12, '12'],
		[true, 'true'],
	])('%p is within 2 to 5 characters', (value, text) => {
		expect(checkText(value, 'Name', rule)).toBe(text);
	});

	it.each([
		['abcdef', 'long', 6],
		['👍👍👍👍👍👍', 'long', 6],
		['a', 'short', 1],
		['👍', 'short', 1],
		[1, 'short', 1],
		[123456, 'long', 6],
	])('%p is too %s with its %i characters', (value, size, length) => {
		const { message, description } = refusalOf(() => checkText(value, 'Name', rule));
		expect(message).toBe(`'Name' is too ${size}`);
		const bound = size === 'long' ? 'accepts at most 5' : 'requires at least 2';
		const characters = length === 1 ? 'character' : 'characters';
		expect(description).toBe(`It has ${length} ${characters}; AWS ${bound}.`);
	});

	it.each(['', '   ', '\u00a0\n\t', null, undefined])('%p is empty', (value) => {
		expect(checkText(value, 'Name', rule)).toBeUndefined();
		expect(refusalOf(() => checkText(value, 'Name', { required: true })).message).toBe(
			"'Name' is empty",
		);
	});

	it.each(HOSTILE_TEXTS)('stays intact without limits: %s', (_name, text) => {
		expect(checkText(text, 'Name', {})).toBe(text.trim());
	});

	it('of 10 kB is refused without repeating it', () => {
		const { message, description } = refusalOf(() =>
			checkText('!'.repeat(10_240), 'Name', { pattern: /^[a-z]+$/, format: 'small letters' }),
		);
		expect(message).toBe("'Name' has an invalid format");
		expect(description).toContain('Expected: small letters.');
		expect(description.length).toBeLessThan(200);
	});
});

const hex = '976c72a700aa43ff95ae376ee4c530d9';
const arn = (kind: string) => `arn:aws:social-messaging:eu-west-1:111122223333:${kind}/${hex}`;

describe('the rules of the service', () => {
	const takes = (rule: Parameters<typeof checkText>[2], value: unknown) =>
		expect(checkText(value, 'X', rule)).toBe(String(value));
	const refuses = (rule: Parameters<typeof checkText>[2], value: unknown) =>
		expect(refusalOf(() => checkText(value, 'X', rule)).message).toContain("'X'");

	it('accept AWS IDs and ARNs of phone numbers, and nothing that merely looks similar', () => {
		takes(PHONE_NUMBER_RULE, `phone-number-id-${hex}`);
		takes(PHONE_NUMBER_RULE, arn('phone-number-id'));
		takes(PHONE_NUMBER_RULE, `phone-number-id-${'a'.repeat(99)}`);
		for (const bad of [
			'',
			'phone-number-id-',
			'+4915112345678',
			'106540352242922',
			`waba-${hex}`,
			arn('waba'),
			`phone-number-id-${'a'.repeat(100)}`,
			`x phone-number-id-${hex}`,
			`phone-number-id-${hex}\nphone-number-id-${hex}`,
			`phone-number-id-${hex}&other=1`,
			'phone-number-id-ä',
		]) {
			refuses(PHONE_NUMBER_RULE, bad);
		}
	});

	it('accept AWS IDs and ARNs of business accounts, and nothing that merely looks similar', () => {
		takes(BUSINESS_ACCOUNT_RULE, `waba-${hex}`);
		takes(BUSINESS_ACCOUNT_RULE, arn('waba'));
		for (const bad of [
			'waba-',
			'102290129340398',
			`phone-number-id-${hex}`,
			'waba-{{ $json.id }}',
		]) {
			refuses(BUSINESS_ACCOUNT_RULE, bad);
		}
	});

	it('accept media IDs of 1 to 100 letters and digits', () => {
		takes(MEDIA_ID_RULE, 1013859600285441);
		takes(MEDIA_ID_RULE, 'a'.repeat(100));
		for (const bad of ['', 'a'.repeat(101), 'a-b', '12 34', '../1', '１２３', null, '4::aW']) {
			refuses(MEDIA_ID_RULE, bad);
		}
	});

	it('accept S3 bucket names of 3 to 63 characters', () => {
		for (const good of ['abc', 'a'.repeat(63), 'my.bucket-1']) takes(BUCKET_RULE, good);
		for (const bad of [
			'ab',
			'a'.repeat(64),
			'My-Bucket',
			'-abc',
			'abc-',
			'a/b',
			'a b c',
			'arn:aws:s3:::abc',
			'../abc',
		]) {
			refuses(BUCKET_RULE, bad);
		}
	});

	it('accept S3 keys without segments that URLs lose', () => {
		for (const good of [
			'a',
			'a'.repeat(1024),
			'ä'.repeat(512),
			'👍'.repeat(256),
			'a/b c+d/ä.pdf',
			'..a/b..',
			'a/...',
			'a..b/.hidden',
			'//',
		]) {
			takes(KEY_RULE, good);
		}
		for (const bad of ['a'.repeat(1025), '.', '..', 'a/..', '../a', 'a/./b', 'a/../b', 'x/..//y']) {
			refuses(KEY_RULE, bad);
		}
	});

	it('count the bytes of S3 keys, as S3 does', () => {
		for (const [key, bytes] of [
			['a'.repeat(1025), 1025],
			['ä'.repeat(513), 1026],
			[`invoices/${'世'.repeat(340)}.pdf`, 1033],
			['👍'.repeat(257), 1028],
			[`${'a'.repeat(1023)}é`, 1025],
			['\u0301'.repeat(600), 1200],
		] as const) {
			const { message, description } = refusalOf(() => checkText(key, 'Object Key', KEY_RULE));
			expect(message).toBe("'Object Key' is too long");
			expect(description).toContain(`It has ${grouped(bytes)} bytes`);
			expect(description).toContain('Amazon S3 accepts at most 1,024');
		}
	});

	it('refuse such segments in multi-line keys as well', () => {
		refuses(KEY_RULE, 'a\n/../../b');
	});
});

import { firstMatching, HALF_CHARACTER, nameOfCharacter } from '../../form/characters.ts';
import { id, text as textField } from '../../form/texts.ts';
import { readBy } from './support/form.mts';
import { safeFileName } from '../../whatsapp/media/fileName.ts';
import { MEDIA_ID_RULE } from '../../whatsapp/media/fields.ts';
import { checkFile } from '../../whatsapp/media/limits.ts';
import { OUTPUT_FIELD_RULE } from '../../whatsapp/media/outputField.ts';
import { KEY_PREFIX_RULE, KEY_RULE } from '../../form/s3File.ts';
import { inBody, inQuery } from '../../form/member.ts';
import { fillMembers } from '../../engine/members.ts';
import { listOf, oneOf, text, wholeNumber } from '../../form/readers.ts';
import { checkText, textOf } from '../../form/rule.ts';
import { Form } from '../../form/form.ts';
import { eventFilterOf } from '../../nodes/AwsWhatsAppTrigger/settings.ts';
import { callWith } from './support/call.mts';
import { refusalOf } from './support/refusal.mts';

const TOO_LONG = [
	2 ** 53,
	-(2 ** 53),
	123456789012345680,
	1013859600285441000,
	1e21,
	-1e300,
	Number.MAX_VALUE,
];
const NO_NUMBER = [NaN, Infinity, -Infinity];
const TINY = [1e-7, -2.5e-9, Number.MIN_VALUE, Number.EPSILON];
const PLAIN: Array<[number, string]> = [
	[0, '0'],
	[-0, '0'],
	[12.5, '12.5'],
	[-0.000001, '-0.000001'],
	[19.99, '19.99'],
	[4915112345678, '4915112345678'],
	[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	[Number.MIN_SAFE_INTEGER, '-9007199254740991'],
];

const READERS: Array<[string, (value: unknown) => unknown]> = [
	['as a text', (value) => textOf(value, 'Name')],
	['as an identifier', (value) => checkText(value, 'Name', {})],
	['as a member', (value) => text({})(value, 'Name')],
	['in a list', (value) => listOf(text({}))([value], 'Name')],
	['as one of some words', (value) => oneOf(['x'])(value, 'Name')],
	['by a field for IDs', (value) => readBy(id('Name', 'name', { required: true }), value)],
	['by a field for texts', (value) => readBy(textField('Name', 'name', { required: true }), value)],
];

describe.each(READERS)('a number that is read %s', (_name, read) => {
	it.each(TOO_LONG)('is refused if JavaScript has rounded it: %p', (value) => {
		const { message, description } = refusalOf(() => read(value));
		expect(message).toBe("'Name' contains a number that is too long to stay exact");
		expect(description).toBe(`It is close to ${value}. Put it in quotes.`);
	});

	it.each(NO_NUMBER)('is refused if it is not finite: %p', (value) => {
		const { message, description } = refusalOf(() => read(value));
		expect(message).toBe("'Name' is not text");
		expect(description).toContain(`It contains ${value},`);
	});

	it.each(TINY)('is refused if it would be written with an exponent: %p', (value) => {
		expect(refusalOf(() => read(value)).message).toBe(
			"'Name' contains a number that is too small to write out",
		);
	});
});

describe('a number as text', () => {
	it.each(PLAIN)('%p is read as %p', (value, written) => {
		expect(textOf(value, 'Name')).toBe(written);
		expect(checkText(value, 'Name', {})).toBe(written);
	});

	it('may have any length if it is already text or a BigInt', () => {
		for (const id of ['123456789012345678', 123456789012345678n])
			expect(checkText(id, 'Media ID', MEDIA_ID_RULE)).toBe('123456789012345678');
	});

	it('is reported with its range if a whole number is needed', () => {
		for (const value of [...TOO_LONG, ...NO_NUMBER, ...TINY]) {
			expect(refusalOf(() => wholeNumber({ min: 1, max: 9 })(value, 'Name')).message).toBe(
				"'Name' is not a whole number from 1 to 9",
			);
		}
	});

	it('in a filter of the trigger does not become another sender', () => {
		const settings = (senders: unknown) =>
			new Form(
				(name) =>
					new Map<string, unknown>([
						['triggerOn', ['messages']],
						['businessAccountId', 'waba-1'],
						['filters', { senders }],
					]).get(name) ?? '',
			);
		expect(refusalOf(() => eventFilterOf(settings([2 ** 60]))).message).toContain(
			'too long to stay',
		);
		expect(eventFilterOf(settings([4915112345678])).senders).toEqual(['+4915112345678']);
	});
});

/** Texts that were cut inside a character, at every place. */
const CUT = [
	'\ud83d',
	'\udc4d',
	'a\ud83d',
	'\udc4db',
	'👍\ud83d.pdf',
	'\ud83d\ud83d\udc4d',
	'\udc4d\ud83d',
	`${'x'.repeat(199)}\ud83d`,
];
const WHOLE = ['👍', '👩‍👩‍👧‍👦', 'Größe', '世界', '\u{10ffff}', 'a b', '\ufffd', 'שלום', 'e\u0301'];

describe('a text that was cut inside a character', () => {
	it.each(CUT)('is refused as a key or a key prefix: %j', (key) => {
		for (const rule of [KEY_RULE, KEY_PREFIX_RULE]) {
			const { message, description } = refusalOf(() => checkText(key, 'S3 Key Prefix', rule));
			expect(message).toBe("'S3 Key Prefix' contains half of a character");
			expect(description).toMatch(/^Character \d+ is half of a character \(U\+D[8-F]..\)/);
		}
	});

	it.each(WHOLE)('is distinguished from one that is whole: %j', (key) => {
		expect(checkText(key, 'Key', KEY_RULE)).toBe(key);
		expect(firstMatching(key, HALF_CHARACTER)).toBeUndefined();
	});

	it.each(CUT)('is refused in the URL of every request: %j', (value) => {
		const property = {
			displayName: 'Template Name',
			name: 'x',
			type: 'string' as const,
			default: '',
		};
		const member = { property, of: (form: Form) => form.raw({ property }) };
		for (const given of [value, ['a', value]]) {
			const { item } = callWith({ x: given });
			fillMembers([inBody(member)], item);
			expect(item.request.body.x).toBe(given);
			expect(refusalOf(() => fillMembers([inQuery(member)], item)).message).toBe(
				"'Template Name' contains half of a character",
			);
		}
	});

	it.each(CUT)('is repaired in a file name, which comes from strangers: %j', (name) => {
		for (const fileName of [name, `folder/${name}`, `${name}.pdf`]) {
			const safe = safeFileName(fileName) ?? '';
			expect(() => encodeURIComponent(safe)).not.toThrow();
			expect(safe).not.toContain('\ufffd');
			const file = checkFile({ fileName, mimeType: 'application/pdf', bytes: 1 });
			expect(() => encodeURIComponent(file.fileName)).not.toThrow();
			expect(file.fileName).not.toBe('');
		}
	});

	it('leaves no empty name, and no name that means a folder', () => {
		for (const name of ['\ud83d', '\ud83d.', '.\udc4d.', ' \ud83d ']) {
			expect(safeFileName(name)).toBeUndefined();
		}
	});

	it('is unchanged if it was whole before', () => {
		for (const name of WHOLE) expect(safeFileName(name)).toBe(name);
	});
});

describe('the name of an output field', () => {
	const check = (value: unknown) =>
		checkText(value, 'Output Data Field Name', { ...OUTPUT_FIELD_RULE, required: true });

	it.each([
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'hasOwnProperty',
		'valueOf',
		'__defineGetter__',
		' __proto__ ',
		'constructor\n',
	])('cannot be one that every object has: %j', (name) => {
		const { message, description } = refusalOf(() => check(name));
		expect(message).toBe("'Output Data Field Name' has an invalid format");
		expect(description).toContain('__proto__');
	});

	it.each(['', '  ', null, undefined])('is required: %p', (name) => {
		expect(refusalOf(() => check(name)).message).toBe("'Output Data Field Name' is empty");
	});

	it.each(['data', 'proto', 'constructors', '__proto', 'my.file', 'a b', '0', 'Größe', '👍', '$x'])(
		'may be any other: %j',
		(name) => {
			expect(check(name)).toBe(name);
		},
	);
});

describe('a character', () => {
	it.each([
		['\n', 'a line break (U+000A)'],
		['\u00a0', 'a non-breaking space (U+00A0)'],
		['\u200b', 'a zero-width space (U+200B)'],
		['\ufeff', 'a byte order mark (U+FEFF)'],
		['\u00ad', 'a soft hyphen (U+00AD)'],
		['\u201c', 'a left double quotation mark (U+201C)'],
		['\u2019', 'a right single quotation mark (U+2019)'],
		['\u0000', 'a control character (U+0000)'],
		['\u2066', 'an invisible character (U+2066)'],
		['\u2003', 'a space (U+2003)'],
		['\u0301', 'a combining mark (U+0301)'],
		['\ud83d', 'half of a character (U+D83D)'],
		['é', 'a character (U+00E9)'],
		['👍', 'a character (U+1F44D)'],
	])('%j is called %s', (character, name) => {
		expect(nameOfCharacter(character)).toBe(name);
	});

	it('is located by its position, counted in characters', () => {
		expect(firstMatching('👍👍x\n', /\n/u)?.position).toBe(4);
		expect(firstMatching('abc', /\n/u)).toBeUndefined();
	});
});

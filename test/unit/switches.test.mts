import { isNothing, switchOf } from '../../form/spelling.ts';
import { fieldsOf } from '../../engine/fields.ts';
import { keepS3Object, keepS3ObjectByDefault } from '../../whatsapp/media/bucket.ts';
import { flag as flagField } from '../../form/choices.ts';
import { collection } from '../../form/collection.ts';
import type { Field } from '../../form/field.ts';
import { Form } from '../../form/form.ts';
import { flag } from '../../form/readers.ts';
import { rows } from '../../form/rows.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { mediaSettings, remembersIn } from '../../nodes/AwsWhatsAppTrigger/settings.ts';
import { readBy } from './support/form.mts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { refusalOf } from './support/refusal.mts';

const inEveryCase = (word: string) => [
	word,
	word.toUpperCase(),
	`${word.charAt(0).toUpperCase()}${word.slice(1)}`,
	` ${word} `,
	`${word}\r\n`,
	`\t${word}\u00a0`,
];

const ON: unknown[] = [true, 1, 1n, ...['true', 'yes', 'on', '1', 'y', 't'].flatMap(inEveryCase)];
const OFF: unknown[] = [
	false,
	0,
	-0,
	0n,
	...['false', 'no', 'off', '0', 'n', 'f'].flatMap(inEveryCase),
];
const NEITHER: unknown[] = [
	'maybe',
	'truefalse',
	'true false',
	'tru',
	'null',
	'undefined',
	'NaN',
	'si',
	'ja',
	'１',
	'+1',
	'1.0',
	'00',
	'-',
	'true\u200b',
	'"true"',
	'={{ true }}',
	'x'.repeat(1_000_000),
	2,
	-1,
	0.5,
	NaN,
	Infinity,
	2n,
	[],
	[true],
	{},
	{ value: true },
	Object(true),
	...HOSTILE_TEXTS.map(([, text]) => text),
	...NOT_TEXT.map(([, value]) => value),
];
const NOTHING: unknown[] = [undefined, null, '', ' ', '\n\t', '\u00a0', '\ufeff'];

const returnAll = flagField('Return All', 'returnAll', { default: false });
const strictly = flagField('Return All', 'returnAll', { default: false, strict: true });
const options = collection('Options', 'options', [keepS3Object], { placeholder: 'Add' });
const list = rows('Rows', 'rows', { row: 'Row', fields: [keepS3Object] });
const form = (values: Record<string, unknown>) => new Form((name) => values[name]);
const keeps = (values: unknown) => keepS3Object.of(options.of(form({ options: values })));
const keepsByDefault = (values: unknown) =>
	keepS3ObjectByDefault.of(options.of(form({ options: values })));

/** Every way in which a switch is read. */
const READERS: Array<[string, label: string, (value: unknown) => unknown]> = [
	['by itself', 'X', (value) => flag(value, 'X')],
	['on the form', 'Return All', (value) => readBy(returnAll, value)],
	['on the form, strictly', 'Return All', (value) => readBy(strictly, value)],
	['as an option', 'Keep S3 Object', (value) => keeps({ keepS3Object: value })],
	[
		'as an option that is on unless it is switched off',
		'Keep S3 Object',
		(value) => keepsByDefault({ keepS3Object: value }),
	],
	[
		'in a row',
		'Keep S3 Object',
		(value) =>
			readBy(list, { row: [{ keepS3Object: value }] }).map((row) => keepS3Object.of(row))[0],
	],
	[
		'of the trigger',
		'Drop Duplicates',
		(value) => remembersIn(triggerForm({ options: { dropDuplicates: value } })) !== undefined,
	],
];

const triggerForm = (values: Record<string, unknown>) => new Form((name) => values[name] ?? '');

describe('a value of a switch', () => {
	it.each(ON)('%p is on', (value) => expect(switchOf(value)).toBe(true));
	it.each(OFF)('%p is off', (value) => expect(switchOf(value)).toBe(false));
	it('is neither if it is anything else', () => {
		for (const value of [...NEITHER, ...NOTHING]) expect(switchOf(value)).toBeUndefined();
	});
	it.each(NOTHING)('%p is nothing', (value) => expect(isNothing(value)).toBe(true));
	it('is something if it is anything else, even without content', () => {
		for (const value of [...ON, ...OFF, ...NEITHER]) expect(isNothing(value)).toBe(false);
	});
});

describe.each(READERS)('a switch that is read %s', (_name, label, read) => {
	it('is on or off in any of its spellings', () => {
		for (const value of ON) expect([value, read(value)]).toEqual([value, true]);
		for (const value of OFF) expect([value, read(value)]).toEqual([value, false]);
	});

	it('is refused by its name, briefly, if it is neither', () => {
		for (const value of NEITHER) {
			const { message, description } = refusalOf(() => read(value));
			expect(message).toMatch(new RegExp(`^'(Rows 1: )?${label}' is neither true nor false$`));
			expect(description).toMatch(
				/^You entered [^]+ Use the toggle, or an expression that returns/,
			);
			expect(description.length).toBeLessThan(260);
		}
	});
});

describe('a switch without a value', () => {
	it('has its default if nobody added it', () => {
		for (const given of [undefined, null, '', {}, [], { other: 1 }]) {
			expect(keeps(given)).toBe(false);
			expect(keepsByDefault(given)).toBe(true);
		}
		expect(remembersIn(triggerForm({}))).toBe('n8n');
	});

	it.each(NOTHING)('is refused if it was added and its expression returns %p', (value) => {
		for (const read of [keeps, keepsByDefault]) {
			const { message } = refusalOf(() => read({ keepS3Object: value }));
			expect(message).toBe("'Keep S3 Object' is empty");
		}
	});

	it.each(NOTHING)('is off if every form has it and it is %p', (value) => {
		expect(readBy(returnAll, value)).toBe(false);
		expect(refusalOf(() => readBy(strictly, value)).message).toBe("'Return All' is empty");
	});

	it('is still refused in a form that replaces its own value', () => {
		const whole = form({ options: { keepS3Object: null } }).overlay({ returnAll: 'yes' });
		expect(returnAll.of(whole)).toBe(true);
		expect(refusalOf(() => keepS3Object.of(whole.options)).message).toContain("'Keep S3 Object'");
	});
});

describe('the trigger', () => {
	const media = (values: Record<string, unknown>) =>
		mediaSettings(triggerForm({ bucketName: 'my-bucket', ...values }));

	it('downloads media in any spelling of "on", and keeps the copy by default', () => {
		for (const downloadMedia of ON) expect(media({ downloadMedia })).toMatchObject({ keep: true });
		for (const downloadMedia of [...OFF, ...NOTHING])
			expect(media({ downloadMedia })).toBeUndefined();
		for (const keepS3Object of OFF) {
			expect(media({ downloadMedia: 'yes', options: { keepS3Object } })).toMatchObject({
				keep: false,
			});
		}
	});

	it('removes nothing if the switch to keep it is neither on nor off', () => {
		for (const keepS3Object of [...NEITHER, ...NOTHING]) {
			const { message } = refusalOf(() =>
				media({ downloadMedia: true, options: { keepS3Object } }),
			);
			expect(message).toMatch(/^'Keep S3 Object' is (neither true nor false|empty)$/);
		}
	});
});

describe('the switches of all operations', () => {
	const isSwitch = ({ property }: Field) => property.type === 'boolean';
	/** Every switch of a form, with the collection that it is in. */
	const switchesIn = (fields: Field[]): Array<[each: Field, collection?: Field]> =>
		fields.flatMap((field): Array<[Field, Field?]> => {
			if (isSwitch(field)) return [[field]];
			if (field.property.type !== 'collection') return [];
			return (field.inner ?? []).filter(isSwitch).map((each) => [each, field]);
		});
	const found = resources.flatMap(({ operations }) =>
		operations.flatMap((operation) => switchesIn(fieldsOf(operation))),
	);

	it('read alike', () => {
		expect(found.length).toBeGreaterThan(20);
		for (const [each, collection] of found) {
			const { name } = each.property;
			const read = (value: unknown) => {
				const values = collection
					? { [collection.property.name]: { [name]: value } }
					: { [name]: value };
				const whole = form(values);
				return each.of(collection ? whole.group(collection) : whole);
			};
			expect([name, read('TRUE'), read(' off ')]).toEqual([name, true, false]);
			const { message } = refusalOf(() => read('maybe'));
			expect(message).toMatch(/^'[A-Z].*' is neither true nor false$/);
		}
	});
});

import type { INodeProperties } from 'n8n-workflow';
import { isNothing, switchOf } from '../../form/spelling.ts';
import { optionsField } from '../../engine/fields/options.ts';
import { keepS3Object } from '../../whatsapp/media/bucket.ts';
import { Form, labelsOf } from '../../form/form.ts';
import { flag } from '../../form/readers.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import { properties as ofTrigger } from '../../nodes/AwsWhatsAppTrigger/fields/properties.ts';
import { dropsDuplicates, mediaSettings } from '../../nodes/AwsWhatsAppTrigger/settings.ts';
import { labeled } from '../../engine/members.ts';
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

const options = optionsField(keepS3Object).property;
const labels = labelsOf([
	{ displayName: 'Return All', name: 'returnAll', type: 'boolean', default: false },
	options,
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		default: {},
		options: [{ displayName: 'Row', name: 'row', values: [keepS3Object.property] }],
	},
]);
const form = (values: Record<string, unknown>) => new Form((name) => values[name], labels);

/** Every way in which a switch is read. */
const READERS: Array<[string, label: string, (value: unknown) => unknown]> = [
	['by itself', 'X', (value) => flag(value, 'X')],
	['on the form', 'Return All', (returnAll) => form({ returnAll }).flag('returnAll')],
	[
		'on the form, strictly',
		'Return All',
		(returnAll) => form({ returnAll }).strictFlag('returnAll'),
	],
	[
		'as an option',
		'Keep S3 Object',
		(keepS3Object) => form({ options: { keepS3Object } }).options.flag('keepS3Object'),
	],
	[
		'as an option that is on unless it is switched off',
		'Keep S3 Object',
		(keepS3Object) => form({ options: { keepS3Object } }).options.flag('keepS3Object', true),
	],
	[
		'in a row',
		'Keep S3 Object',
		(keepS3Object) =>
			form({ rows: { row: [{ keepS3Object }] } })
				.rows('rows')[0]
				?.flag('keepS3Object'),
	],
	[
		'of the trigger',
		'Drop Duplicates',
		(dropDuplicates) => dropsDuplicates(triggerForm({ options: { dropDuplicates } })),
	],
];

const triggerForm = (values: Record<string, unknown>) =>
	new Form((name) => values[name] ?? '', labelsOf(ofTrigger));

describe('a value of a switch', () => {
	it.each(ON)('%p is on', (value) => expect(switchOf(value)).toBe(true));
	it.each(OFF)('%p is off', (value) => expect(switchOf(value)).toBe(false));
	it('is neither where it is anything else', () => {
		for (const value of [...NEITHER, ...NOTHING]) expect(switchOf(value)).toBeUndefined();
	});
	it.each(NOTHING)('%p is nothing', (value) => expect(isNothing(value)).toBe(true));
	it('is something where it is anything else, also without content', () => {
		for (const value of [...ON, ...OFF, ...NEITHER]) expect(isNothing(value)).toBe(false);
	});
});

describe.each(READERS)('a switch that is read %s', (_name, label, read) => {
	it('is on or off in any of its spellings', () => {
		for (const value of ON) expect([value, read(value)]).toEqual([value, true]);
		for (const value of OFF) expect([value, read(value)]).toEqual([value, false]);
	});

	it('is refused by its name, shortly, where it is neither', () => {
		for (const value of NEITHER) {
			const { message, description } = refusalOf(() => read(value));
			expect(message).toMatch(new RegExp(`^'(Rows 1: )?${label}' is neither true nor false$`));
			expect(description).toMatch(/^You gave [^]+ Use the switch, or an expression that gives/);
			expect(description.length).toBeLessThan(260);
		}
	});
});

describe('a switch without a value', () => {
	it('is what it is by default where nobody added it', () => {
		for (const given of [undefined, null, '', {}, [], { other: 1 }]) {
			expect(form({ options: given }).options.flag('keepS3Object')).toBe(false);
			expect(form({ options: given }).options.flag('keepS3Object', true)).toBe(true);
		}
		expect(triggerForm({}).options.flag('dropDuplicates', true)).toBe(true);
	});

	it.each(NOTHING)('is refused where it was added and its expression finds %p', (keepS3Object) => {
		for (const whenMissing of [true, false]) {
			const { message } = refusalOf(() =>
				form({ options: { keepS3Object } }).options.flag('keepS3Object', whenMissing),
			);
			expect(message).toBe("'Keep S3 Object' is empty");
		}
	});

	it.each(NOTHING)('is off where every form has it and it is %p', (returnAll) => {
		expect(form({ returnAll }).flag('returnAll')).toBe(false);
		expect(refusalOf(() => form({ returnAll }).strictFlag('returnAll')).message).toBe(
			"'Return All' is empty",
		);
	});

	it('is still refused in a form with other values in place of its own', () => {
		const whole = form({ options: { keepS3Object: null } }).overlay({ returnAll: 'yes' });
		expect(whole.flag('returnAll')).toBe(true);
		expect(refusalOf(() => whole.options.flag('keepS3Object')).message).toContain(
			"'Keep S3 Object'",
		);
	});
});

describe('the trigger', () => {
	const media = (values: Record<string, unknown>) =>
		mediaSettings(triggerForm({ bucketName: 'my-bucket', ...values }));

	it('downloads media in any spelling of "on", and keeps the copy unless it is told not to', () => {
		for (const downloadMedia of ON) expect(media({ downloadMedia })).toMatchObject({ keep: true });
		for (const downloadMedia of [...OFF, ...NOTHING])
			expect(media({ downloadMedia })).toBeUndefined();
		for (const keepS3Object of OFF) {
			expect(media({ downloadMedia: 'yes', options: { keepS3Object } })).toMatchObject({
				keep: false,
			});
		}
	});

	it('removes nothing where the switch to keep it is neither on nor off', () => {
		for (const keepS3Object of [...NEITHER, ...NOTHING]) {
			const { message } = refusalOf(() =>
				media({ downloadMedia: true, options: { keepS3Object } }),
			);
			expect(message).toMatch(/^'Keep S3 Object' is (neither true nor false|empty)$/);
		}
	});
});

describe('the switches of all operations', () => {
	/** Every boolean of a form, with the collection that it is in. */
	const switchesIn = (fields: INodeProperties[]): Array<[name: string, collection?: string]> =>
		fields.flatMap((field): Array<[string, string?]> => {
			if (field.type === 'boolean') return [[field.name]];
			if (field.type !== 'collection') return [];
			return (field.options as INodeProperties[])
				.filter(({ type }) => type === 'boolean')
				.map(({ name }) => [name, field.name]);
		});
	const all = resources.flatMap(({ operations }) =>
		operations.map(({ fields }) => fields.map(labeled)),
	);

	it('read alike', () => {
		const found = all.flatMap((fields) =>
			switchesIn(fields).map((each) => [each, labelsOf(fields)] as const),
		);
		expect(found.length).toBeGreaterThan(20);
		for (const [[name, collection], known] of found) {
			const read = (value: unknown) => {
				const values = collection ? { [collection]: { [name]: value } } : { [name]: value };
				const whole = new Form(
					(each) => Object.entries(values).find(([key]) => key === each)?.[1],
					known,
				);
				return (collection ? whole.group(collection) : whole).flag(name);
			};
			expect([name, read('TRUE'), read(' off ')]).toEqual([name, true, false]);
			const { message } = refusalOf(() => read('maybe'));
			expect(message).toMatch(/^'[A-Z].*' is neither true nor false$/);
		}
	});
});

import { describe, expect, it } from '@jest/globals';
import { Template } from '../../../whatsapp/template/send/template.ts';
import { readTemplate } from '../../../whatsapp/template/send/definition.ts';
import { formOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { body, buttons, template } from './definitions/definition.mts';

type Values = Record<string, unknown>;

const send = (components: unknown[], values: Values, more = {}) => {
	const read = new Template(readTemplate(template(components, more)));
	return read.content(read.form(values), {
		message: formOf({}),
		timeZone: 'Europe/Berlin',
		now: Date.UTC(2026, 10, 24),
	});
};

const FOOTER = { type: 'FOOTER', text: 'Bye' };
const REPLY = buttons({ type: 'QUICK_REPLY', text: 'Yes' });
const header = (text: string) => ({ type: 'HEADER', format: 'TEXT', text });
const PICTURE = { type: 'HEADER', format: 'IMAGE' };
const carousel = (text: string) => ({
	type: 'CAROUSEL',
	cards: [1, 2].map(() => ({ components: [PICTURE, body(text), REPLY] })),
});
const pictures = { card1HeaderImage: '10138596', card2HeaderImage: '10138596' };
const cardValues = (value: string) => ({
	...pictures,
	card1BodyText1: 'x',
	card2BodyText1: value,
});

/** The text around the variables, and how much is left for one that stands alone. */
const PLACES: Array<
	[
		name: string,
		components: unknown[],
		id: string,
		label: string,
		left: number,
		others?: (value: string) => Values,
	]
> = [
	['a header', [header('Order {{1}}'), body('Hi!')], 'headerText1', 'Header {{1}}', 60 - 6],
	['a body alone', [body('Hello {{1}}!')], 'bodyText1', 'Body {{1}}', 32_768 - 7],
	['a body with a footer', [body('Hello {{1}}!'), FOOTER], 'bodyText1', 'Body {{1}}', 1024 - 7],
	['a body with buttons', [body('Hello {{1}}!'), REPLY], 'bodyText1', 'Body {{1}}', 1024 - 7],
	[
		'a body under a header',
		[header('News'), body('Hello {{1}}!')],
		'bodyText1',
		'Body {{1}}',
		1024 - 7,
	],
	[
		'a body above cards',
		[body('Hello {{1}}!'), carousel('Look!')],
		'bodyText1',
		'Body {{1}}',
		1024 - 7,
		() => pictures,
	],
	[
		'a card',
		[body('Look!'), carousel('Only {{1}}!')],
		'card2BodyText1',
		'Card 2: Body {{1}}',
		160 - 6,
		cardValues,
	],
	[
		'a variable that stands twice',
		[body('Hi {{1}}, {{1}}!'), FOOTER],
		'bodyText1',
		'Body {{1}}',
		(1024 - 6) / 2,
	],
	['a named variable', [body('Hi {{name}}!'), FOOTER], 'name', 'Body {{name}}', 1024 - 4],
	['blanks in the braces', [body('Hi {{ 1 }}!'), FOOTER], 'bodyText1', 'Body {{1}}', 1024 - 4],
	[
		'emoji in the text of the template',
		[body('👋🏽 {{1}}!'), FOOTER],
		'bodyText1',
		'Body {{1}}',
		1024 - 4,
	],
	['line ends in the text', [body('Hi\n\n{{1}}!'), FOOTER], 'bodyText1', 'Body {{1}}', 1024 - 5],
];

describe('the text of a template with its values', () => {
	it.each(PLACES)(
		'has a limit in %s',
		(_name, components, id, label, left, others = () => ({})) => {
			for (const character of ['x', '👍', 'ü', 'ש']) {
				const fits = character.repeat(left);
				expect(send(components, { ...others(fits), [id]: fits })).toBeDefined();
				const tooLong = character.repeat(left + 1);
				const { message, description } = refusalOf(() =>
					send(components, { ...others(tooLong), [id]: tooLong }),
				);
				expect(message).toBe(`'${label}' makes the text too long`);
				expect(description).toContain('characters; WhatsApp allows at most ');
			}
		},
	);

	it('is the sum of all values, and the longest is named', () => {
		const components = [body('Hi {{1}}, {{2}} and {{3}}!'), FOOTER];
		const values = (more: number) => ({
			bodyText1: 'x'.repeat(300),
			bodyText2: 'x'.repeat(400 + more),
			bodyText3: 'x'.repeat(313),
		});
		expect(send(components, values(0))).toBeDefined();
		const { message, description } = refusalOf(() => send(components, values(1)));
		expect(message).toBe("'Body {{2}}' makes the text too long");
		expect(description).toBe(
			"With its values, the text has 1,025 characters; WhatsApp allows at most 1,024. The template's own text has 11, so 1,013 are left for the values. Shorten this one, which is the longest.",
		);
	});

	it('shows the text of an amount and of a time', () => {
		const components = [header('You owe {{1}}'), body('Hi!')];
		const amount = (fallback: string) => ({
			headerText1: { currency: { fallback_value: fallback, code: 'EUR', amount_1000: 12500 } },
		});
		expect(send(components, amount('€'.repeat(52)))).toBeDefined();
		expect(refusalOf(() => send(components, amount('€'.repeat(53)))).message).toBe(
			"'Header {{1}}' makes the text too long",
		);
		const time = { headerText1: { date_time: { fallback_value: 'x'.repeat(53) } } };
		expect(refusalOf(() => send(components, time)).message).toBe(
			"'Header {{1}}' makes the text too long",
		);
	});

	it('has values that look like patterns', () => {
		const components = [header('{{1}}!'), body('Hi!')];
		expect(send(components, { headerText1: "$&$1$'".repeat(9) })).toBeDefined();
		expect(send(components, { headerText1: '{{1}}'.repeat(11) })).toBeDefined();
	});
});

describe('a value used in two places', () => {
	it('is called in errors what the panel calls it, after the first place', () => {
		const components = [header('{{name}}'), body('Dear {{name}}!')];
		const read = new Template(readTemplate(template(components, { parameter_format: 'NAMED' })));
		const labels = read.fields.map(({ property }) => property.displayName);
		expect(labels.filter((label) => label.includes('{{name}}'))).toEqual(['Header {{name}}']);
		const value = 'x'.repeat(60);
		expect(send(components, { name: value })).toHaveProperty('components');
		const long = [header('{{name}}'), body(`${'x'.repeat(1020)}{{name}}`), FOOTER];
		expect(refusalOf(() => send(long, { name: value })).message).toBe(
			"'Header {{name}}' makes the text too long",
		);
	});
});

import { describe, expect, it } from '@jest/globals';
import { updateFields } from '../../../whatsapp/template/creation/change.ts';
import { membersOf } from '../../../form/member.ts';
import { newTemplate } from '../../../whatsapp/template/creation/create.ts';
import { createFromLibrary } from '../../../nodes/AwsWhatsApp/resources/template/createFromLibrary.operation.ts';
import { update } from '../../../nodes/AwsWhatsApp/resources/template/update.operation.ts';
import { formWith } from '../support/form.mts';
import { refusalOf } from '../support/refusal.mts';
import { definitionOf, examples, refusal, rows, type Values } from './form.mts';

const bodyIn = (definition: object): string =>
	JSON.parse(JSON.stringify(definition)).components.find(
		({ type }: { type: string }) => type === 'BODY',
	).text;

/** One example for each name in single or double braces. */
const examplesFor = (text: string) =>
	examples(
		Object.fromEntries(
			[...text.normalize('NFKC').matchAll(/\{\s*(\w+)\s*\}/g)].map(([, name = '']) => [
				name,
				'Ada',
			]),
		),
	);

/**
 * Texts as people have submitted them, in Meta's own examples and in other projects, in this panel's
 * notation and in WhatsApp's.
 */
const TEXTS: Array<[typed: string, sent: string]> = [
	['Hi {1}, your order {2} is on its way.', 'Hi {{1}}, your order {{2}} is on its way.'],
	['Hi {{1}}, your order {{2}} is on its way.', 'Hi {{1}}, your order {{2}} is on its way.'],
	['Hi {1}, your order {{2}} is on its way.', 'Hi {{1}}, your order {{2}} is on its way.'],
	[
		'Thank you, {first_name}! Your order number is {order_number}.',
		'Thank you, {{first_name}}! Your order number is {{order_number}}.',
	],
	['Hi { 1 }, use {{ 2 }} by tonight.', 'Hi {{1}}, use {{2}} by tonight.'],
	['Olá {1}!\nSeu pedido *#{2}* saiu.', 'Olá {{1}}!\nSeu pedido *#{{2}}* saiu.'],
	[
		'Shop now through {1} and use code {2} to get {3} off of all merchandise.',
		'Shop now through {{1}} and use code {{2}} to get {{3}} off of all merchandise.',
	],
	['שלום {1}, ההזמנה {2} בדרך.', 'שלום {{1}}, ההזמנה {{2}} בדרך.'],
	['👋 {1} 👋', '👋 {{1}} 👋'],
	['你好｛1｝，订单｛ 2 ｝已发货。', '你好{{1}}，订单{{2}}已发货。'],
	['｛お知らせ｝ご注文｛１｝です。', '｛お知らせ｝ご注文{{1}}です。'],
	['You owe ${1} until {2}.', 'You owe ${{1}} until {{2}}.'],
];

describe('a variable that is typed into a text', () => {
	it.each(TEXTS)('%j becomes %j', (typed, sent) => {
		expect(bodyIn(definitionOf({ bodyText: typed, bodyExamples: examplesFor(typed) }))).toBe(sent);
	});

	it.each([
		['Hi {Ada}!', 'has a variable that WhatsApp does not accept'],
		['Hi {first name}!', 'has a variable that WhatsApp does not accept'],
		['Hi {first-name}!', 'has a variable that WhatsApp does not accept'],
		['Hi {}!', 'has a variable that WhatsApp does not accept'],
		['Hi { }!', 'has a variable that WhatsApp does not accept'],
		['Hi {{}}!', 'has a variable that WhatsApp does not accept'],
		['Hi {{$json.name}}!', 'has a variable that WhatsApp does not accept'],
		['As JSON: {"a":1}.', 'has a variable that WhatsApp does not accept'],
		['Hi {1!', 'has unmatched curly braces'],
		['Hi 1}!', 'has unmatched curly braces'],
		['Hi {{{1}}}!', 'has unmatched curly braces'],
		['Hi {{1}!', 'has unmatched curly braces'],
		['Hi {1}}!', 'has unmatched curly braces'],
		['Hi {{1} and {2}}!', 'has unmatched curly braces'],
		['Be happy :-}', 'has unmatched curly braces'],
		['Hi {1} and {3}!', 'has a gap in its numbered variables'],
		['Hi {0}!', 'has a gap in its numbered variables'],
		['Hi {1} and {name}!', 'mixes numbered and named variables'],
		['Hi {1}{2}!', 'has two variables with nothing between them'],
		['{1} is here.', 'begins with a variable'],
		['Hello {name}', 'ends with a variable'],
		['Hello {name}\u200b', 'ends with a variable'],
		['\ufeff {name} has an order', 'begins with a variable'],
	])('is never guessed: %j', (bodyText, what) => {
		const { message, description } = refusal({ bodyText, bodyExamples: examplesFor(bodyText) });
		expect(message).toBe(`'Body' ${what}`);
		expect(description).not.toContain('{{');
	});

	it('counts as it is sent', () => {
		const text = (length: number) => `Hi {1}${'x'.repeat(length - 'Hi {{1}}'.length)}`;
		const bodyExamples = examples({ '1': 'Ada' });
		expect(bodyIn(definitionOf({ bodyText: text(1024), bodyExamples }))).toHaveLength(1024);
		expect(refusal({ bodyText: text(1025), bodyExamples }).message).toBe("'Body' is too long");
	});
});

describe('a variable where WhatsApp fills in none', () => {
	const button = (text: string) => ({ buttons: rows({ buttonType: 'QUICK_REPLY', text }) });

	it.each(['{1}', '{name}', '{{1}}', '{{Name}}', '${x}'])('is refused: %p', (text) => {
		expect(refusal({ footerText: `Bye ${text}` }).message).toBe("'Footer' has a variable");
		expect(refusal(button(text)).message).toBe("'Buttons 1: Text' has a variable");
	});

	it('is refused if n8n has evaluated it', () => {
		expect(refusal({ footerText: 'Order 1' }, { footerText: '=Order {{1}}' }).message).toBe(
			"'Footer' has a variable",
		);
	});
});

/** What n8n makes of what is typed or pasted into an empty field, and what it gives then. */
const AS_EXPRESSION: Array<[written: string, value: unknown]> = [
	['=Hi {{1}}, your order {{2}} is on its way.', 'Hi 1, your order 2 is on its way.'],
	['=Hi {{ 1 }}!', 'Hi 1!'],
	['=Hi {{first_name}}!', 'Hi !'],
	['=Hi {{Name}}!', 'Hi !'],
	['={{1}}', 1],
	['=Hi {{ $json.name }}, your order {{1}} is here.', 'Hi Ada, your order 1 is here.'],
	['=Hi {{\n1\n}}!', 'Hi 1!'],
	['=Hi {{order-id}}!', 'Hi !'],
	['=Hi {{customer.name}}!', 'Hi !'],
	['=Hi {{имя}}!', 'Hi !'],
	['=Hi {{1.0}}!', 'Hi 1!'],
	['=Hi {{{1}}}!', 'Hi [object Object]!'],
	['=Hi {{  }}', 'Hi '],
	['=\\\\{{1}}!', '\\1!'],
];

describe('a text that n8n has turned into an expression', () => {
	it.each(AS_EXPRESSION)('is refused, with the way out: %j', (written, value) => {
		const { message, description } = refusal({ bodyText: value }, { bodyText: written });
		expect(message).toBe("'Body' was turned into an expression by n8n, so its variables are lost");
		expect(description).toContain('n8n turned "');
		expect(description).toContain('Write {1} instead');
	});

	it.each([
		['={{ $json.body }}', 'Hello.'],
		['=Hello {{ $json.name }}.', 'Hello Ada.'],
		['={{ "Hello." }}', 'Hello.'],
		['={{ 1 + 1 }} pieces.', '2 pieces.'],
		['=Hello.', 'Hello.'],
		['Hello.', 'Hello.'],
		[undefined, 'Hello.'],
	])('does not exist in %j', (written, bodyText) => {
		expect(bodyIn(definitionOf({ bodyText }, { bodyText: written }))).toBe(bodyText);
	});

	it('keeps the variables from an expression, in either notation', () => {
		const bodyExamples = examples({ '1': 'Ada' });
		for (const [written, bodyText] of [
			['=Hi {1}, {{ $json.shop }} greets you.', 'Hi {1}, ACME greets you.'],
			['={{ $json.body }}', 'Hi {{1}}, ACME greets you.'],
			['=Hi \\{{1}}, {{ $json.shop }} greets you.', 'Hi {{1}}, ACME greets you.'],
		]) {
			const values = { bodyText, bodyExamples };
			expect(bodyIn(definitionOf(values, { ...values, bodyText: written }))).toBe(
				'Hi {{1}}, ACME greets you.',
			);
		}
	});
});

const TYPED_INTO: Array<[label: string, value: Values, written: Values]> = [
	['Header Text', { headerFormat: 'TEXT', headerText: 'Order 1' }, { headerText: '=Order {{1}}' }],
	[
		'Body Examples 1: Variable',
		{ bodyText: 'Hi {first_name}!', bodyExamples: rows({ variable: '', example: 'Ada' }) },
		{ bodyExamples: rows({ variable: '={{first_name}}', example: 'Ada' }) },
	],
	[
		'Buttons 1: URL',
		{ buttons: rows({ buttonType: 'URL', text: 'Go', url: 'https://example.com/1' }) },
		{ buttons: rows({ buttonType: 'URL', text: 'Go', url: '=https://example.com/{{1}}' }) },
	],
	[
		'Buttons 2: Android Deep Link',
		{
			buttons: rows(
				{ buttonType: 'QUICK_REPLY', text: 'Yes' },
				{
					buttonType: 'URL',
					text: 'Go',
					url: 'https://example.com/',
					options: { androidDeepLink: 'example://1', metaAppId: '1' },
				},
			),
		},
		{
			buttons: rows(
				{ text: 'Yes' },
				{ url: 'https://example.com/', options: { androidDeepLink: '=example://{{1}}' } },
			),
		},
	],
	[
		'Cards 2: Body',
		{
			templateType: 'carousel',
			cards: rows(
				...['Only 1!', 'Only 2!'].map((bodyText) => ({
					headerHandle: '4::x',
					bodyText,
					buttons: rows({ buttonType: 'QUICK_REPLY', text: 'More' }),
				})),
			),
		},
		{ cards: rows({ bodyText: 'Only 1!' }, { bodyText: '=Only {{2}}!' }) },
	],
	[
		'Cards 1: Buttons 1: URL',
		{
			templateType: 'carousel',
			cards: rows(
				...[1, 2].map((number) => ({
					headerHandle: '4::x',
					bodyText: 'Look!',
					buttons: rows({ buttonType: 'URL', text: 'Go', url: `https://example.com/${number}` }),
				})),
			),
		},
		{ cards: rows({ buttons: rows({ url: '=https://example.com/{{1}}' }) }, {}) },
	],
];

describe('every field for variables', () => {
	it.each(TYPED_INTO)(
		'says that its text has become an expression: %s',
		(label, values, written) => {
			expect(refusal(values, { ...values, ...written }).message).toBe(
				`'${label}' was turned into an expression by n8n, so its variables are lost`,
			);
		},
	);

	it('does so in a library template', () => {
		const button = (baseUrl: string) => ({
			libraryTemplateButtonInputs: { button: [{ type: 'URL', baseUrl }] },
		});
		const values = {
			templateName: 'my_delivery',
			libraryTemplateName: 'delivery_update_1',
			templateLanguageCode: 'en_US',
			templateCategory: 'UTILITY',
		};
		const form = formWith(
			{ ...values, ...button('https://example.com/1') },
			{ ...values, ...button('=https://example.com/{{1}}') },
		);
		expect(refusalOf(() => createFromLibrary.compose?.(form)).message).toBe(
			"'Button Inputs 1: Base URL' was turned into an expression by n8n, so its variables are lost",
		);
	});

	it('does so in JSON, where it suggests pasting it again', () => {
		const definition = (text: string) =>
			JSON.stringify({
				name: 'a',
				language: 'en_US',
				category: 'UTILITY',
				components: [{ type: 'BODY', text }],
			});
		const values = { specifyTemplate: 'json', templateDefinition: definition('Hi 1!') };
		const written = { ...values, templateDefinition: `=${definition('Hi {{1}}!')}` };
		const { message, description } = refusalOf(() => newTemplate(formWith(values, written)));
		expect(message).toBe(
			"'Template Definition' was turned into an expression by n8n, so its variables are lost",
		);
		expect(description).toContain('Switch the field to Fixed, then replace its content');
		expect(newTemplate(formWith(values))).toHaveProperty('templateDefinition');
	});

	it('does so in the components of a change', () => {
		const changed = (templateComponents: string) => ({ updateFields: { templateComponents } });
		const form = formWith(
			changed('[{"type":"BODY","text":"Hi 1!","example":{"body_text":[["Ada"]]}}]'),
			changed('=[{"type":"BODY","text":"Hi {{1}}!","example":{"body_text":[["Ada"]]}}]'),
		);
		const components = update.fields
			.flatMap(membersOf)
			.filter(({ member }) => member === 'templateComponents');
		expect(components).toHaveLength(1);
		for (const field of components) {
			expect(refusalOf(() => field.of(updateFields.of(form))).message).toBe(
				"'Components' was turned into an expression by n8n, so its variables are lost",
			);
		}
	});
});

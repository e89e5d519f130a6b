import {
	body,
	bodyOf,
	field,
	headerOf,
	named,
	template,
	text,
	type TemplateCase,
} from './definition.mts';

/** Templates of words alone. */
export const texts: TemplateCase[] = [
	{
		name: 'nothing to fill in',
		definition: template([
			{ type: 'HEADER', format: 'TEXT', text: 'Welcome' },
			body('We are glad that you are here.'),
			{ type: 'FOOTER', text: 'Reply STOP to end' },
		]),
		fields: [],
		values: {},
	},
	{
		name: 'two numbered variables with examples',
		definition: template([
			body('Hi {{1}}, your order {{2}} is on its way.', { body_text: [['Ada', 'A-17']] }),
		]),
		fields: [
			field(
				'bodyText1',
				'Body {{1}}',
				'Body {{1}} (e.g. Ada): Hi {{1}}, your order {{2}} is on its w…',
			),
			field(
				'bodyText2',
				'Body {{2}}',
				'Body {{2}} (e.g. A-17): Hi {{1}}, your order {{2}} is on its way.',
			),
		],
		values: { bodyText1: 'Ada', bodyText2: 'A-17' },
		components: [bodyOf(text('Ada'), text('A-17'))],
	},
	{
		name: 'numbered variables in another order than their numbers',
		definition: template([
			body('{{10}} {{2}} and {{1}}, {{2}}', {
				body_text: [['a', 'b', '', '', '', '', '', '', '', 'j']],
			}),
		]),
		fields: [
			field('bodyText1', 'Body {{1}}', 'Body {{1}} (e.g. a): {{10}} {{2}} and {{1}}, {{2}}'),
			field('bodyText2', 'Body {{2}}', 'Body {{2}} (e.g. b): {{10}} {{2}} and {{1}}, {{2}}'),
			field('bodyText10', 'Body {{10}}', 'Body {{10}} (e.g. j): {{10}} {{2}} and {{1}}, {{2}}'),
		],
		values: { bodyText1: 'one', bodyText2: 'two', bodyText10: 'ten' },
		components: [bodyOf(text('one'), text('two'), text('ten'))],
	},
	{
		name: 'a long text with line ends around its variable',
		definition: template([
			body(
				`We are so very happy to tell you,\n\ndear {{1}}, that the parcel which you have waited for is here.`,
				{ body_text: ['Ada Lovelace, Countess of somewhere in England'] },
			),
		]),
		fields: [
			field(
				'bodyText1',
				'Body {{1}}',
				'Body {{1}} (e.g. Ada Lovelace, Countess of some…): … very happy to tell you, dear {{1}}, that the parcel which you ha…',
			),
		],
		values: { bodyText1: 'Ada' },
		components: [bodyOf(text('Ada'))],
	},
	{
		name: 'named variables',
		definition: template(
			[
				body('Hi {{first_name}}, your order {{order_id}} is here.', {
					body_text_named_params: [
						{ param_name: 'first_name', example: 'Ada' },
						{ param_name: 'order_id', example: 'A-17' },
					],
				}),
			],
			{ parameter_format: 'NAMED' },
		),
		fields: [
			field(
				'first_name',
				'Body {{first_name}}',
				'Body {{first_name}} (e.g. Ada): Hi {{first_name}}, your order {{order_id}} is h…',
			),
			field(
				'order_id',
				'Body {{order_id}}',
				'Body {{order_id}} (e.g. A-17): Hi {{first_name}}, your order {{order_id}} is here.',
			),
		],
		values: { first_name: 'Ada', order_id: 'A-17' },
		components: [bodyOf(named('first_name', 'Ada'), named('order_id', 'A-17'))],
	},
	{
		name: 'one name in the header and in the text',
		definition: template(
			[
				{
					type: 'HEADER',
					format: 'TEXT',
					text: 'News for {{name}}',
					example: { header_text_named_params: [{ param_name: 'name', example: 'Ada' }] },
				},
				body('Dear {{name}}, read on.', {
					body_text_named_params: [{ param_name: 'name', example: 'Ada' }],
				}),
			],
			{ parameter_format: 'NAMED' },
		),
		fields: [field('name', 'Header {{name}}', 'Header {{name}} (e.g. Ada): News for {{name}}')],
		values: { name: 'Ada' },
		components: [headerOf(named('name', 'Ada')), bodyOf(named('name', 'Ada'))],
	},
	{
		name: 'a numbered variable in the header and one in the text',
		definition: template([
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Order {{1}}',
				example: { header_text: ['A-17'] },
			},
			body('Hi {{1}}, it is here.', { body_text: [['Ada']] }),
		]),
		fields: [
			field('headerText1', 'Header {{1}}', 'Header {{1}} (e.g. A-17): Order {{1}}'),
			field('bodyText1', 'Body {{1}}', 'Body {{1}} (e.g. Ada): Hi {{1}}, it is here.'),
		],
		values: { headerText1: 'A-17', bodyText1: 'Ada' },
		components: [headerOf(text('A-17')), bodyOf(text('Ada'))],
	},
	{
		name: 'numbered and named variables, where Meta does not say which it wants',
		definition: template([body('Hi {{ 1 }}, {{ shop_name }} greets you.')], {
			parameter_format: undefined,
		}),
		fields: [
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Hi {{ 1 }}, {{ shop_name }} greets you.'),
			field(
				'shop_name',
				'Body {{shop_name}}',
				'Body {{shop_name}}: Hi {{ 1 }}, {{ shop_name }} greets you.',
			),
		],
		values: { bodyText1: 'Ada', shop_name: 'Lovelace & Co' },
		components: [bodyOf(text('Ada'), named('shop_name', 'Lovelace & Co'))],
	},
	{
		name: 'an amount and a time as WhatsApp writes them',
		definition: template([body('You paid {{1}} on {{2}} for {{3}}.')]),
		fields: [
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: You paid {{1}} on {{2}} for {{3}}.'),
			field('bodyText2', 'Body {{2}}', 'Body {{2}}: You paid {{1}} on {{2}} for {{3}}.'),
			field('bodyText3', 'Body {{3}}', 'Body {{3}}: You paid {{1}} on {{2}} for {{3}}.'),
		],
		values: {
			bodyText1: { currency: { fallback_value: '€ 12.50', code: 'EUR', amount_1000: 12500 } },
			bodyText2: { type: 'date_time', date_time: { fallback_value: '31 Dec 2026' } },
			bodyText3: 2,
		},
		components: [
			bodyOf(
				{
					type: 'currency',
					currency: { fallback_value: '€ 12.50', code: 'EUR', amount_1000: 12500 },
				},
				{ type: 'date_time', date_time: { fallback_value: '31 Dec 2026' } },
				text('2'),
			),
		],
	},
	{
		name: 'types in lower case, as Meta takes them when a template is created',
		definition: template(
			[
				{ type: 'header', format: 'text', text: 'Order {{1}}' },
				{ type: 'body', text: 'Hi {{1}}.' },
				{ type: 'footer', text: 'Bye' },
			],
			{ status: 'approved', category: 'utility', parameter_format: 'positional' },
		),
		fields: [
			field('headerText1', 'Header {{1}}', 'Header {{1}}: Order {{1}}'),
			field('bodyText1', 'Body {{1}}', 'Body {{1}}: Hi {{1}}.'),
		],
		values: { headerText1: 'A-17', bodyText1: 'Ada' },
		components: [headerOf(text('A-17')), bodyOf(text('Ada'))],
	},
	{
		name: 'a request for the permission to call',
		definition: template([
			body('May we call you, {{1}}, about it?'),
			{ type: 'CALL_PERMISSION_REQUEST' },
		]),
		fields: [field('bodyText1', 'Body {{1}}', 'Body {{1}}: May we call you, {{1}}, about it?')],
		values: { bodyText1: 'Ada' },
		components: [bodyOf(text('Ada'))],
	},
];

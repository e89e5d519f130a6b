import type { Sample } from './samples.mts';
import { orderParameters } from './samples.mts';

type Component = Record<string, unknown>;

const texts = (...values: string[]) => values.map((text) => ({ type: 'text', text }));
const body = (...values: string[]): Component => ({ type: 'body', parameters: texts(...values) });
const header = (type: string, value: object): Component => ({
	type: 'header',
	parameters: [{ type, [type]: value }],
});
const button = (subtype: string, index: number, ...parameters: object[]): Component => ({
	type: 'button',
	sub_type: subtype,
	index: String(index),
	parameters,
});
const action = (value: object) => ({ type: 'action', action: value });
const link = (file: string) => ({ link: `https://files.example/${file}` });
const product = (id: string) => ({ product_retailer_id: id, catalog_id: '900' });

function template(
	name: string,
	components: Component[],
	reads: string[],
	{ tap, language = 'en_US' }: { tap?: Sample['tap']; language?: string } = {},
): Sample {
	const content = { name, language: { code: language }, components };
	return {
		name: `template ${name}`,
		message: { type: 'template', template: content },
		reads,
		...(tap ? { tap } : {}),
	};
}

const named = (entries: Record<string, string>) =>
	Object.entries(entries).map(([parameter_name, text]) => ({ type: 'text', parameter_name, text }));

/** Of the seed and of the showcase, each with all it needs. */
export const templateSamples: Sample[] = [
	template(
		'order_update',
		[{ type: 'header', parameters: texts('A-17') }, body('Ada', 'A-17', 'Friday')],
		[
			'Order A-17',
			'Hello Ada, your order A-17 leaves our shop today and arrives on Friday.',
			'Nordwind Coffee',
			'Change address',
			'Call me',
		],
	),
	template(
		'order_update',
		[
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: '$& *Ada*' },
					{
						type: 'currency',
						currency: { fallback_value: '12,50 €', code: 'EUR', amount_1000: 12500 },
					},
					{ type: 'date_time', date_time: { fallback_value: '31. Dezember' } },
				],
			},
		],
		['Hallo $& Ada, Ihre Bestellung 12,50 € ist unterwegs und kommt am 31. Dezember an.'],
		{ language: 'de' },
	),
	template(
		'invoice_ready',
		[
			header('document', { ...link('17.pdf'), filename: 'Invoice.pdf' }),
			body('17', '48.20 EUR'),
			button('url', 0, ...texts('2026-118')),
		],
		[
			'Invoice.pdf',
			'Your invoice 17 for 48.20 EUR',
			'Pay now',
			'https://shop.example/pay/2026-118',
		],
	),
	template(
		'sign_in_code',
		[body('482913'), button('url', 0, ...texts('482913'))],
		['482913 is your verification code. For', 'expires in 10 minutes', 'Copy code\n482913'],
	),
	template(
		'login_code',
		[body('735511'), button('url', 0, ...texts('735511'))],
		['735511 is your verification code.', 'Copy code\n735511'],
	),
	template(
		'new_arrivals',
		[
			body('Ada'),
			{
				type: 'carousel',
				cards: ['beans', 'cups'].map((name, index) => ({
					card_index: index,
					components: [
						header('image', link(`${name}.jpg`)),
						body(`${index + 9} EUR`),
						button('quick_reply', 0, { type: 'payload', payload: 'secret' }),
						button('url', 1, ...texts(`ref-${index}`)),
					],
				})),
			},
		],
		[
			'Ada, have a look',
			'beans.jpg',
			'Our new beans, only 9 EUR.',
			'More beans',
			'https://shop.example/beans/ref-0',
			'cups.jpg',
			'Our new cups, only 10 EUR.',
			'https://shop.example/cups/ref-1',
		],
	),
	template(
		'appointment_reminder',
		[
			{
				type: 'body',
				parameters: named({ time: '10:30', first_name: 'Ada', day: 'Monday' }),
			},
		],
		['Hello Ada, we expect you on Monday at 10:30.'],
	),
	template(
		'season_offer',
		[
			header('image', link('spring.jpg')),
			body('Ada', '20 %', 'Sunday'),
			button('url', 2, ...texts('spring')),
			button('copy_code', 5, { type: 'coupon_code', coupon_code: 'SAVE20' }),
		],
		['spring.jpg', 'take 20 % off every coffee', 'Reply STOP', 'Tell me more', 'Not for me'],
		{
			tap: {
				on: 'See all options',
				reads: [
					'Order now\nhttps://shop.example/offers/spring',
					'All our shops\nhttps://shop.example/shops',
					'Call the shop\n+4930901820',
					'Copy offer code\nSAVE20',
				],
			},
		},
	),
	template(
		'delivery_window',
		[
			{ type: 'header', parameters: named({ parcel: 'A-17' }) },
			{ type: 'body', parameters: named({ first_name: 'Ada', day: 'Monday' }) },
			{ ...button('url', 0), parameters: named({ parcel: 'A-17' }) },
		],
		['Parcel A-17', 'we deliver on Monday.', 'https://shop.example/track/A-17'],
	),
	template(
		'brewing_course',
		[header('video', link('brew.mp4')), body('Ada', 'Friday')],
		['brew.mp4', 'brew with Ada'],
	),
	template(
		'courier_here',
		[
			header('location', { latitude: 52.5, longitude: 13.4, name: 'Depot', address: 'Weg 1' }),
			body('Ben'),
			{
				type: 'button',
				sub_type: 'voice_call',
				parameters: [{ type: 'ttl_minutes', ttl_minutes: 9 }],
			},
		],
		['Depot', 'Weg 1', '52.5, 13.4', 'Your courier Ben', 'Call the courier'],
	),
	template(
		'flash_sale',
		[
			header('image', link('flash.jpg')),
			body('Ada'),
			{
				type: 'limited_time_offer',
				parameters: [
					{
						type: 'limited_time_offer',
						limited_time_offer: { expiration_time_ms: Date.UTC(2026, 11, 31, 12) },
					},
				],
			},
			button('copy_code', 0, { type: 'coupon_code', coupon_code: 'FLASH20' }),
			button('url', 1, ...texts('ref17')),
		],
		[
			'flash.jpg',
			'Flash sale!',
			'Ends Dec 31, 2026, 12:00',
			'Code FLASH20',
			'Good news, Ada',
			'Copy offer code\nFLASH20',
			'https://shop.example/sale/ref17',
		],
	),
	template(
		'product_of_the_week',
		[header('product', product('sku1')), body('Ada')],
		['sku1', 'Catalog 900', 'Ada, this one is for you.', 'View'],
	),
	template(
		'favourite_products',
		[
			body('Ada'),
			{
				type: 'carousel',
				cards: ['sku1', 'sku2', 'sku3'].map((id, index) => ({
					card_index: index,
					components: [header('product', product(id))],
				})),
			},
		],
		['most loved products', 'sku1', 'sku2', 'sku3', 'View'],
	),
	template(
		'whole_catalog',
		[body('Ada'), button('catalog', 0, action({ thumbnail_product_retailer_id: 'sku1' }))],
		['everything we have', 'sku1', 'View catalog'],
	),
	template(
		'picked_for_you',
		[
			body('Ada'),
			button(
				'mpm',
				0,
				action({
					thumbnail_product_retailer_id: 'sku1',
					sections: [{ title: 'Mugs', product_items: [{ product_retailer_id: 'sku7' }] }],
				}),
			),
		],
		['Picked for you', 'we chose these', 'View items', '1 item'],
		{ tap: { on: 'View items', reads: ['Mugs', 'sku7'] } },
	),
	template(
		'book_a_tasting',
		[body('Ada'), button('flow', 0, action({ flow_token: 't', flow_action_data: { day: 'Mon' } }))],
		['when would you like to taste', 'Choose a day'],
		{ tap: { on: 'Choose a day', reads: ['CHOOSE_DAY', '"day": "Mon"'] } },
	),
	template(
		'pay_order',
		[body('Ada'), button('order_details', 0, action({ order_details: orderParameters }))],
		['Olá Ada', 'Order A-17', 'Caneca', 'Total\nR$55.00', 'Review and Pay'],
		{ language: 'pt_BR' },
	),
	template(
		'may_we_call',
		[body('Ada')],
		['Nordwind Coffee would like to call you', 'Choose preference'],
	),
	template('your_number', [body('Ada')], ['how may we reach you', 'Share Contact Info']),
	template(
		'your_number',
		[
			body('Ada'),
			{
				type: 'tap_target_configuration',
				parameters: [
					{
						type: 'tap_target_configuration',
						tap_target_configuration: [{ url: 'https://shop.example', title: 'Our shop' }],
					},
				],
			},
		],
		['Our shop', 'https://shop.example'],
	),
];

import { describe, expect, it } from '@jest/globals';
import { checkedOrderDetails } from '../../../whatsapp/message/interactive/orderDetailsJson.ts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

const interactive = (values: Record<string, unknown>) => contentOf('interactive', values);
const refused = (values: Record<string, unknown>) => refusalOf(() => interactive(values));
const amount = (value: number, more = {}) => ({ value, offset: 100, ...more });

const ITEM = { retailerId: 'sku1', name: 'Caneca', amount: '25.00', quantity: 2 };
const PIX = {
	code: '000201…',
	merchant_name: 'Loja Exemplo',
	key: '11222333000144',
	key_type: 'CNPJ',
};

const order = (more: Record<string, unknown> = {}, ...items: object[]) => ({
	interactiveType: 'order_details',
	bodyText: 'Your order A-17',
	referenceId: 'A-17',
	goodsType: 'physical-goods',
	currency: 'BRL',
	items: { row: items.length > 0 ? items : [ITEM] },
	...more,
});

const PARAMETERS = {
	reference_id: 'A-17',
	type: 'physical-goods',
	currency: 'BRL',
	total_amount: amount(5000),
	order: {
		status: 'pending',
		items: [{ retailer_id: 'sku1', name: 'Caneca', amount: amount(2500), quantity: 2 }],
		subtotal: amount(5000),
		tax: amount(0),
	},
};
const sent = (parameters: object) => ({
	type: 'order_details',
	body: { text: 'Your order A-17' },
	action: { name: 'review_and_pay', parameters },
});

describe('an order to pay', () => {
	it('is sent with its items only', () => {
		expect(interactive(order())).toEqual(sent(PARAMETERS));
	});

	it('is sent with Pix, shipping and a discount, and adds up', () => {
		expect(
			interactive(
				order({
					paymentType: 'br',
					paymentSettings: {
						row: [
							{
								method: 'pix_dynamic_code',
								code: PIX.code,
								merchantName: PIX.merchant_name,
								key: PIX.key,
								keyType: PIX.key_type,
							},
						],
					},
					orderOptions: { shipping: '10', discount: 5, discountDescription: 'VIP' },
				}),
			),
		).toEqual(
			sent({
				...PARAMETERS,
				payment_type: 'br',
				payment_settings: [{ type: 'pix_dynamic_code', pix_dynamic_code: PIX }],
				total_amount: amount(5500),
				order: {
					...PARAMETERS.order,
					shipping: amount(1000),
					discount: amount(500, { description: 'VIP' }),
				},
			}),
		);
	});

	it('is sent with everything that it can have', () => {
		expect(
			interactive(
				order(
					{
						headerType: 'image',
						mediaSource: 'mediaId',
						mediaId: '1',
						currency: 'INR',
						goodsType: 'digital-goods',
						orderOptions: {
							catalogId: '900',
							tax: '0.99',
							taxDescription: 'GST',
							shipping: '0',
							shippingDescription: 'Free',
							discount: '0.10',
							discountDescription: 'Spring',
							discountProgramName: 'Spring sale',
							expiration: '2026-12-31T18:00:00.900Z',
							expirationDescription: 'Void then',
							paymentConfiguration: 'acme-razorpay',
						},
					},
					{ ...ITEM, amount: 19.99, saleAmount: '0.07', quantity: 3 },
				),
			),
		).toEqual({
			header: { type: 'image', image: { id: '1' } },
			...sent({
				reference_id: 'A-17',
				type: 'digital-goods',
				payment_configuration: 'acme-razorpay',
				currency: 'INR',
				total_amount: amount(110),
				order: {
					status: 'pending',
					catalog_id: '900',
					expiration: {
						timestamp: String(Date.UTC(2026, 11, 31, 18) / 1000),
						description: 'Void then',
					},
					items: [
						{
							retailer_id: 'sku1',
							name: 'Caneca',
							amount: amount(1999),
							quantity: 3,
							sale_amount: amount(7),
						},
					],
					subtotal: amount(21),
					tax: amount(99, { description: 'GST' }),
					shipping: amount(0, { description: 'Free' }),
					discount: amount(10, { description: 'Spring', discount_program_name: 'Spring sale' }),
				},
			}),
		});
	});

	it('is sent with each way to pay', () => {
		const row = [
			{ method: 'payment_link', uri: 'https://example.com/pay/17' },
			{ method: 'boleto', digitableLine: '03399026944140000002' },
			{ method: 'upi_intent_link', settings: '{"link": "upi://pay?pa=x"}' },
		];
		expect(interactive(order({ paymentSettings: { row } }))).toEqual(
			sent({
				...PARAMETERS,
				payment_settings: [
					{ type: 'payment_link', payment_link: { uri: 'https://example.com/pay/17' } },
					{ type: 'boleto', boleto: { digitable_line: '03399026944140000002' } },
					{ type: 'upi_intent_link', upi_intent_link: { link: 'upi://pay?pa=x' } },
				],
			}),
		);
	});

	it.each([
		'25,00',
		'1.234,00',
		'1,234.00',
		'-1',
		'1.005',
		'1e3',
		'R$ 5',
		'٢٥',
		'NaN',
		'0x10',
		'.5',
	])('does not guess what the amount %p may mean', (wrong) => {
		expect(refused(order({}, { ...ITEM, amount: wrong })).message).toBe(
			"'Items 1: Price' is not an amount",
		);
	});

	it.each([
		[{ referenceId: 'A 17' }, "'Reference ID' has an invalid format"],
		[{ referenceId: 'x'.repeat(61) }, "'Reference ID' has an invalid format"],
		[{ referenceId: '' }, "'Reference ID' is empty"],
		[{ currency: 'EUR' }, "'Currency' has an unknown value"],
		[{ goodsType: 'service' }, "'Goods' has an unknown value"],
		[{ items: {} }, "'Items' is empty"],
		[{ orderOptions: { discount: '50.01' } }, "'Discount' is higher than the order total"],
		[
			{ orderOptions: { discount: '1', discountDescription: 'x'.repeat(61) } },
			"'Discount Description' is too long",
		],
		[
			{ orderOptions: { expiration: '2026-12-31T18:00:00' } },
			"'Expiration' is not a date and time",
		],
		[{ orderOptions: { expiration: 1798740000 } }, "'Expiration' is not a valid date and time"],
		[{ orderOptions: { expirationDescription: 'x' } }, "'Expiration' is empty"],
		[{ orderOptions: { shippingDescription: 'x' } }, "'Shipping' is empty"],
		[{ orderOptions: { discountProgramName: 'x' } }, "'Discount' is empty"],
		[
			{ paymentSettings: { row: [{ method: 'cash' }] } },
			"'Payment Methods 1: Method' has an unknown value",
		],
		[
			{ paymentSettings: { row: [{ method: 'payment_gateway', settings: '{}' }] } },
			"'Payment Methods 1: Settings (JSON)' is empty or not a JSON object",
		],
		[
			{ paymentSettings: { row: [{ method: 'payment_link' }] } },
			"'Payment Methods 1: Payment Page' is empty",
		],
	])('is refused with %p', (wrong, message) => {
		expect(refused(order(wrong)).message).toBe(message);
	});

	it.each([
		[{ name: 'x'.repeat(61) }, "'Items 1: Name' is too long"],
		[{ name: ' ' }, "'Items 1: Name' is empty"],
		[{ amount: '' }, "'Items 1: Price' is empty"],
		[{ quantity: 0 }, "'Items 1: Quantity' is not a whole number from 1 to 999,999"],
		[{ quantity: 1.5 }, "'Items 1: Quantity' is not a whole number from 1 to 999,999"],
		[{ saleAmount: '25.01' }, "'Items 1: Sale Price' is higher than the price"],
		[{ retailerId: null }, "'Items 1: Product ID' is empty"],
	])('is refused with an item with %p', (wrong, message) => {
		expect(refused(order({}, { ...ITEM, ...wrong })).message).toBe(message);
	});

	it('may expire with 120 characters about it', () => {
		const expiring = (description: string) =>
			order({
				orderOptions: {
					expiration: '2026-12-31T18:00:00Z',
					expirationDescription: description,
				},
			});
		expect(interactive(expiring('👍'.repeat(120)))).toMatchObject({ type: 'order_details' });
		expect(refused(expiring('👍'.repeat(121))).message).toBe(
			"'Expiration Description' is too long",
		);
	});
});

describe('an order given as JSON', () => {
	const check = (json: unknown) => checkedOrderDetails(json, 'Order details');
	const changed = (more: object) => ({ ...PARAMETERS, order: { ...PARAMETERS.order, ...more } });
	const item = (more: object) => changed({ items: [{ ...PARAMETERS.order.items[0], ...more }] });

	it('is accepted unchanged', () => {
		expect(check(PARAMETERS)).toEqual(PARAMETERS);
		expect(check(JSON.stringify(PARAMETERS))).toEqual(PARAMETERS);
	});

	it.each<[unknown, string]>([
		['', 'is empty'],
		[null, 'is empty'],
		['{', 'is not valid JSON'],
		['[]', 'is not an object'],
		[{}, 'has no valid reference_id'],
		[{ ...PARAMETERS, type: 'goods' }, 'has an unknown type'],
		[{ ...PARAMETERS, currency: 'USD' }, 'has an unknown currency'],
		[{ ...PARAMETERS, total_amount: 5000 }, 'is missing the object total_amount'],
		[{ ...PARAMETERS, total_amount: { value: 5000 } }, ': total_amount.offset is not 100'],
		[{ ...PARAMETERS, total_amount: amount(50.5) }, ': total_amount.value is not a whole number'],
		[
			{ ...PARAMETERS, total_amount: amount(5001) },
			'has a total that is not the sum of its amounts',
		],
		[{ ...PARAMETERS, order: 'x' }, 'is missing the object order'],
		[changed({ items: [] }), 'is missing the list order.items'],
		[changed({ items: ['x'] }), 'is missing the object order.items[0]'],
		[item({ name: 'x'.repeat(61) }), ': order.items[0].name is not a text of 1 to 60 characters'],
		[item({ retailer_id: '' }), 'is missing order.items[0].retailer_id'],
		[item({ quantity: 0 }), ': order.items[0].quantity is not a whole number of at least 1'],
		[item({ amount: amount(-1) }), ': order.items[0].amount.value is not a whole number'],
	])('is refused if it is wrong: %p', (json, what) => {
		expect(refusalOf(() => check(json)).message).toBe(
			`'Order details'${what.replace(/^\w/, ' $&')}`,
		);
	});
});

describe('the status of an order', () => {
	const form = {
		interactiveType: 'order_status',
		bodyText: 'Shipped',
		referenceId: 'A-17',
		orderStatus: 'shipped',
		orderDescription: 'Out for delivery',
		paymentStatus: 'unchanged',
	};
	const sentStatus = (more = {}) => ({
		type: 'order_status',
		body: { text: 'Shipped' },
		action: {
			name: 'review_order',
			parameters: {
				reference_id: 'A-17',
				order: { status: 'shipped', description: 'Out for delivery' },
				...more,
			},
		},
	});

	it('is sent', () => {
		expect(interactive(form)).toEqual(sentStatus());
	});

	it('is sent with the payment', () => {
		expect(interactive({ ...form, paymentStatus: 'failed' })).toEqual(
			sentStatus({ payment: { status: 'failed' } }),
		);
		expect(
			interactive({
				...form,
				paymentStatus: 'captured',
				paymentTime: '2026-12-31T19:00:00+01:00',
			}),
		).toEqual(
			sentStatus({
				payment: { status: 'captured', timestamp: Date.UTC(2026, 11, 31, 18) / 1000 },
			}),
		);
	});

	it.each([
		[{ orderStatus: 'lost' }, "'Order Status' has an unknown value"],
		[{ orderDescription: 'x'.repeat(121) }, "'Order Description' is too long"],
		[{ paymentStatus: 'paid' }, "'Payment Status' has an unknown value"],
		[{ paymentStatus: 'captured', paymentTime: 'now' }, "'Payment Time' is not a date and time"],
		[{ referenceId: 'ä' }, "'Reference ID' has an invalid format"],
	])('is refused with %p', (wrong, message) => {
		expect(refused({ ...form, ...wrong }).message).toBe(message);
	});
});

import { describe, expect, it } from '@jest/globals';
import { checkedOrderDetails } from '../../../whatsapp/message/interactive/orderDetailsJson.ts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';

type Values = Record<string, unknown>;

const interactive = (values: Values) => contentOf('interactive', values);
const refused = (values: Values) => refusalOf(() => interactive(values));
const rows = (...row: object[]) => ({ row });
const amount = (value: number) => ({ value, offset: 100 });
/** What the JSON mode says of the parameters that a form became. */
const asJson = (content: unknown) =>
	checkedOrderDetails((content as { action: { parameters: object } }).action.parameters, 'Order');

const IMPORTER = {
	countryOfOrigin: 'China',
	importerName: 'Acme Imports',
	importerAddressLine1: 'B8/733 nand nagri',
	importerAddressLine2: 'police station',
	importerCity: 'East Delhi',
	importerZoneCode: 'DL',
	importerPostalCode: '110093',
	importerCountryCode: 'IN',
};
/** As in Meta's documents of UPI intents. */
const SENT_IMPORTER = {
	country_of_origin: 'China',
	importer_name: 'Acme Imports',
	importer_address: {
		address_line1: 'B8/733 nand nagri',
		address_line2: 'police station',
		city: 'East Delhi',
		zone_code: 'DL',
		postal_code: '110093',
		country_code: 'IN',
	},
};
const IMAGE = { imageLink: 'https://example.com/bread.jpg' };

const bread = (additionalFields: object = IMPORTER, more: object = {}) => ({
	name: 'Bread',
	amount: '100.00',
	quantity: 2,
	additionalFields,
	...more,
});
const SENT_BREAD = { name: 'Bread', amount: amount(10_000), quantity: 2 };

const india = (more: Values = {}, ...items: object[]) => ({
	interactiveType: 'order_details',
	bodyText: 'Your order A-17',
	referenceId: 'A-17',
	goodsType: 'physical-goods',
	currency: 'INR',
	items: rows(...(items.length > 0 ? items : [bread()])),
	...more,
});
const PARAMETERS = {
	reference_id: 'A-17',
	type: 'physical-goods',
	currency: 'INR',
	total_amount: amount(20_000),
	order: {
		status: 'pending',
		items: [{ ...SENT_IMPORTER, ...SENT_BREAD }],
		subtotal: amount(20_000),
		tax: amount(0),
	},
};
const sent = (parameters: object) => ({
	type: 'order_details',
	body: { text: 'Your order A-17' },
	action: { name: 'review_and_pay', parameters },
});
const withItems = (...items: object[]) =>
	sent({ ...PARAMETERS, order: { ...PARAMETERS.order, items } });

const ASHA = {
	name: 'Asha Rao',
	addressLine1: '12 Hill Road',
	addressLine2: 'Near the station',
	city: 'Mumbai',
	state: 'Maharashtra',
	postalCode: '400063',
};
const SENT_ASHA = {
	name: 'Asha Rao',
	address_line1: '12 Hill Road',
	address_line2: 'Near the station',
	city: 'Mumbai',
	state: 'Maharashtra',
	country: 'India',
	postal_code: '400063',
};

describe('an order in India', () => {
	it.each<[string, Values, object]>([
		['with an importer in place of a product ID', india(), sent(PARAMETERS)],
		[
			'with a product ID and an importer',
			india({}, bread(IMPORTER, { retailerId: 'SKU-1' })),
			withItems({ retailer_id: 'SKU-1', ...SENT_IMPORTER, ...SENT_BREAD }),
		],
		[
			'with a product ID alone, as ever',
			india({}, bread({}, { retailerId: 'SKU-1' })),
			withItems({ retailer_id: 'SKU-1', ...SENT_BREAD }),
		],
		[
			'with the least of an address',
			india({}, bread({ ...IMPORTER, importerAddressLine2: '', importerZoneCode: ' ' })),
			withItems({
				...SENT_IMPORTER,
				importer_address: {
					address_line1: 'B8/733 nand nagri',
					city: 'East Delhi',
					postal_code: '110093',
					country_code: 'IN',
				},
				...SENT_BREAD,
			}),
		],
		[
			'with a picture of its own',
			india({}, bread({ ...IMPORTER, ...IMAGE })),
			withItems({ ...SENT_IMPORTER, ...SENT_BREAD, image: { link: IMAGE.imageLink } }),
		],
		[
			'with items from a catalog, which says where they come from',
			india({ orderOptions: { catalogId: '900' } }, bread({})),
			sent({
				...PARAMETERS,
				order: {
					status: 'pending',
					catalog_id: '900',
					items: [SENT_BREAD],
					subtotal: amount(20_000),
					tax: amount(0),
				},
			}),
		],
		[
			'to be paid without a review',
			india({ orderOptions: { quickPay: true } }),
			sent({ ...PARAMETERS, order: { ...PARAMETERS.order, type: 'quick_pay' } }),
		],
		[
			'to be reviewed, if that is what the switch says',
			india({ orderOptions: { quickPay: false } }),
			sent(PARAMETERS),
		],
		[
			'with those who receive it',
			india({ beneficiaries: rows(ASHA, { ...ASHA, addressLine2: '' }) }),
			sent({
				...PARAMETERS,
				beneficiaries: [SENT_ASHA, { ...SENT_ASHA, address_line2: undefined }],
			}),
		],
		[
			'with a postal code that came as a number',
			india({ beneficiaries: rows({ ...ASHA, postalCode: 400063 }) }),
			sent({ ...PARAMETERS, beneficiaries: [SENT_ASHA] }),
		],
		[
			'by JSON with the keys of the fields',
			india({
				specifyItems: 'json',
				itemsJson: JSON.stringify([bread()]),
			}),
			sent(PARAMETERS),
		],
	])('is sent %s, and the JSON mode accepts the same', (_name, form, content) => {
		const made = interactive(form);
		expect(made).toEqual(content);
		expect(() => asJson(made)).not.toThrow();
	});

	it.each<[string, Values, string]>([
		...Object.keys(IMPORTER)
			.filter((name) => name !== 'importerAddressLine2' && name !== 'importerZoneCode')
			.map((name): [string, Values, string] => [
				`an importer without ${name}`,
				india({}, bread({ ...IMPORTER, [name]: '' })),
				"' is empty",
			]),
		['an item from nowhere', india({}, bread({})), "'Items 1: Product ID' is empty"],
		['a picture alone', india({}, bread(IMAGE)), "'Items 1: Product ID' is empty"],
		[
			'a country in words',
			india({}, bread({ ...IMPORTER, importerCountryCode: 'India' })),
			"'Items 1: Importer Country Code' has an invalid format",
		],
		[
			'a picture beside a product ID',
			india({}, bread({ ...IMPORTER, ...IMAGE }, { retailerId: 'SKU-1' })),
			"'Items 1: Image Link' cannot be used with the catalog",
		],
		[
			'a picture beside a catalog',
			india({ orderOptions: { catalogId: '900' } }, bread({ ...IMPORTER, ...IMAGE })),
			"'Items 1: Image Link' cannot be used with the catalog",
		],
		[
			'a picture in no web page',
			india({}, bread({ ...IMPORTER, imageLink: 'bread.jpg' })),
			"'Items 1: Image Link' is not a valid URL",
		],
		[
			'eleven items with pictures',
			india({}, ...Array(11).fill(bread({ ...IMPORTER, ...IMAGE }))),
			"'Items' has too many entries",
		],
		[
			'one picture among eleven items',
			india({}, ...Array(10).fill(bread()), bread({ ...IMPORTER, ...IMAGE })),
			"'Items' has too many entries",
		],
		[
			'a key of no field',
			india({}, bread({ ...IMPORTER, importer: 'Acme' })),
			"'Items 1: Additional Fields' has an unknown key",
		],
		[
			'more than an object',
			india({}, bread([IMPORTER])),
			"'Items 1: Additional Fields' is not a JSON object",
		],
		[
			'a receiver without a name',
			india({ beneficiaries: rows({ ...ASHA, name: '' }) }),
			"'Beneficiaries 1: Name' is empty",
		],
		[
			'a receiver with a long name',
			india({ beneficiaries: rows({ ...ASHA, name: 'x'.repeat(201) }) }),
			"'Beneficiaries 1: Name' is too long",
		],
		[
			'a receiver with a long street',
			india({ beneficiaries: rows(ASHA, { ...ASHA, addressLine1: 'x'.repeat(101) }) }),
			"'Beneficiaries 2: Street' is too long",
		],
		[
			'a receiver abroad',
			india({ beneficiaries: rows({ ...ASHA, postalCode: 'SW1A 1AA' }) }),
			"'Beneficiaries 1: Postal Code' has an invalid format",
		],
		[
			'a total alone',
			india({ orderContent: 'total', totalAmount: '200' }),
			"'Order Content' must be Items in India",
		],
	])('is refused with %s', (_name, form, message) => {
		expect(refused(form).message).toContain(message);
	});

	it('has ten items with images, and more without', () => {
		const pictured = Array(10).fill(bread({ ...IMPORTER, ...IMAGE }));
		expect(() => asJson(interactive(india({}, ...pictured)))).not.toThrow();
		expect(() => asJson(interactive(india({}, ...Array(11).fill(bread()))))).not.toThrow();
	});
});

const brazil = (more: Values = {}) => ({
	interactiveType: 'order_details',
	bodyText: 'Your order A-17',
	referenceId: 'A-17',
	goodsType: 'digital-goods',
	currency: 'BRL',
	...more,
});
const total = (more: Values = {}) =>
	brazil({ orderContent: 'total', totalAmount: '500.00', ...more });
const cake = (additionalFields: object = {}) =>
	rows({ name: 'Cake', amount: '500', retailerId: '1234567', additionalFields });

describe('an order in Brazil', () => {
	it.each<[unknown, number]>([
		['500.00', 50_000],
		[500, 50_000],
		['0.01', 1],
		[19.99, 1999],
		[' 12.5 ', 1250],
		['0', 0],
	])('is sent without items, with the total %p alone', (totalAmount, value) => {
		const paymentSettings = rows({ method: 'payment_link', uri: 'https://example.com/pay/17' });
		const made = interactive(total({ totalAmount, paymentType: 'br', paymentSettings }));
		expect(made).toEqual(
			sent({
				reference_id: 'A-17',
				type: 'digital-goods',
				payment_type: 'br',
				payment_settings: [
					{ type: 'payment_link', payment_link: { uri: 'https://example.com/pay/17' } },
				],
				currency: 'BRL',
				total_amount: amount(value),
			}),
		);
		expect(() => asJson(made)).not.toThrow();
	});

	it.each<[string, Values, string]>([
		['no total', total({ totalAmount: '' }), "'Total Amount' is empty"],
		['a total with a comma', total({ totalAmount: '500,00' }), "'Total Amount' is not an amount"],
		['no items', brazil({ orderContent: 'items' }), "'Items' is empty"],
		['neither', brazil({ orderContent: 'none' }), "'Order Content' has an unknown value"],
		[
			'an importer',
			brazil({ items: cake({ importerName: 'Acme' }) }),
			"'Items 1: Importer Name' is for India only",
		],
		[
			'a picture of an item',
			brazil({ items: cake(IMAGE) }),
			"'Items 1: Image Link' is for India only",
		],
		[
			'a payment without a review',
			brazil({ items: cake(), orderOptions: { quickPay: true } }),
			"'Quick Pay' is for India only",
		],
		[
			'an item without a product ID',
			brazil({ items: rows({ name: 'Cake', amount: '500' }) }),
			"'Items 1: Product ID' is empty",
		],
	])('is refused with %s', (_name, form, message) => {
		expect(refused(form).message).toBe(message);
	});

	it('has an image above its total, if given', () => {
		const header = { headerType: 'image', mediaSource: 'mediaId', mediaId: '1' };
		expect(interactive(total(header))).toMatchObject({
			header: { type: 'image', image: { id: '1' } },
			action: { parameters: { total_amount: amount(50_000) } },
		});
	});

	it('has its items by default', () => {
		expect(interactive(brazil({ items: cake() }))).toMatchObject({
			action: { parameters: { order: { items: [{ retailer_id: '1234567' }] } } },
		});
	});
});

describe('an order of a country as JSON', () => {
	const check = (json: unknown) => checkedOrderDetails(json, 'Order');
	const message = (json: unknown) => refusalOf(() => check(json)).message;
	const order = (more: object) => ({ ...PARAMETERS, order: { ...PARAMETERS.order, ...more } });
	const item = (more: object) => order({ items: [{ ...PARAMETERS.order.items[0], ...more }] });
	const inBrazil = (json: object) => ({ ...json, currency: 'BRL' });

	it('accepts the address of an importer as text, as the tables of the documents have it', () => {
		expect(() => check(item({ importer_address: 'B8/733 nand nagri, Delhi' }))).not.toThrow();
	});

	it('accepts a total without an order in Brazil only', () => {
		const { order: _order, ...alone } = PARAMETERS;
		expect(check(inBrazil(alone))).toEqual(inBrazil(alone));
		expect(message(alone)).toBe("'Order' is missing the object order");
	});

	it.each<[object, string]>([
		[item({ importer_name: '' }), 'is missing the text order.items[0].importer_name'],
		[
			item({ country_of_origin: undefined }),
			'is missing the text order.items[0].country_of_origin',
		],
		[
			item({ importer_address: undefined }),
			'is missing the object order.items[0].importer_address',
		],
		[item({ retailer_id: 17 }), 'is missing order.items[0].retailer_id'],
		[inBrazil(order({})), 'is missing order.items[0].retailer_id'],
		[item({ image: 'x.jpg' }), 'is missing the object order.items[0].image'],
		[item({ image: {} }), 'is missing the text order.items[0].image.link'],
		[
			item({ image: { link: 'https://example.com/1.jpg' }, retailer_id: 'SKU-1' }),
			'has an image in order.items[0] in addition to retailer_id or catalog_id',
		],
		[
			order({ items: Array(11).fill({ ...PARAMETERS.order.items[0], image: { link: 'x' } }) }),
			'has too many entries in order.items',
		],
		[order({ type: 'slow_pay' }), 'has an unknown order.type'],
		[{ ...PARAMETERS, beneficiaries: {} }, 'is missing the list beneficiaries'],
		[
			{ ...PARAMETERS, beneficiaries: [{ ...SENT_ASHA, country: 'IN' }] },
			'has an unknown beneficiaries[0].country',
		],
		[
			{ ...PARAMETERS, beneficiaries: [{ ...SENT_ASHA, postal_code: 400063 }] },
			'has no valid beneficiaries[0].postal_code',
		],
		[
			{ ...PARAMETERS, beneficiaries: [{ ...SENT_ASHA, address_line2: 17 }] },
			': beneficiaries[0].address_line2 is not a text of 1 to 100 characters',
		],
		[
			inBrazil({ ...PARAMETERS, beneficiaries: [SENT_ASHA] }),
			'has beneficiaries, which are for India only',
		],
		[inBrazil(order({ type: 'quick_pay' })), 'has an order.type, which is for India only'],
	])('is refused if it is wrong: %p', (json, what) => {
		expect(message(json)).toBe(`'Order'${what.replace(/^\w/, ' $&')}`);
	});
});

describe('the status of an order', () => {
	const status = (more: Values) => ({
		interactiveType: 'order_status',
		bodyText: 'Paid',
		referenceId: 'A-17',
		orderStatus: 'unchanged',
		...more,
	});

	it.each(['captured', 'failed', 'pending'])('may be that of its payment alone: %s', (payment) => {
		expect(interactive(status({ paymentStatus: payment }))).toEqual({
			type: 'order_status',
			body: { text: 'Paid' },
			action: {
				name: 'review_order',
				parameters: { reference_id: 'A-17', payment: { status: payment } },
			},
		});
	});

	it('says when that was', () => {
		const paymentTime = '2026-07-31T17:00:31Z';
		expect(interactive(status({ paymentStatus: 'captured', paymentTime }))).toMatchObject({
			action: { parameters: { payment: { timestamp: Date.parse(paymentTime) / 1000 } } },
		});
	});

	it.each<[string, Values, string]>([
		[
			'nothing has changed',
			{ paymentStatus: 'unchanged' },
			"'Order Status' and 'Payment Status' are both unchanged",
		],
		['the status is unknown', { orderStatus: 'lost' }, "'Order Status' has an unknown value"],
	])('is refused if %s', (_name, more, message) => {
		expect(refused(status(more)).message).toBe(message);
	});
});

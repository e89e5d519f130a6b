import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../request/fieldError';
import type { Form } from '../../request/form';
import { oneOf } from '../../request/readers';
import { instant } from '../instant';
import { ifPresent } from '../messageType';
import { CATALOG_ID_RULE } from './catalogFields';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { hundredths, money } from './money';
import { orderItemFields, orderItems } from './orderItems';
import { CURRENCIES, GOODS_TYPES, REFERENCE_ID_RULE } from './orderLimits';
import { orderOptionsField } from './orderOptions';
import { paymentSettings, paymentSettingsField } from './paymentSettings';
import { referenceIdField } from './referenceId';

/** WhatsApp's limits, in Unicode code points. */
const MAX_DESCRIPTION = 60;
const MAX_EXPIRATION_DESCRIPTION = 120;

/** An amount with its description, both from the options. */
const described = (options: Form, value: number, name: string): IDataObject => ({
	...money(value),
	...ifPresent('description', options.limitedText(name, MAX_DESCRIPTION)),
});

function expirationKey(options: Form): IDataObject {
	const description = options.limitedText('expirationDescription', MAX_EXPIRATION_DESCRIPTION);
	if (options.isEmpty('expiration')) {
		if (description.trim() === '') return {};
		throw new FieldError(
			`'${options.label('expiration')}' is empty`,
			`Enter it, or clear '${options.label('expirationDescription')}'.`,
		);
	}
	const at = instant(options.raw('expiration'), options.label('expiration'));
	return {
		expiration: {
			timestamp: String(Math.floor(at / 1000)),
			...ifPresent('description', description),
		},
	};
}

/** A part of the sum that an order may have, in hundredths; without it, nothing may describe it. */
function optionalPart(options: Form, name: string, ...descriptions: string[]): number | undefined {
	const value = hundredths(options, name);
	const described = descriptions.find((each) => options.text(each).trim() !== '');
	if (value === undefined && described !== undefined) {
		throw new FieldError(
			`'${options.label(name)}' is empty`,
			`Enter it, or clear '${options.label(described)}'.`,
		);
	}
	return value;
}

/** The order and what it costs in all, in hundredths. */
function orderOf(form: Form, options: Form): { order: IDataObject; total: number } {
	const { items, subtotal } = orderItems(form);
	const tax = hundredths(options, 'tax') ?? 0;
	const shipping = optionalPart(options, 'shipping', 'shippingDescription');
	const discount = optionalPart(options, 'discount', 'discountDescription', 'discountProgramName');
	const total = subtotal + tax + (shipping ?? 0) - (discount ?? 0);
	if (total < 0) {
		throw new FieldError(
			`'${options.label('discount')}' is more than the order costs`,
			'Lower it: an order cannot cost less than nothing.',
		);
	}
	const program = options.limitedText('discountProgramName', MAX_DESCRIPTION);
	return {
		total,
		order: {
			status: 'pending',
			...ifPresent('catalog_id', options.optionalId('catalogId', CATALOG_ID_RULE)),
			...expirationKey(options),
			items,
			subtotal: money(subtotal),
			tax: described(options, tax, 'taxDescription'),
			...(shipping === undefined
				? {}
				: { shipping: described(options, shipping, 'shippingDescription') }),
			...(discount === undefined
				? {}
				: {
						discount: {
							...described(options, discount, 'discountDescription'),
							...ifPresent('discount_program_name', program),
						},
					}),
		},
	};
}

/** An order that the customer reviews and pays; the sums are computed here. */
export const orderDetails: InteractiveType = {
	name: 'Order Details',
	value: 'order_details',
	description: 'An order to review and pay in WhatsApp, in Brazil and India',
	headers: { types: ['image'] },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		referenceIdField,
		{
			displayName: 'Goods',
			name: 'goodsType',
			type: 'options',
			options: [
				{ name: 'Digital', value: 'digital-goods' },
				{ name: 'Physical', value: 'physical-goods' },
			],
			default: 'physical-goods',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'options',
			options: [
				{ name: 'Brazilian Real', value: 'BRL' },
				{ name: 'Indian Rupee', value: 'INR' },
			],
			default: 'BRL',
		},
		...orderItemFields,
		{
			displayName: 'Payment Type',
			name: 'paymentType',
			type: 'string',
			default: '',
			placeholder: 'e.g. br',
			description:
				'What WhatsApp calls the payments of the country: "br" in Brazil, "upi" in India',
		},
		paymentSettingsField,
		orderOptionsField,
	],
	action: (form) => {
		const options = form.group('orderOptions');
		const settings = paymentSettings(form);
		const { order, total } = orderOf(form, options);
		return {
			name: 'review_and_pay',
			parameters: {
				reference_id: form.id('referenceId', REFERENCE_ID_RULE),
				type: form.member('goodsType', oneOf(GOODS_TYPES, { required: true })),
				...ifPresent('payment_type', form.optionalId('paymentType')),
				...(settings ? { payment_settings: settings } : {}),
				...ifPresent('payment_configuration', options.optionalId('paymentConfiguration')),
				currency: form.member('currency', oneOf(CURRENCIES, { required: true })),
				total_amount: money(total),
				order,
			},
		};
	},
};

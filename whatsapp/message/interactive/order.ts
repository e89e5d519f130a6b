import type { IDataObject } from 'n8n-workflow';
import { flag } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { filledIn, mapped, present, type Field } from '../../../form/field';
import { emptyField, FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { dateTime, id, text } from '../../../form/texts';
import { CATALOG_ID_RULE } from '../../catalog';
import { hundredths, money } from './money';
import { orderItems } from './orderItems';
import { checkOnlyInIndia, QUICK_PAY } from './orderLimits';

const catalogId = id('Catalog ID', 'catalogId', {
	rule: CATALOG_ID_RULE,
	example: '194836987003835',
	description: 'ID of the catalog that contains the items',
});

/** A part of the sum, in hundredths. */
const amount = (displayName: string, name: string, example: string, description: string) =>
	mapped(id(displayName, name, { example, description }), hundredths);

const shortText = (displayName: string, name: string, example: string) =>
	text(displayName, name, { max: 60, example, description: 'At most {max} characters' });

const discount = amount('Discount', 'discount', '5.00', 'Subtracted from the total');
const discountDescription = shortText('Discount Description', 'discountDescription', 'VIP');
const discountProgram = shortText('Discount Program', 'discountProgramName', 'Spring sale');

const expiration = dateTime('Expiration', 'expiration', {
	example: '2026-12-31T18:00:00Z',
	description:
		'When the order expires, at least 5 minutes from now, as a date and time with an offset, e.g. {{ $now.plus({ hours: 1 }) }}',
});
const expirationDescription = text('Expiration Description', 'expirationDescription', {
	max: 120,
	example: 'The order is canceled after that',
	description: 'At most {max} characters',
});

const paymentConfiguration = id('Payment Configuration', 'paymentConfiguration', {
	example: 'acme-razorpay',
	description:
		'India: name of the payment configuration in WhatsApp Manager, instead of payment methods',
});

const quickPay = flag('Quick Pay', 'quickPay', {
	default: true,
	description: 'Whether the button opens the payment directly, without a review. India only.',
});

const shipping = amount('Shipping', 'shipping', '10.00', 'Added to the total');
const shippingDescription = shortText('Shipping Description', 'shippingDescription', 'Express');
const tax = amount('Tax', 'tax', '0.00', 'Added to the total');
const taxDescription = shortText('Tax Description', 'taxDescription', 'VAT 19 %');

/** What few orders have. */
export const orderOptions = collection(
	'Order Options',
	'orderOptions',
	[
		catalogId,
		discount,
		discountDescription,
		discountProgram,
		expiration,
		expirationDescription,
		paymentConfiguration,
		quickPay,
		shipping,
		shippingDescription,
		tax,
		taxDescription,
	],
	{ placeholder: 'Add option' },
);

/** @throws FieldError for a field that is empty, though others describe it */
function checkDescribed(options: Form, field: Field, descriptions: Array<Field<string>>): void {
	const described = descriptions.find((each) => each.of(options).trim() !== '');
	if (field.of(options) !== undefined || described === undefined) return;
	throw emptyField(options.label(field), `Enter it, or clear '${options.label(described)}'.`);
}

function quickPayMember(options: Form, currency: string): IDataObject {
	const isQuick = quickPay.of(options);
	checkOnlyInIndia(options, quickPay, currency, isQuick);
	return isQuick ? { type: QUICK_PAY } : {};
}

function expirationMember(options: Form): IDataObject {
	checkDescribed(options, expiration, [expirationDescription]);
	const at = expiration.of(options);
	if (at === undefined) return {};
	const timestamp = String(Math.floor(at / 1000));
	return {
		expiration: { timestamp, ...filledIn(options, { description: expirationDescription }) },
	};
}

/** A part of the sum as WhatsApp writes it, with what describes it; nothing where there is none. */
const described = (
	options: Form,
	value: number | undefined,
	descriptions: Record<string, Field<string>>,
): IDataObject =>
	value === undefined ? {} : { ...money(value), ...filledIn(options, descriptions) };

/** The order and its total, in hundredths; throws a FieldError when WhatsApp would not take it. */
export function orderOf(form: Form, currency: string): IDataObject {
	const options = orderOptions.of(form);
	const catalog = catalogId.of(options);
	const { items, subtotal } = orderItems(form, { currency, catalogId: catalog });
	const taxes = tax.of(options) ?? 0;
	checkDescribed(options, shipping, [shippingDescription]);
	const freight = shipping.of(options);
	checkDescribed(options, discount, [discountDescription, discountProgram]);
	const taken = discount.of(options);
	const total = subtotal + taxes + (freight ?? 0) - (taken ?? 0);
	if (total < 0) {
		throw new FieldError(
			`'${options.label(discount)}' is higher than the order total`,
			'Lower it. The total cannot be negative.',
		);
	}
	return {
		...filledIn(options, { payment_configuration: paymentConfiguration }),
		total_amount: money(total),
		order: present({
			status: 'pending',
			...quickPayMember(options, currency),
			catalog_id: catalog,
			...expirationMember(options),
			items,
			subtotal: money(subtotal),
			tax: described(options, taxes, { description: taxDescription }),
			shipping: described(options, freight, { description: shippingDescription }),
			discount: described(options, taken, {
				description: discountDescription,
				discount_program_name: discountProgram,
			}),
		}),
	};
}

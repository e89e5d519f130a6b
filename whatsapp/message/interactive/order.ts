import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { instant } from '../../../form/instant';
import { ifPresent } from '../messageType';
import { CATALOG_ID_RULE } from './catalogFields';
import { hundredths, money } from './money';
import { checkOnlyInIndia } from './onlyInIndia';
import { orderItems } from './orderItems';
import { QUICK_PAY } from './orderLimits';

/** WhatsApp's limits, in Unicode code points. */
const MAX_DESCRIPTION = 60;
const MAX_EXPIRATION_DESCRIPTION = 120;

/** An amount with its description, both from the options. */
const described = (options: Form, value: number, name: string): IDataObject => ({
	...money(value),
	...ifPresent('description', options.limitedText(name, MAX_DESCRIPTION)),
});

function expirationMember(options: Form): IDataObject {
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

function quickPayMember(options: Form, currency: string): IDataObject {
	const isQuick = options.flag('quickPay');
	checkOnlyInIndia(options, 'quickPay', currency, isQuick);
	return isQuick ? { type: QUICK_PAY } : {};
}

/**
 * The order and what it costs in all, in hundredths.
 *
 * @throws FieldError when it costs less than nothing, or WhatsApp would not take a part of it
 */
export function orderOf(
	form: Form,
	options: Form,
	currency: string,
): { order: IDataObject; total: number } {
	const catalogId = options.optionalId('catalogId', CATALOG_ID_RULE);
	const { items, subtotal } = orderItems(form, { currency, catalogId });
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
			...quickPayMember(options, currency),
			...ifPresent('catalog_id', catalogId),
			...expirationMember(options),
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

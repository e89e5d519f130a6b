import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { filledIn, mapped, present } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { id } from '../../../form/texts';
import { shownWhen } from '../../../form/variants';
import { beneficiaries } from './beneficiaries';
import { body, footer, imageHeader } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { hundredths, money } from './money';
import { orderOf, orderOptions } from './order';
import { orderRows } from './orderItems';
import { BRAZIL, CURRENCIES, GOODS_TYPES, INDIA } from './orderLimits';
import { paymentSettings } from './paymentSettings';
import { referenceId } from './referenceId';

const goodsType = choice('Goods', 'goodsType', GOODS_TYPES, {
	default: 'physical-goods',
	needed: true,
});

const currencyField = choice('Currency', 'currency', CURRENCIES, {
	default: BRAZIL,
	needed: true,
});

const orderContent = choice(
	'Order Content',
	'orderContent',
	{
		items: ['Items', 'The ordered items and the total'],
		total: ['Total Only', 'Brazil: only the amount to pay'],
	},
	{ default: 'items' },
);

const totalAmount = mapped(
	id('Total Amount', 'totalAmount', {
		required: true,
		example: '25.00',
		description: 'The amount to pay',
		displayOptions: { show: { orderContent: ['total'] } },
	}),
	hundredths,
);

const paymentType = id('Payment Type', 'paymentType', {
	example: 'br',
	description: `WhatsApp's name for the country's payments: "br" in Brazil, "upi" in India`,
});

/** What is to be paid where no order says for what, which Brazil alone knows: elsewhere a FieldError. */
function totalOnly(form: Form, currency: string): IDataObject {
	if (currency === BRAZIL) return { total_amount: money(totalAmount.of(form)) };
	throw new FieldError(
		`'${form.label(orderContent)}' must be Items in India`,
		"Add the items, or choose Brazilian Real as 'Currency'.",
	);
}

/** An order that the customer reviews and pays; the sums are computed here. */
export const orderDetails: InteractiveType = {
	name: 'Order Details',
	value: 'order_details',
	description: 'An order to review and pay in WhatsApp, in Brazil and India',
	header: imageHeader,
	body,
	footer,
	fields: [
		referenceId,
		goodsType,
		currencyField,
		orderContent,
		totalAmount,
		...shownWhen({ orderContent: ['items'] }, orderRows.fields),
		paymentType,
		paymentSettings,
		beneficiaries,
		...shownWhen({ orderContent: ['items'] }, [orderOptions]),
	],
	action: (form) => {
		const currency = currencyField.of(form);
		return {
			name: 'review_and_pay',
			parameters: present({
				...filledIn(form, {
					reference_id: referenceId,
					type: goodsType,
					payment_type: paymentType,
					payment_settings: paymentSettings,
				}),
				// Outside India there is no field for them.
				beneficiaries: currency === INDIA ? beneficiaries.of(form) : undefined,
				currency,
				...(orderContent.of(form) === 'total'
					? totalOnly(form, currency)
					: orderOf(form, currency)),
			}),
		};
	},
};

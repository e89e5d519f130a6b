import { updateDisplayOptions, type IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { ifPresent } from '../messageType';
import { beneficiariesField, beneficiariesMember } from './beneficiaries';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { money, requiredHundredths } from './money';
import { orderOf } from './order';
import { orderItemFields } from './orderItems';
import { BRAZIL, CURRENCIES, GOODS_TYPES, INDIA, REFERENCE_ID_RULE } from './orderLimits';
import { orderOptionsField } from './orderOptions';
import { orderText } from './orderText';
import { paymentSettings, paymentSettingsField } from './paymentSettings';
import { referenceIdField } from './referenceId';

const WITH_ITEMS = { show: { orderContent: ['items'] } };

/**
 * What is to be paid where no order says for what, which Brazil alone knows.
 *
 * @throws FieldError in India
 */
function totalOnly(form: Form, currency: string): IDataObject {
	if (currency !== BRAZIL) {
		throw new FieldError(
			`'${form.label('orderContent')}' has to be the items in India`,
			"Add the items, or choose Brazilian Real as 'Currency'.",
		);
	}
	return { total_amount: money(requiredHundredths(form, 'totalAmount')) };
}

function totalAndOrder(form: Form, currency: string): IDataObject {
	const content = form.member('orderContent', oneOf(['items', 'total'])) ?? 'items';
	if (content === 'total') return totalOnly(form, currency);
	const options = form.group('orderOptions');
	const { order, total } = orderOf(form, options, currency);
	return {
		...ifPresent('payment_configuration', options.optionalId('paymentConfiguration')),
		total_amount: money(total),
		order,
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
				{ name: 'Brazilian Real', value: BRAZIL },
				{ name: 'Indian Rupee', value: INDIA },
			],
			default: BRAZIL,
		},
		{
			displayName: 'Order Content',
			name: 'orderContent',
			type: 'options',
			options: [
				{ name: 'Items', value: 'items', description: 'What is ordered, and what it costs in all' },
				{ name: 'Total Only', value: 'total', description: 'Brazil: only what is to be paid' },
			],
			default: 'items',
		},
		orderText('Total Amount', 'totalAmount', '25.00', {
			required: true,
			description: 'What is to be paid',
			displayOptions: { show: { orderContent: ['total'] } },
		}),
		...updateDisplayOptions(WITH_ITEMS, orderItemFields),
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
		beneficiariesField,
		...updateDisplayOptions(WITH_ITEMS, [orderOptionsField]),
	],
	action: (form) => {
		const settings = paymentSettings(form);
		const currency = form.member('currency', oneOf(CURRENCIES, { required: true })) ?? BRAZIL;
		return {
			name: 'review_and_pay',
			parameters: {
				reference_id: form.id('referenceId', REFERENCE_ID_RULE),
				type: form.member('goodsType', oneOf(GOODS_TYPES, { required: true })),
				...beneficiariesMember(form, currency),
				...ifPresent('payment_type', form.optionalId('paymentType')),
				...(settings ? { payment_settings: settings } : {}),
				currency,
				...totalAndOrder(form, currency),
			},
		};
	},
};

import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { instant } from '../../../form/instant';
import { ifPresent } from '../messageType';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { REFERENCE_ID_RULE } from './orderLimits';
import { referenceIdField } from './referenceId';

/** WhatsApp's limit, in Unicode code points. */
const MAX_DESCRIPTION = 120;

const STATUSES = ['canceled', 'completed', 'partially-shipped', 'pending', 'processing', 'shipped'];
const PAYMENT_STATUSES = ['captured', 'failed', 'pending'];
const UNCHANGED = 'unchanged';

function orderMember(form: Form): IDataObject {
	const status = form.member('orderStatus', oneOf([UNCHANGED, ...STATUSES], { required: true }));
	if (status === UNCHANGED) return {};
	const description = form.limitedText('orderDescription', MAX_DESCRIPTION);
	return { order: { status, ...ifPresent('description', description) } };
}

function paymentMember(form: Form): IDataObject {
	const status = form.member('paymentStatus', oneOf([UNCHANGED, ...PAYMENT_STATUSES]));
	if (status === undefined || status === UNCHANGED) return {};
	if (form.isEmpty('paymentTime')) return { payment: { status } };
	const at = instant(form.raw('paymentTime'), form.label('paymentTime'));
	return { payment: { status, timestamp: Math.floor(at / 1000) } };
}

/** What has changed of the order and of its payment: at least one of them. */
function changes(form: Form): IDataObject {
	const found = { ...orderMember(form), ...paymentMember(form) };
	if (Object.keys(found).length > 0) return found;
	throw new FieldError(
		`'${form.label('orderStatus')}' and '${form.label('paymentStatus')}' are both unchanged`,
		'Choose the status that the message is to tell.',
	);
}

/** What has become of an order that was sent before. */
export const orderStatus: InteractiveType = {
	name: 'Order Status',
	value: 'order_status',
	description: 'What has become of an order that you sent, in Brazil and India',
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		referenceIdField,
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'options',
			options: [
				{ name: 'Canceled', value: 'canceled' },
				{ name: 'Completed', value: 'completed' },
				{ name: 'Partially Shipped', value: 'partially-shipped' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Processing', value: 'processing' },
				{ name: 'Shipped', value: 'shipped' },
				{
					name: 'Unchanged',
					value: UNCHANGED,
					description: 'Brazil: only the payment has changed',
				},
			],
			default: 'processing',
		},
		{
			displayName: 'Order Description',
			name: 'orderDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Out for delivery',
			description: 'At most 120 characters',
			displayOptions: { show: { orderStatus: STATUSES } },
		},
		{
			displayName: 'Payment Status',
			name: 'paymentStatus',
			type: 'options',
			options: [
				{ name: 'Captured', value: 'captured' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Unchanged', value: UNCHANGED },
			],
			default: UNCHANGED,
		},
		{
			displayName: 'Payment Time',
			name: 'paymentTime',
			type: 'string',
			default: '',
			placeholder: 'e.g. 2026-12-31T18:00:00Z',
			description: 'A date with a time and its offset. {{ $now }} gives one.',
			displayOptions: { show: { paymentStatus: PAYMENT_STATUSES } },
		},
	],
	action: (form) => ({
		name: 'review_order',
		parameters: {
			reference_id: form.id('referenceId', REFERENCE_ID_RULE),
			...changes(form),
		},
	}),
};

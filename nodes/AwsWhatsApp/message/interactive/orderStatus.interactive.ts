import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../request/form';
import { oneOf } from '../../request/readers';
import { instant } from '../instant';
import { ifPresent } from '../messageType';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { REFERENCE_ID_RULE } from './orderLimits';
import { referenceIdField } from './referenceId';

/** WhatsApp's limit, in Unicode code points. */
const MAX_DESCRIPTION = 120;

const STATUSES = ['canceled', 'completed', 'partially-shipped', 'pending', 'processing', 'shipped'];
const PAYMENT_STATUSES = ['captured', 'failed', 'pending'];
const NO_PAYMENT = 'unchanged';

function paymentKey(form: Form): IDataObject {
	const status = form.member('paymentStatus', oneOf([NO_PAYMENT, ...PAYMENT_STATUSES]));
	if (status === undefined || status === NO_PAYMENT) return {};
	if (form.isEmpty('paymentTime')) return { payment: { status } };
	const at = instant(form.raw('paymentTime'), form.label('paymentTime'));
	return { payment: { status, timestamp: Math.floor(at / 1000) } };
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
		},
		{
			displayName: 'Payment Status',
			name: 'paymentStatus',
			type: 'options',
			options: [
				{ name: 'Captured', value: 'captured' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Unchanged', value: NO_PAYMENT },
			],
			default: NO_PAYMENT,
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
			order: {
				status: form.member('orderStatus', oneOf(STATUSES, { required: true })),
				...ifPresent('description', form.limitedText('orderDescription', MAX_DESCRIPTION)),
			},
			...paymentKey(form),
		},
	}),
};

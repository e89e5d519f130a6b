import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { filledIn } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { dateTime, text } from '../../../form/texts';
import { body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { referenceId } from './referenceId';

const STATUSES = {
	canceled: 'Canceled',
	completed: 'Completed',
	'partially-shipped': 'Partially Shipped',
	pending: 'Pending',
	processing: 'Processing',
	shipped: 'Shipped',
};
const PAYMENT_STATUSES = { captured: 'Captured', failed: 'Failed', pending: 'Pending' };

const orderStatusField = choice(
	'Order Status',
	'orderStatus',
	{ ...STATUSES, unchanged: ['Unchanged', 'Brazil: only the payment has changed'] },
	{ default: 'processing', needed: true },
);

const orderDescription = text('Order Description', 'orderDescription', {
	max: 120,
	example: 'Out for delivery',
	description: 'At most {max} characters',
	displayOptions: { show: { orderStatus: Object.keys(STATUSES) } },
});

const paymentStatus = choice(
	'Payment Status',
	'paymentStatus',
	{ ...PAYMENT_STATUSES, unchanged: 'Unchanged' },
	{ default: 'unchanged' },
);

const paymentTime = dateTime('Payment Time', 'paymentTime', {
	example: '2026-12-31T18:00:00Z',
	description: 'A date and time with an offset, e.g. {{ $now }}',
	displayOptions: { show: { paymentStatus: Object.keys(PAYMENT_STATUSES) } },
});

function orderMember(form: Form): IDataObject {
	const status = orderStatusField.of(form);
	if (status === 'unchanged') return {};
	return { order: { status, ...filledIn(form, { description: orderDescription }) } };
}

function paymentMember(form: Form): IDataObject {
	const status = paymentStatus.of(form);
	if (status === 'unchanged') return {};
	const at = paymentTime.of(form);
	return {
		payment: { status, ...(at === undefined ? {} : { timestamp: Math.floor(at / 1000) }) },
	};
}

/** What has changed of the order and of its payment: at least one of them. */
function changes(form: Form): IDataObject {
	const found = { ...orderMember(form), ...paymentMember(form) };
	if (Object.keys(found).length > 0) return found;
	throw new FieldError(
		`'${form.label(orderStatusField)}' and '${form.label(paymentStatus)}' are both unchanged`,
		'Choose the status that the message reports.',
	);
}

/** What has become of an order that was sent before. */
export const orderStatus: InteractiveType = {
	name: 'Order Status',
	value: 'order_status',
	description: 'Status update for an order that you sent, in Brazil and India',
	body,
	footer,
	fields: [referenceId, orderStatusField, orderDescription, paymentStatus, paymentTime],
	action: (form) => ({
		name: 'review_order',
		parameters: { reference_id: referenceId.of(form), ...changes(form) },
	}),
};

import { checkedOrderDetails } from '../../message/interactive/orderDetailsJson';
import { idIn, labelIn } from '../send/component';
import { buttonText } from './buttonText';
import { actionComponent, type BuildButton } from './sentButton';
import type { TemplateButton } from './templateButton';

const send: BuildButton = (button) => {
	const id = idIn(button.context, 'orderDetails');
	const shortLabel = labelIn(button.context, 'Order details');
	return {
		fields: [
			{
				id,
				label: `${shortLabel}: order and payment as WhatsApp's JSON, as in a message of the type order details`,
				shortLabel,
				type: 'object',
				required: true,
			},
		],
		component: (form) =>
			actionComponent(button, 'order_details', {
				order_details: checkedOrderDetails(form.raw(id), form.label(id)),
			}),
	};
};

/** A button that shows an order and how to pay it. */
export const orderDetails: TemplateButton = {
	name: 'Order Details',
	value: 'ORDER_DETAILS',
	create: {
		description: 'Opens an order to pay, in Brazil and India',
		on: ['template'],
		max: 1,
		fields: [buttonText],
		members: (row) => ({ text: buttonText.of(row) }),
	},
	send,
};

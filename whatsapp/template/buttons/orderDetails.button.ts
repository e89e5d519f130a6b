import { checkedOrderDetails } from '../../message/interactive/orderDetailsJson';
import { asked, namesIn, readField } from '../send/component';
import { buttonText } from './buttonText';
import { actionComponent, type BuildButton } from './sentButton';
import type { TemplateButton } from './templateButton';

const send: BuildButton = (button) => {
	const names = namesIn(button.context, 'Order details', 'orderDetails');
	const order = asked(readField(names, { type: 'json', required: true }, checkedOrderDetails), {
		about: "order and payment as WhatsApp's JSON, as in a message of the type order details",
	});
	return {
		fields: [order],
		component: (form) =>
			actionComponent(button, 'order_details', { order_details: order.of(form) }),
	};
};

/** A button that shows an order and how to pay it. */
export const orderDetails: TemplateButton = {
	name: 'Order Details',
	value: 'ORDER_DETAILS',
	displayFormat: 'ORDER_DETAILS',
	create: {
		description: 'Opens an order to pay, in Brazil and India',
		on: ['template'],
		max: 1,
		fields: [buttonText],
		members: (row) => ({ text: buttonText.of(row) }),
	},
	send,
};

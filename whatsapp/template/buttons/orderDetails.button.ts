import { checkedOrderDetails } from '../../message/interactive/orderDetailsJson';
import { idIn, labelIn } from '../send/component';
import { actionComponent, type BuildButton } from './sentButton';

/** A button that shows an order and how to pay it. */
export const orderDetailsButton: BuildButton = (button) => {
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

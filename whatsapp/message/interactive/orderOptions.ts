import type { INodeProperties } from 'n8n-workflow';
import { orderText } from './orderText';

const textField = (displayName: string, name: string, example: string, description: string) =>
	orderText(displayName, name, example, { description });

/** What few orders have. */
export const orderOptionsField: INodeProperties = {
	displayName: 'Order Options',
	name: 'orderOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		textField('Catalog ID', 'catalogId', '194836987003835', 'Catalog that the items are from'),
		textField('Discount', 'discount', '5.00', 'Taken off the sum'),
		textField('Discount Description', 'discountDescription', 'VIP', 'At most 60 characters'),
		textField('Discount Program', 'discountProgramName', 'Spring sale', 'At most 60 characters'),
		textField(
			'Expiration',
			'expiration',
			'2026-12-31T18:00:00Z',
			'When the order can no longer be paid, at least 5 minutes from now, as a date with a time and its offset. {{ $now.plus({ hours: 1 }) }} gives one.',
		),
		textField(
			'Expiration Description',
			'expirationDescription',
			'The order is void then',
			'At most 120 characters',
		),
		textField(
			'Payment Configuration',
			'paymentConfiguration',
			'acme-razorpay',
			'India: name of the configuration in WhatsApp Manager, in place of payment methods',
		),
		{
			displayName: 'Quick Pay',
			name: 'quickPay',
			type: 'boolean',
			default: true,
			description:
				'Whether the button leads straight to the payment, without a review. India only.',
		},
		textField('Shipping', 'shipping', '10.00', 'Added to the sum'),
		textField('Shipping Description', 'shippingDescription', 'Express', 'At most 60 characters'),
		textField('Tax', 'tax', '0.00', 'Added to the sum'),
		textField('Tax Description', 'taxDescription', 'VAT 19 %', 'At most 60 characters'),
	],
};

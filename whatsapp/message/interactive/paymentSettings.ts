import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { selected, variantFields, variantOptions } from '../../../form/variants';
import { rowsField } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject, jsonOf } from '../../../form/json';
import { linkOf } from '../../../form/link';
import { oneOf } from '../../../form/readers';

const KEY_TYPES = ['CNPJ', 'CPF', 'EMAIL', 'EVP', 'PHONE'];

/** A way to pay: its fields, and its settings. */
interface PaymentMethod {
	name: string;
	value: string;
	description: string;
	fields: INodeProperties[];
	settings(row: Form): IDataObject;
}

const textField = (
	displayName: string,
	name: string,
	example: string,
	description?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	placeholder: `e.g. ${example}`,
	...(description ? { description } : {}),
});

/** Methods whose settings depend on the provider, and are written as WhatsApp documents them. */
const settingsField: INodeProperties = {
	displayName: 'Settings (JSON)',
	name: 'settings',
	type: 'json',
	default: '{}',
	required: true,
	description: 'What your payment provider gave you, with the keys that WhatsApp documents',
};

function settingsOf(row: Form): IDataObject {
	const label = row.label('settings');
	const settings = jsonOf(row.raw('settings'), label);
	if (isJsonObject(settings) && Object.keys(settings).length > 0) return settings;
	throw new FieldError(
		`'${label}' is not an object with keys`,
		'Write the settings of the payment method in curly brackets.',
	);
}

const byJson = (name: string, value: string, description: string): PaymentMethod => ({
	name,
	value,
	description,
	fields: [settingsField],
	settings: settingsOf,
});

const methods: PaymentMethod[] = [
	{
		name: 'Boleto',
		value: 'boleto',
		description: 'Brazil: a bill with digits to type',
		fields: [
			textField(
				'Digitable Line',
				'digitableLine',
				'03399026944140000002628346101018898510000008848',
			),
		],
		settings: (row) => ({ digitable_line: row.id('digitableLine') }),
	},
	byJson('One-Click Card', 'offsite_card_pay', 'Brazil: a card that was stored before'),
	byJson('Payment Gateway', 'payment_gateway', 'India: Razorpay, PayU, BillDesk or Zaakpay'),
	{
		name: 'Payment Link',
		value: 'payment_link',
		description: 'A web page on which to pay',
		fields: [textField('Payment Page', 'uri', 'https://example.com/pay/17')],
		settings: (row) => ({ uri: linkOf(row.id('uri'), row.label('uri')) }),
	},
	{
		name: 'Pix',
		value: 'pix_dynamic_code',
		description: 'Brazil: a dynamic Pix code',
		fields: [
			textField('Pix Code', 'code', '00020101021226700014br.gov.bcb.pix…', 'As your bank made it'),
			textField('Merchant Name', 'merchantName', 'Loja Exemplo'),
			textField('Pix Key', 'key', '11222333000144'),
			{
				displayName: 'Pix Key Type',
				name: 'keyType',
				type: 'options',
				options: [
					{ name: 'CNPJ (Company)', value: 'CNPJ' },
					{ name: 'CPF (Person)', value: 'CPF' },
					{ name: 'Email', value: 'EMAIL' },
					{ name: 'Phone', value: 'PHONE' },
					{ name: 'Random (EVP)', value: 'EVP' },
				],
				default: 'CNPJ',
			},
		],
		settings: (row) => ({
			code: row.id('code'),
			merchant_name: row.id('merchantName'),
			key: row.id('key'),
			key_type: row.member('keyType', oneOf(KEY_TYPES, { required: true })),
		}),
	},
	byJson('UPI Intent Link', 'upi_intent_link', 'India: a link that opens a UPI app'),
];

export const paymentSettingsField: INodeProperties = rowsField({
	displayName: 'Payment Methods',
	name: 'paymentSettings',
	row: 'Payment Method',
	description: 'How the customer can pay',
	values: [
		{
			displayName: 'Method',
			name: 'method',
			type: 'options',
			options: variantOptions(methods),
			default: 'pix_dynamic_code',
		},
		...variantFields('method', methods),
	],
});

/** The ways to pay as WhatsApp writes them, or undefined where none is given. */
export function paymentSettings(form: Form): IDataObject[] | undefined {
	const rows = form.rows('paymentSettings').map((row) => {
		const { value, settings } = selected(row, 'method', methods);
		return { type: value, [value]: settings(row) };
	});
	return rows.length > 0 ? rows : undefined;
}

import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { filledIn, mapped, type Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { jsonObject } from '../../../form/jsonFields';
import { rows } from '../../../form/rows';
import { id, link } from '../../../form/texts';
import { fieldsOfVariants, variants, type Variant } from '../../../form/variants';

/** A way to pay: its fields, and its settings. */
interface PaymentMethod extends Variant {
	settings(row: Form): IDataObject;
}

/** A method whose settings are these fields, by WhatsApp's names. */
const byFields = (
	name: string,
	value: string,
	description: string,
	members: Record<string, Field<string>>,
): PaymentMethod => ({
	name,
	value,
	description,
	fields: Object.values(members),
	settings: (row) => filledIn(row, members),
});

/** Methods whose settings depend on the provider, and are written as WhatsApp documents them. */
const settings = jsonObject('Settings (JSON)', 'settings', {
	default: '{}',
	required: true,
	description: 'The settings from your payment provider, with the keys documented by WhatsApp',
	advice: 'Enter the settings of the payment method in curly braces.',
});

const byJson = (name: string, value: string, description: string): PaymentMethod => ({
	name,
	value,
	description,
	fields: [settings],
	settings: (row) => settings.of(row),
});

const methods: PaymentMethod[] = [
	byFields('Boleto', 'boleto', 'Brazil: a bill with a digitable line', {
		digitable_line: id('Digitable Line', 'digitableLine', {
			required: true,
			example: '03399026944140000002628346101018898510000008848',
		}),
	}),
	byJson('One-Click Card', 'offsite_card_pay', 'Brazil: a stored card'),
	byJson('Payment Gateway', 'payment_gateway', 'India: Razorpay, PayU, BillDesk or Zaakpay'),
	byFields('Payment Link', 'payment_link', 'A web page where the customer pays', {
		uri: link('Payment Page', 'uri', {
			required: true,
			example: 'https://example.com/pay/17',
		}),
	}),
	byFields('Pix', 'pix_dynamic_code', 'Brazil: a dynamic Pix code', {
		code: id('Pix Code', 'code', {
			required: true,
			example: '00020101021226700014br.gov.bcb.pix…',
			description: 'As issued by your bank',
		}),
		merchant_name: id('Merchant Name', 'merchantName', {
			required: true,
			example: 'Loja Exemplo',
		}),
		key: id('Pix Key', 'key', { required: true, example: '11222333000144' }),
		key_type: choice(
			'Pix Key Type',
			'keyType',
			{
				CNPJ: 'CNPJ (Company)',
				CPF: 'CPF (Person)',
				EMAIL: 'Email',
				PHONE: 'Phone Number',
				EVP: 'Random (EVP)',
			},
			{ default: 'CNPJ', needed: true },
		),
	}),
	byJson('UPI Intent Link', 'upi_intent_link', 'India: a link that opens a UPI app'),
];

const method = variants('Method', 'method', methods, { default: 'pix_dynamic_code' });

/** The ways to pay, as WhatsApp writes them. */
export const paymentSettings: Field<IDataObject[]> = mapped(
	rows('Payment Methods', 'paymentSettings', {
		row: 'Payment Method',
		fields: [method, ...fieldsOfVariants(method, methods)],
		description: 'How the customer can pay',
	}),
	(found) =>
		found.map((row) => {
			const chosen = method.of(row);
			return { type: chosen.value, [chosen.value]: chosen.settings(row) };
		}),
);

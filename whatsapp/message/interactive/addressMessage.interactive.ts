import type { IDataObject } from 'n8n-workflow';
import { rowsFields, rowsOf } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import {
	ADDRESS_KEYS,
	addressFields,
	addressFieldsByLabel,
	addressOf,
	addressPartOptions,
} from './address';
import { allDifferent } from './choices';
import { ALL_HEADERS, MAX_BODY, type InteractiveType } from './interactiveType';

const isEmpty = (part: object) => Object.keys(part).length === 0;

function savedAddressesMember(form: Form): IDataObject {
	const addresses = rowsOf(form, 'savedAddresses').map((row, i) => {
		const id = row.id('id');
		const value = addressOf(row);
		if (isEmpty(value)) {
			throw new FieldError(
				`'${form.label('savedAddresses')} ${i + 1}' is empty`,
				'Enter at least one part of the address, or remove the entry.',
			);
		}
		return { id, value };
	});
	allDifferent(
		form,
		'savedAddresses',
		'ID',
		addresses.map(({ id }) => id),
	);
	return isEmpty(addresses) ? {} : { saved_addresses: addresses };
}

function validationErrorsMember(form: Form): IDataObject {
	const known = oneOf([...ADDRESS_KEYS.keys()], { required: true });
	const errors = rowsOf(form, 'validationErrors').map((row): [string, string] => [
		ADDRESS_KEYS.get(row.member('field', known) ?? '') ?? '',
		row.requiredText('message', Infinity),
	]);
	allDifferent(
		form,
		'validationErrors',
		'field',
		errors.map(([key]) => key),
	);
	return isEmpty(errors) ? {} : { validation_errors: Object.fromEntries(errors) };
}

/** A form for an address, which WhatsApp has in India only. */
export const addressMessage: InteractiveType = {
	name: 'Address Request (India)',
	value: 'address_message',
	description: 'A form in which customers in India enter their address',
	headers: { types: ALL_HEADERS },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		{
			displayName: 'Country',
			name: 'country',
			type: 'options',
			options: [{ name: 'India', value: 'IN' }],
			default: 'IN',
			description: 'The only one where WhatsApp has this type',
		},
		...rowsFields({
			displayName: 'Saved Addresses',
			name: 'savedAddresses',
			row: 'Saved Address',
			description: 'Addresses among which the customer can choose instead of typing',
			values: [
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. home',
					description: 'Comes back when the address is chosen',
				},
				...addressFields,
			],
			example: [
				{ id: 'home', name: 'Asha Rao', address: 'Hill Road', city: 'Mumbai', inPinCode: '400063' },
			],
		}),
		...rowsFields({
			displayName: 'Validation Errors',
			name: 'validationErrors',
			row: 'Correction',
			description: 'What has to be corrected, when you ask again with the values of the answer',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'options',
					options: addressPartOptions,
					default: 'inPinCode',
				},
				{
					displayName: 'Message',
					name: 'message',
					type: 'string',
					default: '',
					placeholder: 'e.g. We do not deliver to this pincode',
				},
			],
			example: [{ field: 'inPinCode', message: 'We do not deliver to this pincode' }],
		}),
		{
			displayName: 'Address Values',
			name: 'addressValues',
			type: 'collection',
			placeholder: 'Add value',
			default: {},
			description: 'With what the form is filled in already',
			options: addressFieldsByLabel,
		},
	],
	action: (form) => {
		const values = addressOf(form.group('addressValues'));
		return {
			name: 'address_message',
			parameters: {
				country: form.member('country', oneOf(['IN'])) ?? 'IN',
				...(isEmpty(values) ? {} : { values }),
				...savedAddressesMember(form),
				...validationErrorsMember(form),
			},
		};
	},
};

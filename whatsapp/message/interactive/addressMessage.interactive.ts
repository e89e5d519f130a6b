import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { present, sortedByLabel } from '../../../form/field';
import { emptyField } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { checkDifferent, rowsOrJson } from '../../../form/rows';
import { id, text } from '../../../form/texts';
import { addressFields, addressMember, addressOf } from './address';
import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

const country = choice(
	'Country',
	'country',
	{ IN: 'India' },
	{ default: 'IN', description: 'WhatsApp supports this type in India only' },
);

const addressId = id('ID', 'id', {
	needed: true,
	example: 'home',
	description: 'Returned when the address is chosen',
});

const savedAddresses = rowsOrJson('Saved Addresses', 'savedAddresses', {
	row: 'Saved Address',
	fields: [addressId, ...addressFields],
	description: 'Addresses that the customer can choose from instead of typing',
	example: [
		{ id: 'home', name: 'Asha Rao', address: 'Hill Road', city: 'Mumbai', inPinCode: '400063' },
	],
});

const wrongPart = choice(
	'Field',
	'field',
	Object.fromEntries(
		sortedByLabel(addressFields).map(({ property }) => [property.name, property.displayName]),
	),
	{ default: 'inPinCode', needed: true },
);

const correction = text('Message', 'message', {
	needed: true,
	example: 'We do not deliver to this postal code',
});

const validationErrors = rowsOrJson('Validation Errors', 'validationErrors', {
	row: 'Correction',
	fields: [wrongPart, correction],
	description: "What to correct, when you send the form again with the customer's answers",
	example: [{ field: 'inPinCode', message: 'We do not deliver to this postal code' }],
});

const addressValues = collection('Address Values', 'addressValues', sortedByLabel(addressFields), {
	placeholder: 'Add value',
	description: 'Values to prefill the form with',
});

function savedIn(form: Form): IDataObject[] {
	const label = form.label(savedAddresses.list);
	const addresses = savedAddresses.of(form).map((row, i) => {
		const saved = { id: addressId.of(row), value: addressOf(row) };
		if (Object.keys(saved.value).length > 0) return saved;
		throw emptyField(
			`${label} ${i + 1}`,
			'Enter at least one part of the address, or remove the entry.',
		);
	});
	checkDifferent(label, 'ID', addresses, (saved) => saved.id);
	return addresses;
}

function errorsIn(form: Form): IDataObject {
	const errors = validationErrors
		.of(form)
		.map((row) => [addressMember(wrongPart.of(row)), correction.of(row)] as const);
	checkDifferent(form.label(validationErrors.list), 'field', errors, ([member]) => member);
	return Object.fromEntries(errors);
}

/** A form for an address, which WhatsApp has in India only. */
export const addressMessage: InteractiveType = {
	name: 'Address Request (India)',
	value: 'address_message',
	description: 'A form in which customers in India enter their address',
	header: anyHeader,
	body,
	footer,
	fields: [country, ...savedAddresses.fields, ...validationErrors.fields, addressValues],
	action: (form) => ({
		name: 'address_message',
		parameters: present({
			country: country.of(form),
			values: addressOf(addressValues.of(form)),
			saved_addresses: savedIn(form),
			validation_errors: errorsIn(form),
		}),
	}),
};

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../form/rows';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { linkOnCard } from '../../form/link';
import type { TextRule } from '../../form/rule';
import { ifPresent } from './messageType';
import { phoneNumberOf } from './phoneNumber';

/** A text of a contact. */
export const textField = (
	displayName: string,
	name: string,
	placeholder: string,
	description?: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${placeholder}`,
	...(description ? { description } : {}),
});

/** WhatsApp takes any word as the type; these are the usual ones. */
const typeField = textField('Type', 'type', 'WORK', 'Usually HOME or WORK');

export const phonesField = rowsField({
	displayName: 'Phones',
	name: 'phones',
	row: 'Phone',
	values: [
		textField('Phone', 'phone', '+49 151 12345678', 'Shown as it is written'),
		textField('Type', 'type', 'CELL', 'Usually CELL, MAIN, IPHONE, HOME or WORK'),
		textField(
			'WhatsApp Number',
			'waId',
			'+4915112345678',
			'Lets the recipient write to the contact in WhatsApp. Without it, the contact can only be invited.',
		),
	],
});

export const emailsField = rowsField({
	displayName: 'Emails',
	name: 'emails',
	row: 'Email',
	values: [textField('Email', 'email', 'ada@example.com'), typeField],
});

export const urlsField = rowsField({
	displayName: 'Websites',
	name: 'urls',
	row: 'Website',
	values: [textField('URL', 'url', 'https://example.com'), typeField],
});

export const addressesField = rowsField({
	displayName: 'Addresses',
	name: 'addresses',
	row: 'Address',
	values: [
		textField('Street', 'street', 'Unter den Linden 1'),
		textField('City', 'city', 'Berlin'),
		textField('State', 'state', 'BE'),
		textField('Postal Code', 'zip', '10117'),
		textField('Country', 'country', 'Germany'),
		textField('Country Code', 'countryCode', 'DE', 'Two letters'),
		typeField,
	],
});

const COUNTRY_CODE_RULE: TextRule = {
	pattern: /^[A-Za-z]{2}$/,
	format: 'the two letters of a country, e.g. DE',
};

/** `{ [name]: rows }`, or nothing without rows. In JSON anything may stand where the list should. */
function listMember(form: Form, name: string, entry: (row: Form) => IDataObject): IDataObject {
	const given = form.raw(name) ?? '';
	if (typeof given !== 'object' && given !== '') {
		throw new FieldError(
			`'${form.label(name)}' is not a list`,
			'Write it in square brackets, with one object in curly brackets for each entry.',
		);
	}
	const entries = form.rows(name).map(entry);
	const empty = entries.findIndex((each) => Object.keys(each).length === 0);
	if (empty !== -1) {
		throw new FieldError(
			`'${form.label(name)} ${empty + 1}' is empty`,
			'Fill it in, or remove the entry.',
		);
	}
	return entries.length === 0 ? {} : { [name]: entries };
}

const typeMember = (row: Form) => ifPresent('type', row.text('type'));

/** Digits only, as WhatsApp writes its own ID of a person. */
function waIdMember(row: Form): IDataObject {
	const text = row.text('waId');
	if (text.trim() === '') return {};
	return { wa_id: phoneNumberOf(text, row.label('waId')).slice(1) };
}

export const phonesMember = (form: Form): IDataObject =>
	listMember(form, 'phones', (row) => ({
		phone: row.id('phone'),
		...typeMember(row),
		...waIdMember(row),
	}));

export const emailsMember = (form: Form): IDataObject =>
	listMember(form, 'emails', (row) => ({ email: row.id('email'), ...typeMember(row) }));

export const urlsMember = (form: Form): IDataObject =>
	listMember(form, 'urls', (row) => ({
		url: linkOnCard(row.id('url'), row.label('url')),
		...typeMember(row),
	}));

export const addressesMember = (form: Form): IDataObject =>
	listMember(form, 'addresses', (row) => ({
		...ifPresent('street', row.text('street')),
		...ifPresent('city', row.text('city')),
		...ifPresent('state', row.text('state')),
		...ifPresent('zip', row.text('zip')),
		...ifPresent('country', row.text('country')),
		...ifPresent('country_code', row.optionalId('countryCode', COUNTRY_CODE_RULE)),
		...typeMember(row),
	}));

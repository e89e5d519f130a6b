import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { quoted } from '../../form/rule';
import {
	addressesField,
	addressesMember,
	emailsField,
	emailsMember,
	phonesField,
	phonesMember,
	textField,
	urlsField,
	urlsMember,
} from './contactLists';
import { ifPresent } from './messageType';

const additionalFields: INodeProperties[] = [
	addressesField,
	textField('Birthday', 'birthday', '1990-12-31', 'Year, month and day'),
	textField('Department', 'department', 'Sales'),
	textField('Job Title', 'title', 'Head of Sales'),
	textField('Middle Name', 'middleName', 'M.'),
	textField('Name Prefix', 'prefix', 'Dr.'),
	textField('Name Suffix', 'suffix', 'Jr.'),
	urlsField,
];

/** The fields of one contact, the rare ones in a collection. */
export const contactFields: INodeProperties[] = [
	textField(
		'Full Name',
		'formattedName',
		'Dr. Ada Roe',
		'As it is to be shown. Without it, the parts of the name in their order.',
	),
	textField('First Name', 'firstName', 'Ada', 'At least one part of the name is needed'),
	textField('Last Name', 'lastName', 'Roe'),
	phonesField,
	emailsField,
	textField('Company', 'company', 'Example GmbH'),
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: additionalFields,
	},
];

/** The name in parts and as a whole; WhatsApp wants both. */
function nameOf(contact: Form, more: Form): IDataObject {
	const parts = {
		...ifPresent('prefix', more.text('prefix')),
		...ifPresent('first_name', contact.text('firstName')),
		...ifPresent('middle_name', more.text('middleName')),
		...ifPresent('last_name', contact.text('lastName')),
		...ifPresent('suffix', more.text('suffix')),
	};
	if (Object.keys(parts).length === 0) {
		throw new FieldError(
			`'${contact.label('firstName')}' is empty`,
			'WhatsApp wants at least one part of the name besides the full name. Enter the first or the last name.',
		);
	}
	const whole = contact.text('formattedName');
	return {
		formatted_name: whole.trim() === '' ? Object.values(parts).join(' ') : whole,
		...parts,
	};
}

/** A day of the calendar; WhatsApp knows no other way to write it. */
function birthday(more: Form): string | undefined {
	const text = more.optionalId('birthday');
	if (text === undefined) return undefined;
	const day = new Date(`${text}T00:00:00Z`);
	const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime());
	// JavaScript takes 30 February for 2 March.
	if (isDay && day.toISOString().startsWith(text)) return text;
	throw new FieldError(
		`'${more.label('birthday')}' is not a date`,
		`You gave ${quoted(text)}. Write year, month and day, e.g. 1990-12-31.`,
	);
}

function orgMember(contact: Form, more: Form): IDataObject {
	const org = {
		...ifPresent('company', contact.text('company')),
		...ifPresent('department', more.text('department')),
		...ifPresent('title', more.text('title')),
	};
	return Object.keys(org).length === 0 ? {} : { org };
}

/**
 * One contact as WhatsApp wants it.
 *
 * @throws FieldError when a part of the name is missing, or something is not what its field is for
 */
export function contactOf(contact: Form): IDataObject {
	const more = contact.strictGroup('additionalFields');
	return {
		name: nameOf(contact, more),
		...ifPresent('birthday', birthday(more)),
		...phonesMember(contact),
		...emailsMember(contact),
		...orgMember(contact, more),
		...addressesMember(more),
		...urlsMember(more),
	};
}

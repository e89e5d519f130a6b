import type { IDataObject } from 'n8n-workflow';
import { collection } from '../../form/collection';
import { isDay } from '../../form/dates';
import { filledIn, mapped, present, type Field } from '../../form/field';
import { emptyField, FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { quoted } from '../../form/rule';
import { id, text } from '../../form/texts';
import { addresses, emails, phones, urls } from './contactLists';

const formattedName = text('Full Name', 'formattedName', {
	example: 'Dr. Ada Roe',
	description: 'Display name. Defaults to the name parts in order.',
});
const firstName = text('First Name', 'firstName', {
	example: 'Ada',
	description: 'At least one part of the name is needed',
});
const lastName = text('Last Name', 'lastName', { example: 'Roe' });
const company = text('Company', 'company', { example: 'Example GmbH' });

/** A day of the calendar; WhatsApp knows no other way to write it. */
const birthday = mapped(
	id('Birthday', 'birthday', { example: '1990-12-31', description: 'Format: YYYY-MM-DD' }),
	(written, label) => {
		if (isDay(written)) return written;
		throw new FieldError(
			`'${label}' is not a date`,
			`You entered ${quoted(written)}. Use the format YYYY-MM-DD, e.g. 1990-12-31.`,
		);
	},
);
const department = text('Department', 'department', { example: 'Sales' });
const title = text('Job Title', 'title', { example: 'Head of Sales' });
const middleName = text('Middle Name', 'middleName', { example: 'M.' });
const prefix = text('Name Prefix', 'prefix', { example: 'Dr.' });
const suffix = text('Name Suffix', 'suffix', { example: 'Jr.' });

const additionalFields = collection(
	'Additional Fields',
	'additionalFields',
	[addresses, birthday, department, title, middleName, prefix, suffix, urls],
	{ placeholder: 'Add field', strict: true },
);

/** The fields of one contact, the rare ones in a collection. */
export const contactFields: Field[] = [
	formattedName,
	firstName,
	lastName,
	phones,
	emails,
	company,
	additionalFields,
];

/** The name in parts and as a whole; WhatsApp wants both. */
function nameOf(contact: Form, more: Form): IDataObject {
	const parts = {
		...filledIn(more, { prefix }),
		...filledIn(contact, { first_name: firstName }),
		...filledIn(more, { middle_name: middleName }),
		...filledIn(contact, { last_name: lastName }),
		...filledIn(more, { suffix }),
	};
	if (Object.keys(parts).length === 0) {
		throw emptyField(
			contact.label(firstName),
			'WhatsApp requires at least one part of the name in addition to the full name. Enter the first or last name.',
		);
	}
	return {
		formatted_name: Object.values(parts).join(' '),
		...filledIn(contact, { formatted_name: formattedName }),
		...parts,
	};
}

/** One contact as WhatsApp wants it; throws a FieldError for a missing name or a wrong value. */
export function contactOf(contact: Form): IDataObject {
	const more = additionalFields.of(contact);
	return present({
		name: nameOf(contact, more),
		birthday: birthday.of(more),
		phones: phones.of(contact),
		emails: emails.of(contact),
		org: { ...filledIn(contact, { company }), ...filledIn(more, { department, title }) },
		addresses: addresses.of(more),
		urls: urls.of(more),
	});
}

import type { IDataObject } from 'n8n-workflow';
import { filledIn, mapped, type Field } from '../../form/field';
import { emptyField, FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { linkOnCard } from '../../form/link';
import { rows } from '../../form/rows';
import type { TextRule } from '../../form/rule';
import { id, text } from '../../form/texts';
import { phoneNumberOf } from './phoneNumber';

const COUNTRY_CODE_RULE: TextRule = {
	pattern: /^[A-Za-z]{2}$/,
	format: 'a two-letter country code, e.g. DE',
};

/** Fields by the names that their values have in WhatsApp. */
type Members = Record<string, Field<string | undefined>>;

/** WhatsApp takes any word as the type; these are the usual ones. */
const type = text('Type', 'type', { example: 'WORK', description: 'Usually HOME or WORK' });

const phone: Members = {
	phone: id('Phone Number', 'phone', {
		needed: true,
		example: '+49 151 12345678',
		description: 'Shown exactly as typed',
	}),
	type: text('Type', 'type', {
		example: 'CELL',
		description: 'Usually CELL, MAIN, IPHONE, HOME or WORK',
	}),
	// Digits only, as WhatsApp writes its own ID of a person.
	wa_id: mapped(
		id('WhatsApp Number', 'waId', {
			example: '+4915112345678',
			description:
				'Lets the recipient write to the contact in WhatsApp. Without it, the contact can only be invited.',
		}),
		(number, label) => phoneNumberOf(number, label).slice(1),
	),
};

const email: Members = {
	email: id('Email', 'email', { needed: true, example: 'ada@example.com' }),
	type,
};

const url: Members = {
	url: mapped(id('URL', 'url', { needed: true, example: 'https://example.com' }), linkOnCard),
	type,
};

const address: Members = {
	street: text('Street', 'street', { example: 'Unter den Linden 1' }),
	city: text('City', 'city', { example: 'Berlin' }),
	state: text('State', 'state', { example: 'BE' }),
	zip: text('Postal Code', 'zip', { example: '10117' }),
	country: text('Country', 'country', { example: 'Germany' }),
	country_code: id('Country Code', 'countryCode', {
		rule: COUNTRY_CODE_RULE,
		example: 'DE',
		description: 'Two-letter country code',
	}),
	type,
};

/** A list of a contact. In JSON anything may stand where it should. */
function listOf(
	displayName: string,
	name: string,
	row: string,
	members: Members,
): Field<IDataObject[]> {
	const list = rows(displayName, name, { row, fields: Object.values(members) });
	return {
		...list,
		of: (form: Form) => {
			const given = form.raw(list) ?? '';
			const label = form.label(list);
			if (typeof given !== 'object' && given !== '') {
				throw new FieldError(
					`'${label}' is not a list`,
					'Enter it in square brackets, with one object in curly braces for each entry.',
				);
			}
			const entries = list.of(form).map((each) => filledIn(each, members));
			const empty = entries.findIndex((each) => Object.keys(each).length === 0);
			if (empty === -1) return entries;
			throw emptyField(`${label} ${empty + 1}`, 'Fill it in, or remove the entry.');
		},
	};
}

export const phones = listOf('Phone Numbers', 'phones', 'Phone Number', phone);
export const emails = listOf('Emails', 'emails', 'Email', email);
export const urls = listOf('Websites', 'urls', 'Website', url);
export const addresses = listOf('Addresses', 'addresses', 'Address', address);

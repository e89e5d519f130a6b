import type { IDataObject } from 'n8n-workflow';
import { filledIn, type Field } from '../../../form/field';
import type { Form } from '../../../form/form';
import { textOf } from '../../../form/rule';
import { id, text } from '../../../form/texts';

const WHEN_NEEDED = 'India: required unless the item is from a catalog';

const NEEDED = { needed: true, description: WHEN_NEEDED };

const facts = {
	country_of_origin: text('Country of Origin', 'countryOfOrigin', { ...NEEDED, example: 'India' }),
	importer_name: text('Importer Name', 'importerName', { ...NEEDED, example: 'Acme Imports' }),
};

const address = {
	address_line1: text('Importer Street', 'importerAddressLine1', {
		...NEEDED,
		example: 'B8/733 Nand Nagri',
	}),
	address_line2: text('Importer Landmark or Area', 'importerAddressLine2', {
		example: 'Near the police station',
	}),
	city: text('Importer City', 'importerCity', { ...NEEDED, example: 'East Delhi' }),
	zone_code: text('Importer State Code', 'importerZoneCode', { example: 'DL' }),
	postal_code: id('Importer Postal Code', 'importerPostalCode', {
		...NEEDED,
		example: '110093',
	}),
	country_code: id('Importer Country Code', 'importerCountryCode', {
		rule: {
			pattern: /^[A-Z]{2}$/,
			format: 'two uppercase letters, the code of a country, e.g. IN',
		},
		needed: true,
		example: 'IN',
		description: `Two-letter country code. ${WHEN_NEEDED}.`,
	}),
};

/** Where an item comes from, which Indian law wants to be told of what is in no catalog. */
export const importerFields: Field[] = [...Object.values(facts), ...Object.values(address)];

/** The field that makes an item one with an importer, if any does. */
export const givenImporterField = (more: Form): Field | undefined =>
	importerFields.find((field) => textOf(more.raw(field), more.label(field)).trim() !== '');

/** The details of an item's importer, which WhatsApp wants together; a FieldError names a missing one. */
export const importerMembers = (more: Form): IDataObject => ({
	...filledIn(more, facts),
	importer_address: filledIn(more, address),
});

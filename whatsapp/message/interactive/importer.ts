import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import type { TextRule } from '../../../form/rule';
import { ifPresent } from '../messageType';
import { orderText } from './orderText';

const WITHOUT_CATALOG = { description: 'India: required unless the item is from a catalog' };

/** Where an item comes from, which Indian law wants to be told of what is in no catalog. */
export const importerFields: INodeProperties[] = [
	orderText('Country of Origin', 'countryOfOrigin', 'India', WITHOUT_CATALOG),
	orderText('Importer City', 'importerCity', 'East Delhi'),
	orderText('Importer Country Code', 'importerCountryCode', 'IN', { description: 'Two letters' }),
	orderText('Importer Landmark or Area', 'importerAddressLine2', 'Near the police station'),
	orderText('Importer Name', 'importerName', 'Acme Imports', WITHOUT_CATALOG),
	orderText('Importer Postal Code', 'importerPostalCode', '110093'),
	orderText('Importer State Code', 'importerZoneCode', 'DL'),
	orderText('Importer Street', 'importerAddressLine1', 'B8/733 Nand Nagri'),
];

const COUNTRY_CODE_RULE: TextRule = {
	pattern: /^[A-Z]{2}$/,
	format: 'the two capital letters of a country, e.g. IN',
};

/** The field that makes an item one with an importer, if any does. */
export const givenImporterField = (more: Form): string | undefined =>
	importerFields.map(({ name }) => name).find((name) => more.text(name).trim() !== '');

/**
 * The facts of an item's importer. WhatsApp wants them together.
 *
 * @throws FieldError naming the first that is missing
 */
export const importerKeys = (more: Form): IDataObject => ({
	country_of_origin: more.requiredText('countryOfOrigin', Infinity),
	importer_name: more.requiredText('importerName', Infinity),
	importer_address: {
		address_line1: more.requiredText('importerAddressLine1', Infinity),
		...ifPresent('address_line2', more.text('importerAddressLine2')),
		city: more.requiredText('importerCity', Infinity),
		...ifPresent('zone_code', more.text('importerZoneCode')),
		postal_code: more.id('importerPostalCode'),
		country_code: more.id('importerCountryCode', COUNTRY_CODE_RULE),
	},
});

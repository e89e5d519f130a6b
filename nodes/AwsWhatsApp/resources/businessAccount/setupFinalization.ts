import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { eventDestinationFields, eventDestinationsOf } from './eventDestinations';
import { BUSINESS_ACCOUNT_RULE, businessAccountField } from '../../../fields/locators';
import { tagsField, tagsOf } from '../../fields/tags';
import type { Form } from '../../../../form/form';

const phoneNumbersField: INodeProperties = {
	displayName: 'Phone Numbers',
	name: 'phoneNumbers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add phone number',
	default: {},
	description: 'The phone numbers to register',
	options: [
		{
			displayName: 'Phone Number',
			name: 'phoneNumber',
			values: [
				{
					displayName: 'Phone Number ID',
					name: 'id',
					type: 'string',
					default: '',
					required: true,
					description: 'As the first step gave it',
				},
				{
					displayName: 'Two-Factor PIN',
					name: 'twoFactorPin',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					required: true,
					description: 'The PIN of the number, or a new one of six digits',
				},
				{
					displayName: 'Data Localization Region',
					name: 'dataLocalizationRegion',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
					description:
						'Country in which Meta keeps the data of this number, as two letters: AE, AU, BH, BR, CA, CH, DE, GB, ID, IN, JP, KR, SG or ZA',
				},
				tagsField,
			],
		},
	],
};

const forTarget = (setupTarget: string, fields: INodeProperties[]) =>
	updateDisplayOptions({ show: { setupTarget: [setupTarget] } }, fields);

/** The second step of linking a business account. */
export const setupFinalizationFields: INodeProperties[] = updateDisplayOptions(
	{ show: { associateStep: ['setupFinalization'] } },
	[
		{
			displayName: 'Associate in Progress Token',
			name: 'associateInProgressToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The token that the first step gave',
		},
		{
			displayName: 'Add the Phone Numbers To',
			name: 'setupTarget',
			type: 'options',
			options: [
				{ name: 'A New Business Account', value: 'waba' },
				{ name: 'An Existing Business Account', value: 'phoneNumberParent' },
			],
			default: 'waba',
		},
		...forTarget('phoneNumberParent', [
			businessAccountField('The linked business account that gets the phone numbers'),
		]),
		...forTarget('waba', [
			businessAccountField('The new business account, as the first step gave it'),
		]),
		phoneNumbersField,
		...forTarget('waba', [
			...eventDestinationFields,
			{ ...tagsField, description: 'Tags of the business account' },
		]),
	],
);

function phoneNumberOf(row: Form): IDataObject {
	const dataLocalizationRegion = row.optionalId('dataLocalizationRegion', {
		pattern: /^[A-Z]{2}$/,
		format: 'the code of a country, two capital letters',
	});
	const tags = tagsOf(row);
	return {
		id: row.id('id', { maxLength: 100, by: 'AWS' }),
		twoFactorPin: row.id('twoFactorPin', { maxLength: 6, by: 'AWS' }),
		...(dataLocalizationRegion === undefined ? {} : { dataLocalizationRegion }),
		...(tags.length === 0 ? {} : { tags }),
	};
}

function businessAccountOf(form: Form): IDataObject {
	const tags = tagsOf(form);
	return {
		id: form.id('businessAccountId', { ...BUSINESS_ACCOUNT_RULE, maxLength: 100, by: 'AWS' }),
		eventDestinations: eventDestinationsOf(form),
		...(tags.length === 0 ? {} : { tags }),
	};
}

export function setupFinalizationOf(form: Form): IDataObject {
	return {
		associateInProgressToken: form.id('associateInProgressToken', { maxLength: 50, by: 'AWS' }),
		phoneNumbers: form.rows('phoneNumbers').map(phoneNumberOf),
		...(form.text('setupTarget') === 'phoneNumberParent'
			? { phoneNumberParent: form.id('businessAccountId', BUSINESS_ACCOUNT_RULE) }
			: { waba: businessAccountOf(form) }),
	};
}

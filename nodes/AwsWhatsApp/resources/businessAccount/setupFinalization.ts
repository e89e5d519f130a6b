import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../../form/choices';
import { filledIn, present, withLook } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { rows } from '../../../../form/rows';
import { id } from '../../../../form/texts';
import { shownWhen } from '../../../../form/variants';
import { BUSINESS_ACCOUNT_RULE, businessAccountField } from '../../../fields/locators';
import { tags, tagsOf } from '../../fields/tags';
import { eventDestinationFields, eventDestinationsOf } from './eventDestinations';

const token = id('Association Token', 'associateInProgressToken', {
	rule: { maxLength: 50, by: 'AWS' },
	typeOptions: { password: true },
	required: true,
	description: 'The token returned by the first step',
});

const target = choice(
	'Add the Phone Numbers To',
	'setupTarget',
	{ waba: 'A New Business Account', phoneNumberParent: 'An Existing Business Account' },
	{ default: 'waba' },
);

const newAccount = businessAccountField('The new business account, as returned by the first step', {
	...BUSINESS_ACCOUNT_RULE,
	maxLength: 100,
	by: 'AWS',
});

const existingAccount = businessAccountField(
	'The linked business account to add the phone numbers to',
);

const phoneNumberId = id('Phone Number ID', 'id', {
	rule: { maxLength: 100, by: 'AWS' },
	required: true,
	description: 'Returned by the first step',
});

const twoFactorPin = id('Two-Factor PIN', 'twoFactorPin', {
	rule: { maxLength: 6, by: 'AWS' },
	typeOptions: { password: true },
	required: true,
	description: 'The PIN of the number, or a new six-digit PIN',
});

const dataLocalizationRegion = id('Data Localization Region', 'dataLocalizationRegion', {
	rule: { pattern: /^[A-Z]{2}$/, format: 'the code of a country, two uppercase letters' },
	example: 'DE',
	description:
		'Two-letter code of the country where Meta stores the data of this number: AE, AU, BH, BR, CA, CH, DE, GB, ID, IN, JP, KR, SG or ZA',
});

const phoneNumbers = rows('Phone Numbers', 'phoneNumbers', {
	row: 'Phone Number',
	rowName: 'phoneNumber',
	fields: [phoneNumberId, twoFactorPin, dataLocalizationRegion, tags],
	typeOptions: { multipleValues: true },
	description: 'The phone numbers to register',
});

/** The second step of linking a business account. */
export const setupFinalizationFields = [
	token,
	target,
	...shownWhen({ setupTarget: ['phoneNumberParent'] }, [existingAccount]),
	...shownWhen({ setupTarget: ['waba'] }, [newAccount]),
	phoneNumbers,
	...shownWhen({ setupTarget: ['waba'] }, [
		...eventDestinationFields,
		withLook(tags, { description: 'Tags of the business account' }),
	]),
];

export const setupFinalizationOf = (form: Form): IDataObject => ({
	associateInProgressToken: token.of(form),
	phoneNumbers: phoneNumbers.of(form).map((row) => ({
		...filledIn(row, { id: phoneNumberId, twoFactorPin, dataLocalizationRegion }),
		...present({ tags: tagsOf(row) }),
	})),
	...(target.of(form) === 'phoneNumberParent'
		? { phoneNumberParent: existingAccount.of(form) }
		: {
				waba: {
					id: newAccount.of(form),
					eventDestinations: eventDestinationsOf(form),
					...present({ tags: tagsOf(form) }),
				},
			}),
});

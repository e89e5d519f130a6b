import type { IDataObject } from 'n8n-workflow';
import { additionalFields } from '../../../../engine/fields';
import { flag, openChoice } from '../../../../form/choices';
import { filledIn, present } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import type { TextRule } from '../../../../form/rule';
import { callHoursFields, callHoursOf } from './callHours';
import { phoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

/** AWS takes any word of this length; the words are Meta's. */
const WORD_RULE: TextRule = { minLength: 1, maxLength: 50, by: 'AWS' };

const callEnabled = flag('Calls Enabled', 'callEnabled', {
	default: true,
	strict: true,
	description:
		'Whether customers can call this phone number in WhatsApp. Every update sends this setting.',
});

const callIconVisibility = openChoice(
	'Call Icon',
	'callIconVisibility',
	{ DISABLE_ALL: 'Hidden', DEFAULT: 'Shown' },
	{ rule: WORD_RULE, default: 'DEFAULT', description: 'The call button shown in the chat' },
);

const callbackPermissionStatus = openChoice(
	'Callback Permission',
	'callbackPermissionStatus',
	{ ENABLED: 'Ask', DISABLED: 'Do Not Ask' },
	{
		rule: WORD_RULE,
		default: 'ENABLED',
		description: 'Whether to ask customers who call for permission to call them back',
	},
);

const more = additionalFields(callIconVisibility, callbackPermissionStatus);

/** The call settings of a phone number, as AWS takes them. */
const callSettingsOf = (form: Form): IDataObject =>
	present({
		callEnabled: callEnabled.of(form),
		...filledIn(more.of(form), { callIconVisibility, callbackPermissionStatus }),
		callHours: callHoursOf(form),
	});

export const updateCallSettings: Operation = {
	name: 'Update Call Settings',
	value: 'updateCallSettings',
	action: 'Update phone number call settings',
	description: 'Set whether and when customers can call the phone number in WhatsApp',
	awsAction: 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
	effect: 'repeatable',
	fields: [inQuery(phoneNumber, 'id'), callEnabled, ...callHoursFields, more],
	compose: (form) => ({ callSettings: callSettingsOf(form) }),
	result: ({ phoneNumberId }, { request }) => ({
		success: true,
		phoneNumberId: phoneNumberId ?? request.qs.id,
	}),
};

import { phoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { callHoursFields } from './callHours';
import { callSettingsFields, callSettingsOf, moreCallSettings } from './callSettings';

export const updateCallSettings: Operation = {
	name: 'Update Call Settings',
	value: 'updateCallSettings',
	action: 'Update call settings of phone number',
	description: 'Set whether and when customers can call the phone number in WhatsApp',
	awsAction: 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
	effect: 'repeatable',
	fields: [
		phoneNumber({ location: 'query' }),
		...callSettingsFields,
		...callHoursFields,
		moreCallSettings,
		optionsField(),
	],
	compose: (form) => ({ callSettings: callSettingsOf(form) }),
	result: ({ phoneNumberId }, { request }) => ({
		success: true,
		phoneNumberId: phoneNumberId ?? request.qs.id,
	}),
};

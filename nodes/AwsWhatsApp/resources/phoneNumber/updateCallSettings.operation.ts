import { phoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { callSettingsFields, callSettingsOf } from './callSettings';

export const updateCallSettings: Operation = {
	name: 'Update Call Settings',
	value: 'updateCallSettings',
	action: 'Update phone number call settings',
	description: 'Set whether and when customers can call the phone number in WhatsApp',
	awsAction: 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
	effect: 'repeatable',
	fields: [inQuery(phoneNumber, 'id'), ...callSettingsFields],
	compose: (form) => ({ callSettings: callSettingsOf(form) }),
	result: ({ phoneNumberId }, { request }) => ({
		success: true,
		phoneNumberId: phoneNumberId ?? request.qs.id,
	}),
};

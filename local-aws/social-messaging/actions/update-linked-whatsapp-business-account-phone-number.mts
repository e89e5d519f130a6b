import { defineAction } from '../action.mts';
import { callSettings, checkCallSettings } from '../calls.mts';
import { phoneNumberId } from '../ids.mts';
import { required } from '../members.mts';

export const updateLinkedWhatsAppBusinessAccountPhoneNumber = defineAction({
	name: 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
	method: 'PUT',
	path: '/v1/whatsapp/waba/phone',
	source: 'body',
	alsoFromQuery: ['id'],
	members: { id: phoneNumberId, callSettings: required(callSettings) },
	run(input, { account }) {
		const phoneNumber = account.phoneNumber(input.id);
		checkCallSettings(input.callSettings);
		phoneNumber.callSettings = input.callSettings;
		return { phoneNumberId: phoneNumber.id };
	},
});

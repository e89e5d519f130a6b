import { defineAction } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { describePhoneNumber } from '../wire-shapes.mts';

export const getLinkedWhatsAppBusinessAccountPhoneNumber = defineAction({
	name: 'GetLinkedWhatsAppBusinessAccountPhoneNumber',
	method: 'GET',
	path: '/v1/whatsapp/waba/phone/details',
	source: 'query',
	members: { id: phoneNumberId },
	run({ id }, { account }) {
		const phoneNumber = account.phoneNumber(id);
		const owner = account.businessAccounts.find(({ phoneNumbers }) =>
			phoneNumbers.includes(phoneNumber),
		);
		return {
			phoneNumber: describePhoneNumber(phoneNumber),
			linkedWhatsAppBusinessAccountId: owner?.id,
			callSettings: phoneNumber.callSettings,
		};
	},
});

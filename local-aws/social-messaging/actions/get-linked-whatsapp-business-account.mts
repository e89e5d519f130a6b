import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { describePhoneNumber, summarizeBusinessAccount } from '../wire-shapes.mts';

export const getLinkedWhatsAppBusinessAccount = defineAction({
	name: 'GetLinkedWhatsAppBusinessAccount',
	method: 'GET',
	path: '/v1/whatsapp/waba/details',
	source: 'query',
	members: { id: businessAccountId },
	run({ id }, { account }) {
		const found = account.businessAccount(id);
		return {
			account: {
				...summarizeBusinessAccount(found),
				phoneNumbers: found.phoneNumbers.map(describePhoneNumber),
			},
		};
	},
});

import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';

export const disassociateWhatsAppBusinessAccount = defineAction({
	name: 'DisassociateWhatsAppBusinessAccount',
	method: 'DELETE',
	path: '/v1/whatsapp/waba/disassociate',
	source: 'query',
	members: { id: businessAccountId },
	run({ id }, { account }) {
		account.unlink(account.businessAccount(id));
		return undefined;
	},
});

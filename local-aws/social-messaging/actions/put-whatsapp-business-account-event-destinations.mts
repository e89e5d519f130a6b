import { defineAction } from '../action.mts';
import { businessAccountId, eventDestinations } from '../ids.mts';
import { required } from '../members.mts';

export const putWhatsAppBusinessAccountEventDestinations = defineAction({
	name: 'PutWhatsAppBusinessAccountEventDestinations',
	method: 'PUT',
	path: '/v1/whatsapp/waba/eventdestinations',
	source: 'body',
	members: { id: businessAccountId, eventDestinations: required(eventDestinations) },
	run(input, { account }) {
		account.businessAccount(input.id).eventDestinations = input.eventDestinations;
		return undefined;
	},
});

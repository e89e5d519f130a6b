import { defineAction } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { notFound } from '../refusals.mts';

export const getWhatsAppBusinessPublicKey = defineAction({
	name: 'GetWhatsAppBusinessPublicKey',
	method: 'GET',
	path: '/v1/whatsapp/business-public-key',
	source: 'query',
	members: { originationPhoneNumberId: phoneNumberId },
	run(input, { account }) {
		const { businessPublicKey, id } = account.phoneNumber(input.originationPhoneNumberId);
		if (businessPublicKey === undefined) throw notFound(`A business public key of ${id}`);
		return { businessPublicKey, businessPublicKeySignatureStatus: 'VALID' };
	},
});

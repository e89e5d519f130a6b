import { defineAction } from '../action.mts';
import { mediaId, phoneNumberId } from '../ids.mts';

export const deleteWhatsAppMessageMedia = defineAction({
	name: 'DeleteWhatsAppMessageMedia',
	method: 'DELETE',
	path: '/v1/whatsapp/media',
	source: 'query',
	members: { mediaId, originationPhoneNumberId: phoneNumberId },
	run(input, { account }) {
		const { id } = account.phoneNumber(input.originationPhoneNumberId);
		// The bytes stay: a phone that got the file earlier still shows it.
		account.media.delete(account.requireMedia(input.mediaId, id).id);
		return { success: true };
	},
});

import { originationPhoneNumber } from '../../../fields/locators';
import { mediaId } from '../../../../whatsapp/media/fields';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get media metadata',
	description: 'Look up the type and size of an uploaded file, without downloading it',
	awsAction: 'GetWhatsAppMessageMedia',
	effect: 'read',
	fields: [inBody(originationPhoneNumber), inBody(mediaId)],
	prepare: (item) => {
		const { body } = item.request;
		return async () => ({
			mediaId: body.mediaId,
			...(await item.send({ body: { ...body, metadataOnly: true } })),
		});
	},
};

import { originationPhoneNumber } from '../../../fields/locators';
import { mediaId } from '../../../../whatsapp/media/fields';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const del: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete media',
	description: 'Permanently delete a file from WhatsApp. Copies in S3 are not deleted.',
	awsAction: 'DeleteWhatsAppMessageMedia',
	effect: 'removal',
	fields: [inQuery(originationPhoneNumber), inQuery(mediaId)],
	result: ({ success }, { request }) => ({
		deleted: success !== false,
		mediaId: request.qs.mediaId,
	}),
};

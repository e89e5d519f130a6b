import { originationPhoneNumber } from '../../../fields/locators';
import { fileToUpload } from '../../../../whatsapp/media/fields';
import { keepS3Object, keyPrefix } from '../../../../whatsapp/media/bucket';
import { rememberForCleanUp } from '../../../../whatsapp/media/remembering';
import { uploadTask } from '../../../../engine/media/upload';
import { shownWhen } from '../../../../form/variants';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Upload a file to WhatsApp, to send it once or many times within 30 days',
	awsAction: 'PostWhatsAppMessageMedia',
	effect: 'repeatable',
	fields: [inBody(originationPhoneNumber), ...fileToUpload.fields],
	options: [
		...shownWhen({ '/mediaSource': ['binary'] }, [keepS3Object, keyPrefix]),
		rememberForCleanUp,
	],
	prepare: async (item) => await uploadTask(item, 'mediaId'),
};

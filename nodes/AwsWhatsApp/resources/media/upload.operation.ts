import { originationPhoneNumber } from '../../../fields/locators';
import { fileToUpload } from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { uploadTask } from '../../../../engine/media/upload';
import type { Operation } from '../../../../engine/operation';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Give a file to WhatsApp, to send it once or many times within 30 days',
	awsAction: 'PostWhatsAppMessageMedia',
	effect: 'repeatable',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		...fileToUpload.fields,
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	prepare: async (item) => await uploadTask(item, 'mediaId'),
};

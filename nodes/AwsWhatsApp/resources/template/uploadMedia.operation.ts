import { businessAccount } from '../../../fields/locators';
import { inputSource, mediaSource, s3Source } from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { uploadTask } from '../../../../engine/media/upload';
import type { Operation } from '../../../../engine/operation';

export const uploadMedia: Operation = {
	name: 'Upload Media',
	value: 'uploadMedia',
	action: 'Upload media of template',
	description: 'Give an example file for the header of a template that you are going to create',
	awsAction: 'CreateWhatsAppMessageTemplateMedia',
	effect: 'repeatable',
	fields: [
		businessAccount({ location: 'body' }),
		...mediaSource([inputSource, s3Source]).fields,
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	prepare: async (item) => await uploadTask(item, 'metaHeaderHandle'),
};

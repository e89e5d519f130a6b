import { originationPhoneNumber } from '../../../fields/locators';
import { fileToUpload } from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { fileFacts, s3Fact } from '../../../../engine/media/facts';
import { uploadSource } from '../../../../engine/media/source';
import { whileStaged } from '../../../../engine/media/staging';
import { sourceMembers } from '../../../../engine/media/upload';
import type { Operation } from '../../../../engine/operation';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Give a file to WhatsApp, to send it once or many times within 30 days',
	request: { method: 'POST', url: '/v1/whatsapp/media' },
	permissions: ['PostWhatsAppMessageMedia'],
	effect: 'repeatable',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		...fileToUpload.fields,
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload.of(call.form));
		return async () => {
			const { result, remaining } = await whileStaged(call, async (copies) => {
				const members = await sourceMembers(call, source, copies);
				return await call.send({ body: { ...call.request.body, ...members } });
			});
			return { mediaId: result.mediaId, ...fileFacts(source), ...s3Fact(remaining) };
		};
	},
};

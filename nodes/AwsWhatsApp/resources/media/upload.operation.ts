import { originationPhoneNumber } from '../../fields/locators';
import { mediaSourceFields } from '../../fields/media';
import { keepS3ObjectOption, keyPrefixOption, optionsField } from '../../fields/options';
import { fileToUpload } from '../../media/fileSource';
import { uploadSource } from '../../media/source';
import { uploadMedia } from '../../media/upload';
import type { Operation } from '../../request/operation';

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Give a file to WhatsApp, to send it once or many times within 30 days',
	request: { method: 'POST', url: '/v1/whatsapp/media' },
	permissions: ['PostWhatsAppMessageMedia'],
	effect: 'once',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		...mediaSourceFields(['binary', 'presignedUrl', 's3Object']),
		optionsField(
			{ ...keepS3ObjectOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
			{ ...keyPrefixOption, displayOptions: { show: { '/mediaSource': ['binary'] } } },
		),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload(call.form));
		const phoneNumberId = String(call.request.body.originationPhoneNumberId);
		return async () => {
			const { mediaId, staged } = await uploadMedia(call, phoneNumberId, source);
			const facts =
				source.from === 'input'
					? {
							fileName: source.file.fileName,
							mimeType: source.file.mimeType,
							fileSize: source.file.bytes,
						}
					: {};
			return { mediaId, ...facts, ...(staged ? { s3Object: { ...staged } } : {}) };
		};
	},
};

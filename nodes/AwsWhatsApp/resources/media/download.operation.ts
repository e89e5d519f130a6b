import { originationPhoneNumber } from '../../fields/locators';
import { bucketField, mediaId } from '../../fields/media';
import { keepS3ObjectOption, keyPrefixOption, optionsField } from '../../fields/options';
import { downloadMedia } from '../../media/download';
import { BUCKET_RULE, KEY_RULE } from '../../media/s3';
import { ItemWithFile, type Operation } from '../../request/operation';

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download media',
	description: 'Fetch a file from WhatsApp, for instance a photo that a customer sent',
	request: { method: 'POST', url: '/v1/whatsapp/media/get' },
	effect: 'idempotent',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		mediaId('body'),
		bucketField,
		{
			displayName: 'Output Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output field to put the file in',
		},
		optionsField(
			{
				displayName: 'File Name',
				name: 'fileName',
				type: 'string',
				default: '',
				placeholder: 'e.g. photo.jpg',
				description: 'Name for the file. Without it, it is the media ID with the right ending.',
			},
			keepS3ObjectOption,
			keyPrefixOption,
		),
	],
	plan: (call) => {
		const { form, request } = call;
		const { originationPhoneNumberId, mediaId } = request.body;
		const field = form.id('binaryPropertyName');
		const wanted = {
			phoneNumberId: String(originationPhoneNumberId),
			mediaId: String(mediaId),
			bucketName: form.id('bucketName', BUCKET_RULE),
			keyPrefix: form.options.optionalId('keyPrefix', KEY_RULE) ?? '',
			keep: form.options.flag('keepS3Object'),
			fileName: form.options.optionalId('fileName', { maxLength: 255 }),
		};
		return async () => {
			const { file, mimeType, bytes, stored } = await downloadMedia(call, wanted);
			return new ItemWithFile(
				{
					mediaId: wanted.mediaId,
					fileName: file.fileName,
					mimeType,
					fileSize: bytes,
					...(stored ? { s3Object: { ...stored } } : {}),
				},
				{ [field]: file },
			);
		};
	},
};

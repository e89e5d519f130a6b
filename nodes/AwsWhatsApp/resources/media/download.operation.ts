import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { originationPhoneNumber } from '../../../fields/locators';
import { mediaId, presignedUrl } from '../../../../whatsapp/media/fields';
import {
	keepS3ObjectOption,
	keyPrefixOption,
	optionsField,
} from '../../../../engine/fields/options';
import { s3Fact } from '../../../../engine/media/facts';
import { downloadMedia } from '../../../../engine/media/download';
import { OUTPUT_FIELD_RULE } from '../../../../whatsapp/media/outputField';
import { KEY_PREFIX_RULE } from '../../../../form/s3File';
import { bucketName } from '../../../../whatsapp/media/s3Fields';
import type { ItemRequest } from '../../../../engine/itemRequest';
import type { Operation } from '../../../../engine/operation';
import { ItemWithFile, type Result, type Task } from '../../../../engine/result';

const toOutputFile = (fields: INodeProperties[]) =>
	updateDisplayOptions({ show: { mediaDestination: ['binary'] } }, fields);

function toItem(item: ItemRequest): Task<Result> {
	const { form, request } = item;
	const { originationPhoneNumberId, mediaId: id } = request.body;
	const field = form.id('binaryPropertyName', OUTPUT_FIELD_RULE);
	const wanted = {
		originationPhoneNumberId: String(originationPhoneNumberId),
		mediaId: String(id),
		bucketName: bucketName.of(form),
		keyPrefix: form.options.optionalId('keyPrefix', KEY_PREFIX_RULE) ?? '',
		keep: form.options.flag('keepS3Object'),
		fileName: form.options.optionalId('fileName', { maxLength: 255, by: 'this node' }),
	};
	return async () => {
		const { file, mimeType, bytes, stored } = await downloadMedia(item, wanted);
		return new ItemWithFile(
			{
				mediaId: wanted.mediaId,
				fileName: file.fileName,
				mimeType,
				fileSize: bytes,
				...s3Fact(stored),
			},
			{ [field]: file },
		);
	};
}

function toPresignedUrl(item: ItemRequest): Task<Result> {
	const { body } = item.request;
	const destinationS3PresignedUrl = { url: presignedUrl.of(item.form), headers: {} };
	return async () => ({
		mediaId: body.mediaId,
		...(await item.send({ body: { ...body, destinationS3PresignedUrl } })),
	});
}

export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download media',
	description: 'Fetch a file from WhatsApp, for instance a photo that a customer sent',
	awsAction: 'GetWhatsAppMessageMedia',
	effect: 'read',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		mediaId('body'),
		{
			displayName: 'File Destination',
			name: 'mediaDestination',
			type: 'options',
			options: [
				{
					name: 'Output File',
					value: 'binary',
					description: 'The file becomes part of the outgoing item',
				},
				{
					name: 'Presigned S3 URL',
					value: 'presignedUrl',
					description: 'AWS writes the file to an address in S3 that carries its own signature',
				},
			],
			default: 'binary',
			description: 'Where the file goes',
		},
		...toOutputFile([
			bucketName.property,
			{
				displayName: 'Output Data Field Name',
				name: 'binaryPropertyName',
				type: 'string',
				default: 'data',
				required: true,
				hint: 'The name of the output field to put the file in',
			},
		]),
		{
			...presignedUrl.property,
			placeholder: 'e.g. https://bucket.s3.eu-west-1.amazonaws.com/photo.jpg?X-Amz-…',
			description: 'Made for writing (PUT), at most 2,000 characters long',
			displayOptions: { show: { mediaDestination: ['presignedUrl'] } },
		},
		optionsField(
			...[
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string' as const,
					default: '',
					placeholder: 'e.g. photo.jpg',
					description: 'Name for the file. Without it, it is the media ID with the right ending.',
				},
				keepS3ObjectOption,
				keyPrefixOption,
			].map((option) => ({
				...option,
				displayOptions: { show: { '/mediaDestination': ['binary'] } },
			})),
		),
	],
	prepare: (item) =>
		item.form.text('mediaDestination') === 'presignedUrl' ? toPresignedUrl(item) : toItem(item),
};

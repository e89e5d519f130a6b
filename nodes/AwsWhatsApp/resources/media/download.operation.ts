import { originationPhoneNumber } from '../../../fields/locators';
import { bucket, keepS3Object, keyPrefix, transitOf } from '../../../../whatsapp/media/bucket';
import { mediaId, presignedUrl as readUrl } from '../../../../whatsapp/media/fields';
import { s3Fact } from '../../../../engine/media/staging';
import { downloadMedia } from '../../../../engine/media/download';
import { downloadRecorderOf } from '../../../../engine/media/recording';
import { OUTPUT_FIELD_RULE } from '../../../../whatsapp/media/outputField';
import { choice } from '../../../../form/choices';
import { withLook } from '../../../../form/field';
import { id } from '../../../../form/texts';
import { shownWhen } from '../../../../form/variants';
import type { ItemRequest } from '../../../../engine/itemRequest';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { ItemWithFile, type Result, type Task } from '../../../../engine/memory';

const destination = choice(
	'File Destination',
	'mediaDestination',
	{
		binary: ['Output File', 'The file becomes part of the outgoing item'],
		presignedUrl: ['Presigned S3 URL', 'AWS writes the file to a presigned S3 URL'],
	},
	{ default: 'binary', description: 'Where the file goes' },
);

const outputField = id('Output Data Field Name', 'binaryPropertyName', {
	rule: OUTPUT_FIELD_RULE,
	default: 'data',
	required: true,
	hint: 'The name of the output field to put the file in',
});

const presignedUrl = withLook(readUrl, {
	placeholder: 'e.g. https://bucket.s3.eu-west-1.amazonaws.com/photo.jpg?X-Amz-…',
	description: 'Signed for PUT, at most 2,000 characters',
});

const fileName = id('File Name', 'fileName', {
	rule: { maxLength: 255, by: 'this node' },
	example: 'photo.jpg',
	description: 'Name of the file. Defaults to the media ID with the right extension.',
});

function toItem(item: ItemRequest): Task<Result> {
	const { form, request } = item;
	const { originationPhoneNumberId, mediaId: id } = request.body;
	const field = outputField.of(form);
	const wanted = {
		originationPhoneNumberId: String(originationPhoneNumberId),
		mediaId: String(id),
		...transitOf(form),
		fileName: fileName.of(form.options),
	};
	const record = downloadRecorderOf(item);
	return async () => {
		const { file, mimeType, bytes, stored } = await downloadMedia(item, wanted, record);
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
	description: 'Download a file from WhatsApp, such as a photo sent by a customer',
	awsAction: 'GetWhatsAppMessageMedia',
	effect: 'read',
	fields: [
		inBody(originationPhoneNumber),
		inBody(mediaId),
		destination,
		...shownWhen({ mediaDestination: ['binary'] }, [outputField, bucket]),
		...shownWhen({ mediaDestination: ['presignedUrl'] }, [presignedUrl]),
	],
	options: shownWhen({ '/mediaDestination': ['binary'] }, [fileName, keepS3Object, keyPrefix]),
	prepare: (item) =>
		destination.of(item.form) === 'presignedUrl' ? toPresignedUrl(item) : toItem(item),
};

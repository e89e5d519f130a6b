import { comparedWithSdk } from '../case.mts';
import { ODD, PHONE_ARN, PHONE_ID, located, phone } from '../values.mts';
import { UNIQUE } from '../wire.mts';

const MEDIA_ID = '1013859600285441';
const BUCKET = 'whatsapp-media';
const ODD_KEY = `in/${ODD}.pdf`;
const PRESIGNED = 'https://b.s3.eu-west-1.amazonaws.com/ä%20b+c.pdf?X-Amz-Signature=1&x=%2B%20#f';

export const mediaCases = [
	...comparedWithSdk(['media', 'upload'], 'PostWhatsAppMessageMedia', [
		{
			name: 'an S3 object',
			parameters: {
				...phone(PHONE_ID),
				mediaSource: 's3Object',
				bucketName: BUCKET,
				key: 'a.pdf',
			},
			input: {
				originationPhoneNumberId: PHONE_ID,
				sourceS3File: { bucketName: BUCKET, key: 'a.pdf' },
			},
		},
		{
			name: 'an S3 object with an odd key from data',
			parameters: {
				originationPhoneNumberId: located('list', PHONE_ARN),
				mediaSource: 's3Object',
				bucketName: '={{ $json.bucket }}',
				key: '={{ $json.key }}',
			},
			item: { bucket: 'a.b-c', key: ODD_KEY },
			input: {
				originationPhoneNumberId: PHONE_ARN,
				sourceS3File: { bucketName: 'a.b-c', key: ODD_KEY },
			},
		},
		{
			name: 'a presigned URL',
			parameters: {
				...phone(PHONE_ARN),
				mediaSource: 'presignedUrl',
				presignedUrl: '={{ $json.url }}',
				mimeType: 'application/pdf',
			},
			item: { url: PRESIGNED },
			input: {
				originationPhoneNumberId: PHONE_ARN,
				sourceS3PresignedUrl: {
					url: new URL(PRESIGNED).href,
					headers: { 'Content-Type': 'application/pdf' },
				},
			},
		},
		{
			name: 'a file of the input',
			parameters: {
				...phone(PHONE_ID),
				mediaSource: 'binary',
				binaryPropertyName: 'data',
				bucketName: BUCKET,
				options: { keyPrefix: 'in box/ü-', keepS3Object: true },
			},
			file: { data: Buffer.from('%PDF-1.7'), fileName: 'Maß 1.pdf', mimeType: 'application/pdf' },
			input: {
				originationPhoneNumberId: PHONE_ID,
				sourceS3File: { bucketName: BUCKET, key: `in box/ü-${UNIQUE}/Maß 1.pdf` },
			},
		},
	]),
	...comparedWithSdk(['media', 'download'], 'GetWhatsAppMessageMedia', [
		{
			name: 'into a folder of its own',
			parameters: { ...phone(PHONE_ID), mediaId: MEDIA_ID, bucketName: BUCKET },
			input: {
				mediaId: MEDIA_ID,
				originationPhoneNumberId: PHONE_ID,
				destinationS3File: { bucketName: BUCKET, key: `${UNIQUE}/` },
			},
		},
		{
			name: 'into an odd folder, to be kept',
			parameters: {
				...phone(PHONE_ARN),
				mediaId: MEDIA_ID,
				bucketName: BUCKET,
				options: { keepS3Object: true, keyPrefix: '={{ $json.prefix }}', fileName: 'photo.jpg' },
			},
			item: { prefix: ODD_KEY },
			input: {
				mediaId: MEDIA_ID,
				originationPhoneNumberId: PHONE_ARN,
				destinationS3File: { bucketName: BUCKET, key: ODD_KEY },
			},
		},
		{
			name: 'to a presigned URL',
			parameters: {
				...phone(PHONE_ID),
				mediaId: MEDIA_ID,
				mediaDestination: 'presignedUrl',
				presignedUrl: '={{ $json.url }}',
			},
			item: { url: 'https://b.s3.eu-west-1.amazonaws.com/a%20b.jpg?X-Amz-Signature=1&x=%C3%BC' },
			input: {
				mediaId: MEDIA_ID,
				originationPhoneNumberId: PHONE_ID,
				destinationS3PresignedUrl: {
					url: 'https://b.s3.eu-west-1.amazonaws.com/a%20b.jpg?X-Amz-Signature=1&x=%C3%BC',
					headers: {},
				},
			},
		},
	]),
	...comparedWithSdk(['media', 'get'], 'GetWhatsAppMessageMedia', [
		{
			name: 'by a text',
			parameters: { ...phone(PHONE_ID), mediaId: 'aZ09' },
			input: { mediaId: 'aZ09', originationPhoneNumberId: PHONE_ID, metadataOnly: true },
		},
		{
			name: 'by a number and an ARN',
			parameters: { ...phone(PHONE_ARN), mediaId: `={{ ${MEDIA_ID} }}` },
			input: { mediaId: MEDIA_ID, originationPhoneNumberId: PHONE_ARN, metadataOnly: true },
		},
	]),
	...comparedWithSdk(
		['media', 'cleanUp'],
		'DeleteWhatsAppMessageMedia',
		[PHONE_ID, PHONE_ARN].map((id) => ({
			name: id,
			parameters: { olderThanDays: 30 },
			oldUploadOf: id,
			input: { mediaId: '1013859600285440', originationPhoneNumberId: id },
		})),
	),
	...comparedWithSdk(
		['media', 'delete'],
		'DeleteWhatsAppMessageMedia',
		[PHONE_ID, PHONE_ARN].map((id) => ({
			name: id,
			parameters: { ...phone(id), mediaId: '={{ $json.mediaId }}' },
			item: { mediaId: ` ${MEDIA_ID} ` },
			input: { mediaId: MEDIA_ID, originationPhoneNumberId: id },
		})),
	),
];

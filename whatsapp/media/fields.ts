import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Field } from '../../form/field';
import { id } from '../../form/texts';
import { bucket } from './bucket';
import { MEDIA_ID_RULE, presignedUrlOf, type MediaSourceName } from './fileSource';

export const mediaId = id('Media ID', 'mediaId', {
	rule: MEDIA_ID_RULE,
	required: true,
	example: '1013859600285441',
	description: 'The ID that an upload gave, or that came with a received message',
});

export const bucketField = bucket.property;

const SOURCES: Record<MediaSourceName, INodePropertyOptions> = {
	binary: {
		name: 'Input File',
		value: 'binary',
		description: 'A file of the incoming item, e.g. an invoice that a node before this one made',
	},
	link: {
		name: 'Link',
		value: 'link',
		description: 'A public address that WhatsApp fetches the file from',
	},
	mediaId: { name: 'Media ID', value: 'mediaId', description: 'A file that was uploaded before' },
	presignedUrl: {
		name: 'Presigned S3 URL',
		value: 'presignedUrl',
		description: 'An address in S3 that carries its own signature',
	},
	s3Object: { name: 'S3 Object', value: 's3Object', description: 'A file that is in S3 already' },
};

export const presignedUrlField: Field<string> = {
	...id('Presigned URL', 'presignedUrl', {
		required: true,
		example: 'https://bucket.s3.eu-west-1.amazonaws.com/invoice.pdf?X-Amz-…',
		description: 'Made for reading (GET), at most 2,000 characters long',
	}),
	of: presignedUrlOf,
};

const inputFileField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field that holds the file',
};

const keyField: INodeProperties = {
	displayName: 'Object Key',
	name: 'key',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. invoices/invoice-17.pdf',
	description: 'Name of the object in the bucket, with its folders',
};

const mimeTypeField: INodeProperties = {
	displayName: 'MIME Type',
	name: 'mimeType',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. application/pdf',
	description: 'Type of the file behind the URL',
};

const linkField: INodeProperties = {
	displayName: 'Link',
	name: 'link',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/invoice.pdf',
	description:
		'Public address of the file. It has to stay reachable for 30 days, and its type has to be right.',
};

/** What has to be known of a file, by where it comes from. */
const SOURCE_FIELDS: Array<[field: INodeProperties, ...sources: MediaSourceName[]]> = [
	[inputFileField, 'binary'],
	[bucketField, 'binary', 's3Object'],
	[keyField, 's3Object'],
	[presignedUrlField.property, 'presignedUrl'],
	[mimeTypeField, 'presignedUrl'],
	[mediaId.property, 'mediaId'],
	[linkField, 'link'],
];

/**
 * The fields that say where a file comes from.
 *
 * @param sources the possible sources, in alphabetical order of their names
 * @param show further conditions under which the fields are shown
 */
export function mediaSourceFields(
	sources: MediaSourceName[],
	show: Record<string, string[]> = {},
): INodeProperties[] {
	return [
		{
			displayName: 'File Source',
			name: 'mediaSource',
			type: 'options',
			options: sources.map((source) => SOURCES[source]),
			default: 'binary',
			description: 'Where the file comes from',
			displayOptions: { show },
		},
		...SOURCE_FIELDS.flatMap(([field, ...all]) => {
			const mediaSource = all.filter((source) => sources.includes(source));
			return mediaSource.length === 0
				? []
				: [{ ...field, displayOptions: { show: { ...show, mediaSource } } }];
		}),
	];
}

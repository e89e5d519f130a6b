import type { INodeProperties } from 'n8n-workflow';
import { bucketField } from '../../AwsWhatsApp/fields/media';
import { keepS3ObjectOption, keyPrefixOption } from '../../AwsWhatsApp/fields/options';

const whenDownloading = (property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { '/downloadMedia': [true] } },
});

/** Whether files come along at once. */
export const mediaFields: INodeProperties[] = [
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			'Whether photos, voice notes and documents come with the item as a file. Otherwise the item has the media ID, with which they can be downloaded for seven days.',
	},
	{ ...bucketField, displayOptions: { show: { downloadMedia: [true] } } },
];

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Drop Duplicates',
			name: 'dropDuplicates',
			type: 'boolean',
			default: true,
			description:
				'Whether an event that AWS delivers a second time is left out, as far as this n8n process remembers it',
		},
		whenDownloading(keepS3ObjectOption),
		whenDownloading({
			displayName: 'Output Data Field Name',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			hint: 'The name of the output field to put the file in',
		}),
		whenDownloading(keyPrefixOption),
	],
};

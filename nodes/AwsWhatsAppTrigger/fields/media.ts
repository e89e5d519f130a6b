import type { INodeProperties } from 'n8n-workflow';
import { bucketName } from '../../../whatsapp/media/s3Fields';

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
	{ ...bucketName.property, displayOptions: { show: { downloadMedia: [true] } } },
];

import type { INodeProperties } from 'n8n-workflow';
import type { MemberCollection, MemberField } from '../../form/member';

const maxRequestsAtOnce: INodeProperties = {
	displayName: 'Max Requests at Once',
	name: 'maxRequestsAtOnce',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 16,
	description:
		'How many items are sent to AWS at the same time. Set it to 1 to keep the order of the items.',
};

const byLabel = (a: INodeProperties, b: INodeProperties) =>
	a.displayName.localeCompare(b.displayName);

/** The 'Options' collection: what an operation adds, and what all have. Sorted by label. */
export function optionsField(...own: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...own, maxRequestsAtOnce].sort(byLabel),
	};
}

const COLLECTIONS = {
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add field' },
	updateFields: { displayName: 'Update Fields', placeholder: 'Add field to change' },
} as const;

/** Optional members of the request, in a collection with n8n's standard name. */
export function memberCollection(
	name: keyof typeof COLLECTIONS,
	...members: MemberField[]
): MemberCollection {
	const { displayName, placeholder } = COLLECTIONS[name];
	return {
		property: { displayName, name, type: 'collection', placeholder, default: {} },
		members,
	};
}

export const keyPrefixOption: INodeProperties = {
	displayName: 'S3 Key Prefix',
	name: 'keyPrefix',
	type: 'string',
	default: '',
	placeholder: 'e.g. whatsapp/',
	description:
		'Put in front of the name of the object in S3. Without it the object lies at the top of the bucket.',
};

export const keepS3ObjectOption: INodeProperties = {
	displayName: 'Keep S3 Object',
	name: 'keepS3Object',
	type: 'boolean',
	default: true,
	description:
		'Whether the copy of the file in the S3 bucket is kept, instead of removed after use',
};

import type { INodeProperties } from 'n8n-workflow';
import type { MemberCollection, MemberField } from '../../form/member';
import { keepS3Object, keyPrefix } from '../../whatsapp/media/s3Fields';

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

export const keyPrefixOption = keyPrefix.property;

export const keepS3ObjectOption = keepS3Object.property;

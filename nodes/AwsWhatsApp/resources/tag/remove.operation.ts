import { taggedResource } from '../../../fields/locators';
import { TAG_KEY_RULE } from '../../fields/tags';
import { fieldOf, propertyWith } from '../../../../form/field';
import { listOf, text } from '../../../../form/readers';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

const tagKeys = fieldOf(
	propertyWith(
		'string',
		{ displayName: 'Tag Keys', name: 'tagKeys', default: '' },
		{
			required: true,
			example: 'department, cost-center',
			description: 'The keys of the tags to remove, separated by commas',
		},
	),
	listOf(text(TAG_KEY_RULE), { required: true }),
);

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove tags',
	description: 'Remove tags from a business account or a phone number',
	awsAction: 'UntagResource',
	effect: 'repeatable',
	fields: [inBody(taggedResource), inBody(tagKeys)],
	result: (answer, { request: { body } }) => ({
		success: true,
		resourceArn: body.resourceArn,
		tagKeys: body.tagKeys,
		...answer,
	}),
};

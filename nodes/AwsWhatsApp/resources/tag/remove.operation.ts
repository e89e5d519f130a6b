import { taggedResource } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { TAG_KEY_RULE } from '../../fields/tags';
import { listOf, text } from '../../../../form/readers';
import type { Operation } from '../../../../engine/operation';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove tags',
	description: 'Remove tags from a business account or a phone number',
	awsAction: 'UntagResource',
	effect: 'repeatable',
	fields: [
		taggedResource({ location: 'body' }),
		{
			location: 'body',
			member: 'tagKeys',
			read: listOf(text(TAG_KEY_RULE), { required: true }),
			property: {
				displayName: 'Tag Keys',
				name: 'tagKeys',
				type: 'string',
				default: '',
				required: true,
				placeholder: 'e.g. department, cost-centre',
				description: 'The keys of the tags to remove, separated by commas',
			},
		},
		optionsField(),
	],
	result: (answer, { request: { body } }) => ({
		success: true,
		resourceArn: body.resourceArn,
		tagKeys: body.tagKeys,
		...answer,
	}),
};

import { taggedResource } from '../../../fields/locators';
import { tags, tagsOf } from '../../fields/tags';
import { withLook } from '../../../../form/field';
import { emptyField } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add tags',
	description:
		'Add tags to a business account or a phone number. A tag with the same key is replaced.',
	awsAction: 'TagResource',
	effect: 'repeatable',
	fields: [inBody(taggedResource), withLook(tags, { required: true })],
	compose: (form) => {
		const given = tagsOf(form);
		if (given.length === 0) {
			throw emptyField(form.label(tags), 'Add at least one tag.');
		}
		return { tags: given };
	},
	result: (answer, { request: { body } }) => ({
		success: true,
		resourceArn: body.resourceArn,
		tags: body.tags,
		...answer,
	}),
};

import { taggedResource } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { tagsField, tagsOf } from '../../fields/tags';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add tags',
	description:
		'Add tags to a business account or a phone number. A tag with the same key is replaced.',
	awsAction: 'TagResource',
	effect: 'repeatable',
	fields: [taggedResource({ location: 'body' }), { ...tagsField, required: true }, optionsField()],
	compose: (form) => {
		const tags = tagsOf(form);
		if (tags.length === 0) {
			throw new FieldError(`'${form.label('tags')}' is empty`, 'Add at least one tag.');
		}
		return { tags };
	},
	result: (answer, { request: { body } }) => ({
		success: true,
		resourceArn: body.resourceArn,
		tags: body.tags,
		...answer,
	}),
};

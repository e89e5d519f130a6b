import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { quoted, type TextRule } from '../../../form/rule';

/** Source: the service model, shape Tag. */
export const TAG_KEY_RULE: TextRule = { minLength: 1, maxLength: 128, by: 'AWS' };
const TAG_VALUE_RULE: TextRule = { maxLength: 256, by: 'AWS' };

export const tagsField: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add tag',
	default: {},
	options: [
		{
			displayName: 'Tag',
			name: 'tag',
			values: [
				{
					displayName: 'Key',
					name: 'key',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. department',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. sales',
				},
			],
		},
	],
};

/**
 * The tags of a form, as AWS takes them.
 *
 * @throws FieldError for a key that is empty, too long, or there twice
 */
export function tagsOf(form: Form): IDataObject[] {
	const tags = form.rows('tags').map((row) => {
		const value = row.optionalId('value', TAG_VALUE_RULE);
		return { key: row.id('key', TAG_KEY_RULE), ...(value === undefined ? {} : { value }) };
	});
	const twice = tags.find(({ key }, i) => tags.findIndex((tag) => tag.key === key) !== i);
	if (twice) {
		throw new FieldError(
			`'${form.label('tags')}' has the same key twice`,
			`The key ${quoted(twice.key)} can have only one value.`,
		);
	}
	return tags;
}

import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { filledIn } from '../../../form/field';
import { rows } from '../../../form/rows';
import { quoted } from '../../../form/rule';
import { id } from '../../../form/texts';

/** Source: the service model, shape Tag. */
export const TAG_KEY_RULE = { minLength: 1, maxLength: 128, by: 'AWS' } as const;

const key = id('Key', 'key', { rule: TAG_KEY_RULE, required: true, example: 'department' });
const value = id('Value', 'value', { rule: { maxLength: 256, by: 'AWS' }, example: 'sales' });

export const tags = rows('Tags', 'tags', {
	row: 'Tag',
	rowName: 'tag',
	fields: [key, value],
	typeOptions: { multipleValues: true },
});

/** The tags of a form, as AWS takes them. @throws FieldError for a key that is empty, too long, or there twice */
export function tagsOf(form: Form) {
	const found = tags.of(form).map((row) => filledIn(row, { key, value }));
	const twice = found.find((tag, i) => found.findIndex((other) => other.key === tag.key) !== i);
	if (twice) {
		throw new FieldError(
			`'${form.label(tags)}' contains the same key twice`,
			`The key ${quoted(String(twice.key))} can have only one value.`,
		);
	}
	return found;
}

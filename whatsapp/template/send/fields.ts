import { FieldError } from '../../../form/fieldError';
import { Form } from '../../../form/form';
import { quoted } from '../../../form/rule';
import { hasUnknownComponent, templateComponents } from './components';
import { BUCKET_FIELD } from './mediaField';
import { otherComponentsField } from './otherComponents';
import type { TemplateField } from './component';
import type { TemplateDefinition } from './definition';

/** A value that goes to several places is asked for once. */
const distinct = (fields: TemplateField[]): TemplateField[] =>
	fields.filter(({ id }, i) => fields.findIndex((field) => field.id === id) === i);

/** The fields of a template, in the order in which a phone shows what they fill. */
export function templateFields(template: TemplateDefinition): TemplateField[] {
	const fields = templateComponents(template).flatMap((part) => part.fields);
	return distinct([
		...fields,
		...(fields.some(({ isFile }) => isFile) ? [BUCKET_FIELD] : []),
		otherComponentsField(hasUnknownComponent(template)),
	]);
}

/** The values of a template's fields as a form, which calls them by their short names. */
export function templateForm(template: TemplateDefinition, values: Record<string, unknown>): Form {
	const labels = templateFields(template).map(
		({ id, shortLabel }) => [id, { label: shortLabel, inner: new Map() }] as const,
	);
	return new Form((id) => (Object.hasOwn(values, id) ? values[id] : undefined), new Map(labels));
}

const isFilledIn = (value: unknown) => value !== undefined && value !== null && value !== '';

/**
 * Values for which the template has no place would be lost silently.
 *
 * @throws FieldError naming the first one, and what the template has
 */
export function checkSuperfluous(
	template: TemplateDefinition,
	values: Record<string, unknown>,
): void {
	const ids = templateFields(template).map(({ id }) => id);
	const stranger = Object.keys(values).find((id) => !ids.includes(id) && isFilledIn(values[id]));
	if (stranger === undefined) return;
	throw new FieldError(
		`'Template Fields' has a value that the template has no place for`,
		`It is called ${quoted(stranger)}. The template ${template.name} (${template.language}) has these: ${ids.join(', ')}. Load the fields again in the panel, or take the value out.`,
	);
}

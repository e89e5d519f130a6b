import { Form, labelsOf, plainValue } from '../../../form/form.ts';
import type { Field } from '../../../form/field.ts';
import { labeled } from '../../../engine/members.ts';
import type { Operation } from '../../../engine/operation.ts';

/**
 * The filled-in form of one item, as the node reads it.
 *
 * @param written what stands in the panel, where that is another than the values
 */
export function formFor(
	{ fields }: Operation,
	values: Record<string, unknown>,
	written = values,
): Form {
	return new Form(
		(name) => plainValue(values[name]),
		labelsOf(fields.map(labeled)),
		(name) => written[name],
	);
}

/** What a field reads where this stands in it, alone in its form. */
export const readBy = ({ property, of }: Field, value: unknown): unknown =>
	of(new Form((name) => (name === property.name ? value : undefined), labelsOf([property])));

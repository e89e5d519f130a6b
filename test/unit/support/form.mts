import type { Field } from '../../../form/field.ts';
import { Form, plainValue } from '../../../form/form.ts';

/**
 * The filled-in form of one item, as the node reads it.
 *
 * @param written what stands in the panel, where that is another than the values
 */
export const formWith = (values: Record<string, unknown>, written = values): Form =>
	new Form(
		(name) => plainValue(values[name]),
		(name) => written[name],
	);

/** What a field reads where this stands in it, alone in its form. */
export const readBy = <T,>({ property, of }: Field<T>, value: unknown): T =>
	of(new Form((name) => (name === property.name ? value : undefined)));

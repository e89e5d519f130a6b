import { Form, labelsOf, plainValue } from '../../../nodes/AwsWhatsApp/request/form.ts';
import { labelled } from '../../../nodes/AwsWhatsApp/request/members.ts';
import type { Operation } from '../../../nodes/AwsWhatsApp/request/operation.ts';

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
		labelsOf(fields.map(labelled)),
		(name) => written[name],
	);
}

import type { Field } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { INDIA } from './orderLimits';

/**
 * Makes sure that what WhatsApp knows in India only goes nowhere else, where it would refuse the message.
 *
 * @param isGiven whether the field holds something
 * @throws FieldError naming the field
 */
export function checkOnlyInIndia(
	form: Form,
	field: Field,
	currency: string,
	isGiven = !form.isEmpty(field.property.name),
): void {
	if (currency === INDIA || !isGiven) return;
	throw new FieldError(
		`'${form.label(field)}' is for India only`,
		"Clear it, or choose Indian Rupee as 'Currency'.",
	);
}

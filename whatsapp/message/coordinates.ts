import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { quoted } from '../../form/rule';

/** Plain decimal degrees; the fraction is as long as computed numbers are. */
const DEGREES = /^-?\d{1,3}(\.\d{1,20})?$/;

/**
 * Degrees as text, the way they were written.
 *
 * @throws FieldError when they are no plain decimal number within the limit
 */
export function coordinate(form: Form, name: string, limit: number): string {
	const value = form.raw(name);
	// A number is judged by its digits, whatever they are: they are either degrees or not.
	const text = typeof value === 'number' ? String(value) : form.id(name);
	if (!DEGREES.test(text)) {
		throw new FieldError(
			`'${form.label(name)}' is not a decimal number`,
			`You gave ${quoted(text)}. Write one number of degrees with a point, e.g. 52.52001.`,
		);
	}
	if (Math.abs(Number(text)) > limit) {
		throw new FieldError(
			`'${form.label(name)}' is not between -${limit} and ${limit}`,
			`You gave ${quoted(text)}. Make sure that latitude and longitude are not swapped.`,
		);
	}
	return text;
}

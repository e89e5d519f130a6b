import { fieldOf, propertyWith, type Field, type Look } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import type { Reader } from '../../form/readers';
import { checkText, quoted } from '../../form/rule';

/** Plain decimal degrees; the fraction is as long as computed numbers are. */
const DEGREES = /^-?\d{1,3}(\.\d{1,20})?$/;

/** Degrees as they were written; throws FieldError when they are missing, no plain decimal or too large. */
const degrees =
	(limit: number): Reader<string> =>
	(value, label) => {
		// A number is judged by its digits, whatever they are: they are either degrees or not.
		const text =
			typeof value === 'number'
				? String(value)
				: (checkText(value, label, { required: true }) ?? '');
		if (!DEGREES.test(text)) {
			throw new FieldError(
				`'${label}' is not a decimal number`,
				`You entered ${quoted(text)}. Enter decimal degrees, e.g. 52.52001.`,
			);
		}
		if (Math.abs(Number(text)) > limit) {
			throw new FieldError(
				`'${label}' is not between -${limit} and ${limit}`,
				`You entered ${quoted(text)}. Make sure that latitude and longitude are not swapped.`,
			);
		}
		return text;
	};

/** A latitude or a longitude. */
export const coordinate = (
	displayName: string,
	name: string,
	limit: number,
	look: Look,
): Field<string | undefined> =>
	fieldOf(
		propertyWith('string', { displayName, name, default: '' }, { required: true, ...look }),
		degrees(limit),
	);

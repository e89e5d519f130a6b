import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { quoted } from '../../../form/rule';

/** At most twelve digits before the point, so that sums stay exact. */
const DECIMAL = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * An amount of money in hundredths, from a decimal number such as 25 or 25.50. It is read off the
 * digits, as floating point would make 19.99 something else.
 *
 * @returns undefined when the field is empty
 * @throws FieldError when it is no such number; a comma may mean either of two things
 */
export function hundredths(form: Form, name: string): number | undefined {
	const text = form.optionalId(name);
	if (text === undefined) return undefined;
	const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
	if (whole === undefined) {
		throw new FieldError(
			`'${form.label(name)}' is not an amount`,
			`You gave ${quoted(text)}. Write digits with a point and at most two decimals, e.g. 1250.50.`,
		);
	}
	return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

export function requiredHundredths(form: Form, name: string): number {
	const amount = hundredths(form, name);
	if (amount === undefined) {
		throw new FieldError(`'${form.label(name)}' is empty`, 'Enter an amount, e.g. 25.00.');
	}
	return amount;
}

/** An amount as WhatsApp writes it. */
export const money = (value: number): IDataObject => ({ value, offset: 100 });

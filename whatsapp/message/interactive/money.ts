import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { quoted } from '../../../form/rule';

/** At most twelve digits before the point, so that sums stay exact. */
const DECIMAL = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/**
 * An amount of money in hundredths, from a decimal number such as 25 or 25.50. It is read off the
 * digits, as floating point would make 19.99 something else.
 *
 * @throws FieldError when it is not such a number; a comma may mean either of two things
 */
export function hundredths(text: string, label: string): number {
	const [, whole, fraction = ''] = DECIMAL.exec(text) ?? [];
	if (whole === undefined) {
		throw new FieldError(
			`'${label}' is not an amount`,
			`You entered ${quoted(text)}. Use digits with a decimal point and at most 2 decimals, e.g. 1250.50.`,
		);
	}
	return Number(`${whole}${fraction.padEnd(2, '0')}`);
}

/** An amount as WhatsApp writes it. */
export const money = (value: number): IDataObject => ({ value, offset: 100 });

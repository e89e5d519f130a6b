import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { isRecord } from '../../../form/unknown';

const HOW =
	'Use the order parameters that WhatsApp documents: reference_id, type, currency, total_amount and order.';

export const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** An order that was given as JSON, while it is being checked: its parts, each named by where it is. */
export class OrderJson {
	constructor(private readonly label: string) {}

	refuse(what: string, how = HOW): never {
		throw new FieldError(`'${this.label}' ${what}`, how);
	}

	objectAt(value: unknown, where: string): IDataObject {
		return isRecord(value) ? value : this.refuse(`has no object in ${where}`);
	}

	/** The objects of a list that has some. */
	objectsAt(value: unknown, where: string): IDataObject[] {
		if (!Array.isArray(value) || value.length === 0) return this.refuse(`has no list in ${where}`);
		return value.map((each, i) => this.objectAt(each, `${where}[${i}]`));
	}

	textAt(value: unknown, where: string, maxLength = Infinity): void {
		if (isText(value) && [...value].length <= maxLength) return;
		this.refuse(
			maxLength === Infinity
				? `has no text in ${where}`
				: `has no text of 1 to ${maxLength} characters in ${where}`,
		);
	}

	oneOf(value: unknown, allowed: string[], where: string): void {
		if (typeof value === 'string' && allowed.includes(value)) return;
		this.refuse(`has an unknown ${where}`, `Use one of: ${allowed.join(', ')}.`);
	}

	/** An amount of money in hundredths. */
	amountAt(value: unknown, where: string): number {
		const amount = this.objectAt(value, where);
		if (amount.offset !== 100 && amount.offset !== '100') {
			this.refuse(`has no offset of 100 in ${where}`, 'Amounts are whole numbers of hundredths.');
		}
		const { value: hundredths } = amount;
		if (typeof hundredths !== 'number' || !Number.isSafeInteger(hundredths) || hundredths < 0) {
			return this.refuse(
				`has no whole number as value in ${where}`,
				'Amounts are whole numbers of hundredths, e.g. 2500 for 25.00.',
			);
		}
		return hundredths;
	}

	optionalAmountAt(value: unknown, where: string): number {
		return value === undefined ? 0 : this.amountAt(value, where);
	}
}

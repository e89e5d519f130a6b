import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { FieldError } from './fieldError';
import { checkText, textOf, type TextRule } from './rule';

/** Reads one parameter of the current item by name. */
export type ReadParameter = (name: string) => unknown;

/** Labels of all fields, those inside collections included, by parameter name. */
export function labelsOf(properties: INodeProperties[]): Map<string, string> {
	const labels = new Map<string, string>();
	const add = (list: INodeProperties[]) => {
		for (const property of list) {
			labels.set(property.name, property.displayName);
			if (property.type === 'collection') add((property.options ?? []) as INodeProperties[]);
		}
	};
	add(properties);
	return labels;
}

/**
 * The form of one item as typed values. Each parameter is read at most once, since n8n evaluates its
 * expression at every reading.
 */
export class Form {
	private readonly values = new Map<string, unknown>();

	private optionValues?: Form;

	constructor(
		private readonly read: ReadParameter,
		private readonly labels: Map<string, string>,
	) {}

	label(name: string): string {
		return this.labels.get(name) ?? name;
	}

	raw(name: string): unknown {
		if (!this.values.has(name)) this.values.set(name, this.read(name));
		return this.values.get(name);
	}

	/** The text as it is, blanks included: what a person will read. */
	text(name: string): string {
		return textOf(this.raw(name), this.label(name));
	}

	/** An identifier: trimmed, checked, and undefined when empty. */
	optionalId(name: string, rule: TextRule = {}): string | undefined {
		return checkText(this.raw(name), this.label(name), rule);
	}

	/** An identifier that has to be there: trimmed and checked. */
	id(name: string, rule: TextRule = {}): string {
		const value = this.optionalId(name, { ...rule, required: true });
		return value ?? '';
	}

	/**
	 * A text for people to read, at most `maxLength` Unicode code points (WhatsApp counts these, not
	 * UTF-16 units).
	 */
	limitedText(name: string, maxLength: number): string {
		const text = this.text(name);
		const { length } = [...text];
		if (length > maxLength) {
			throw new FieldError(
				`'${this.label(name)}' is too long`,
				`It has ${length} characters, WhatsApp allows ${maxLength}. Shorten it.`,
			);
		}
		return text;
	}

	requiredText(name: string, maxLength: number): string {
		const text = this.limitedText(name, maxLength);
		if (text.trim() === '') {
			throw new FieldError(
				`'${this.label(name)}' is empty`,
				'WhatsApp does not accept a message without it. Check the expression if there is one.',
			);
		}
		return text;
	}

	flag(name: string): boolean {
		const value = this.raw(name);
		return value === true || value === 'true';
	}

	number(
		name: string,
		{ min, max, fallback }: { min: number; max: number; fallback: number },
	): number {
		const value = this.raw(name);
		if (value === undefined || value === null || value === '') return fallback;
		const isNumeric = typeof value === 'number' || typeof value === 'string';
		const number = isNumeric ? Number(value) : Number.NaN;
		if (!Number.isInteger(number) || number < min || number > max) {
			throw new FieldError(
				`'${this.label(name)}' is not a whole number from ${min} to ${max}`,
				'Enter a number in this range.',
			);
		}
		return number;
	}

	/** The 'Options' collection as a form of its own; an option that was not added reads as empty. */
	get options(): Form {
		if (!this.optionValues) {
			const chosen = this.raw('options');
			const values: IDataObject =
				typeof chosen === 'object' && chosen !== null ? (chosen as IDataObject) : {};
			this.optionValues = new Form((name) => values[name], this.labels);
		}
		return this.optionValues;
	}
}

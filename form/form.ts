import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { FieldError } from './fieldError';
import { emptySwitch, flag, type Reader } from './readers';
import { allows, checkText, quoted, textOf, type LimitOwner, type TextRule } from './rule';

/** Reads one parameter of the current item by name. */
export type ReadParameter = (name: string) => unknown;

/** What fields are called, by parameter name, with the fields inside collections and groups. */
export type Labels = Map<string, { label: string; inner: Labels }>;

/** The fields inside a collection or a group; none of any other field. */
export function innerFields({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

export function labelsOf(properties: INodeProperties[]): Labels {
	return new Map(
		properties.map((property) => [
			property.name,
			{ label: property.displayName, inner: labelsOf(innerFields(property)) },
		]),
	);
}

const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What JavaScript says of data that contain themselves, or are nested too deeply, once they are copied. */
const NO_END = /Maximum call stack size exceeded/;

/** A resource locator's value, where the parameter is one. */
export function plainValue(value: unknown): unknown {
	return isRecord(value) && '__rl' in value && 'value' in value ? value.value : value;
}

/** Reads the fields of an object. Every object has more names than somebody gave it, "constructor" for one. */
function valueIn(values: unknown): ReadParameter {
	const inner = isRecord(values) ? values : {};
	return (name) => (Object.hasOwn(inner, name) ? plainValue(inner[name]) : undefined);
}

/** The rows of a repeatable group, which n8n keeps in an object and expressions give as a list. */
function rowsIn(groups: unknown): unknown[] {
	if (Array.isArray(groups)) return groups;
	return isRecord(groups) ? Object.values(groups).flat() : [];
}

/** @throws FieldError when the values hold what there is no field for */
function checkKnown(values: IDataObject, known: Labels, label: string): void {
	const stranger = Object.keys(values).find((key) => !known.has(key));
	if (stranger === undefined) return;
	throw new FieldError(
		`'${label}' has an unknown key`,
		`You entered ${quoted(stranger)}. Use one of: ${[...known.keys()].join(', ')}.`,
	);
}

/**
 * The form of one item as typed values. Each parameter is read at most once, since n8n evaluates its
 * expression at every reading.
 */
export class Form {
	private readonly values = new Map<string, unknown>();

	private readonly groups = new Map<string, Form>();

	/**
	 * @param written what stands in a field of the panel, an expression as it was written; undefined where
	 * that is not known
	 * @param where goes in front of the labels, e.g. "Tags 2: "
	 * @param isGiven whether somebody gave a field, be it without a value. Only collections can tell, whose
	 * fields are added one by one; elsewhere what is empty counts as not given.
	 */
	constructor(
		private readonly read: ReadParameter,
		private readonly labels: Labels,
		readonly written: ReadParameter = () => undefined,
		private readonly where = '',
		readonly isGiven: (name: string) => boolean = () => false,
	) {}

	/** What errors call a field, e.g. "Buttons 2: Title". */
	label(field: string | { property: INodeProperties }): string {
		const own =
			typeof field === 'string'
				? (this.labels.get(field)?.label ?? field)
				: field.property.displayName;
		return `${this.where}${own}`;
	}

	raw(name: string): unknown {
		if (!this.values.has(name)) this.values.set(name, this.evaluated(name));
		return this.values.get(name);
	}

	/** n8n itself copies what an expression gives, which has to have an end. */
	private evaluated(name: string): unknown {
		let problem: unknown;
		try {
			return this.read(name);
		} catch (error) {
			problem = error;
		}
		return this.reject(problem, name);
	}

	private reject(problem: unknown, name: string): never {
		if (!(problem instanceof Error && NO_END.test(problem.message))) throw problem;
		throw new FieldError(
			`'${this.label(name)}' is circular or nested too deeply`,
			'n8n cannot read the result of its expression. Select only the values you need, such as {{ { id: $json.id } }}.',
		);
	}

	/** Whether there is nothing in it. An object or a list is something, even without content. */
	isEmpty(name: string): boolean {
		const value = this.raw(name);
		return value === undefined || value === null || value === '';
	}

	/** The value of a member of the request, checked and shaped by its reader. */
	member<T>(name: string, reader: Reader<T>): T | undefined {
		return reader(this.raw(name), this.label(name), this.written(name));
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
	 *
	 * @param by whose limit it is
	 */
	limitedText(name: string, maxLength: number, by: LimitOwner = 'WhatsApp'): string {
		const text = this.text(name);
		const { length } = [...text];
		if (length > maxLength) {
			throw new FieldError(
				`'${this.label(name)}' is too long`,
				`It has ${length} characters; ${allows(by)} at most ${maxLength}. Shorten it.`,
			);
		}
		return text;
	}

	requiredText(name: string, maxLength: number): string {
		const text = this.limitedText(name, maxLength);
		if (text.trim() === '') {
			throw new FieldError(
				`'${this.label(name)}' is empty`,
				'WhatsApp does not accept a message without it. Enter a value, or check the expression.',
			);
		}
		return text;
	}

	/**
	 * A switch. An option that was added, but whose expression finds nothing, is neither on nor off.
	 *
	 * @param whenMissing what it is where nobody added it
	 * @throws FieldError for what is no spelling of a switch, and for an added one without a value
	 */
	flag(name: string, whenMissing = false): boolean {
		const on = this.member(name, flag);
		if (on === undefined && this.isGiven(name)) throw emptySwitch(this.label(name));
		return on ?? whenMissing;
	}

	/** A switch whose "off" does something, so that nothing else may pass for it. */
	strictFlag(name: string): boolean {
		const on = this.member(name, flag);
		if (on === undefined) throw emptySwitch(this.label(name));
		return on;
	}

	number(
		name: string,
		{ min, max, fallback }: { min: number; max: number; fallback: number },
	): number {
		if (this.isEmpty(name)) return fallback;
		const value = this.raw(name);
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

	/** A collection as a form of its own; a field that was not added to it reads as empty. */
	group(name: string): Form {
		const existing = this.groups.get(name);
		if (existing) return existing;
		const added = this.raw(name);
		const group = this.formOf(
			added,
			name,
			this.where,
			this.written(name),
			(field) => isRecord(added) && Object.hasOwn(added, field),
		);
		this.groups.set(name, group);
		return group;
	}

	/**
	 * A collection inside a row. Where the rows are JSON it may be anything, and nothing in it is to be
	 * lost.
	 *
	 * @throws FieldError when it is no object, or holds what the collection has no field for
	 */
	strictGroup(name: string): Form {
		const given = this.raw(name) ?? {};
		const known: Labels = this.labels.get(name)?.inner ?? new Map();
		if (!isRecord(given)) {
			throw new FieldError(
				`'${this.label(name)}' is not a JSON object`,
				`Enter it in curly brackets, with these keys: ${[...known.keys()].join(', ')}.`,
			);
		}
		checkKnown(given, known, this.label(name));
		return this.group(name);
	}

	/** The 'Options' collection. */
	get options(): Form {
		return this.group('options');
	}

	/** The rows of a repeatable group as forms; their labels carry the row's number. */
	rows(name: string): Form[] {
		return this.rowsOf(name, rowsIn(this.raw(name)), rowsIn(this.written(name)));
	}

	/**
	 * Given rows of a repeatable group as forms.
	 *
	 * @param written the same rows as they stand in the panel, where they do
	 * @throws FieldError when a row holds what the group has no field for
	 */
	rowsOf(name: string, rows: unknown[], written: unknown[] = []): Form[] {
		const known: Labels = this.labels.get(name)?.inner ?? new Map();
		return rows.map((row, i) => {
			checkKnown(isRecord(row) ? row : {}, known, `${this.label(name)} ${i + 1}`);
			return this.formOf(row, name, `${this.label(name)} ${i + 1}: `, written[i]);
		});
	}

	/** The same form with some values in place of its own. */
	overlay(values: Record<string, unknown>): Form {
		const isOwn = (name: string) => Object.hasOwn(values, name);
		return new Form(
			(name) => (isOwn(name) ? values[name] : this.raw(name)),
			this.labels,
			this.written,
			this.where,
			(name) => isOwn(name) || this.isGiven(name),
		);
	}

	private formOf(
		values: unknown,
		name: string,
		where: string,
		written: unknown,
		isGiven?: (name: string) => boolean,
	): Form {
		return new Form(
			valueIn(values),
			this.labels.get(name)?.inner ?? new Map(),
			valueIn(written),
			where,
			isGiven,
		);
	}
}

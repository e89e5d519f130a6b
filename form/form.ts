import type { INodeProperties } from 'n8n-workflow';
import { FieldError } from './fieldError';
import type { Read } from './readers';
import { isNothing } from './spelling';
import { isRecord } from './unknown';

/** Reads one parameter of the current item by name. */
type ReadParameter = (name: string) => unknown;

/** What JavaScript says of data that contain themselves, or are nested too deeply, once they are copied. */
const NO_END = /Maximum call stack size exceeded/;

/**
 * Reads each parameter at most once, since n8n evaluates its expression at every reading. (What has been
 * read is kept in a plain object, a tenth of a map: in a long run thousands of items wait with theirs.)
 */
export function once(parameter: ReadParameter): ReadParameter {
	const values: Record<string, unknown> = {};
	return (name) => {
		if (!Object.hasOwn(values, name)) values[name] = parameter(name);
		return values[name];
	};
}

/** A resource locator's value, where the parameter is one. */
export function plainValue(value: unknown): unknown {
	return isRecord(value) && '__rl' in value && 'value' in value ? value.value : value;
}

/** Reads the fields of an object. Every object has more names than its own, such as "constructor". */
function valueIn(values: unknown): ReadParameter {
	const inner = isRecord(values) ? values : {};
	return (name) => (Object.hasOwn(inner, name) ? plainValue(inner[name]) : undefined);
}

/** A field, as far as a form needs to know it. */
interface Known {
	property: INodeProperties;
}

const OPTIONS: Known = {
	property: { displayName: 'Options', name: 'options', type: 'collection', default: {} },
};

const nothing = () => undefined;
const never = () => false;

/** The form of one item as typed values. */
export class Form {
	private groups?: Record<string, Form>;

	/**
	 * @param written what stands in a field of the panel, an expression as it was written; undefined where
	 * that is not known
	 * @param where goes in front of the labels, e.g. "Tags 2: "
	 * @param isGiven whether a field was given, even without a value. Only collections can tell, whose
	 * fields are added one by one; elsewhere what is empty counts as not given.
	 */
	constructor(
		private readonly parameter: ReadParameter,
		readonly written: ReadParameter = nothing,
		private readonly where = '',
		readonly isGiven: (name: string) => boolean = never,
	) {}

	/** What errors call a field, e.g. "Buttons 2: Title". */
	label({ property }: Known): string {
		return `${this.where}${property.displayName}`;
	}

	/** The value of a field, as n8n has evaluated it. n8n itself copies it, so it must not be endless. */
	raw(field: Known): unknown {
		try {
			return this.parameter(field.property.name);
		} catch (problem) {
			return this.reject(problem, field);
		}
	}

	private reject(problem: unknown, field: Known): never {
		if (!(problem instanceof Error && NO_END.test(problem.message))) throw problem;
		throw new FieldError(
			`'${this.label(field)}' is circular or nested too deeply`,
			'n8n cannot read the result of its expression. Select only the values you need, such as {{ { id: $json.id } }}.',
		);
	}

	/** Whether there is nothing in it. An object or a list is something, even without content. */
	isEmpty(field: Known): boolean {
		const value = this.raw(field);
		return value === undefined || value === null || value === '';
	}

	/** The value of a field, checked and shaped. */
	read<T>(field: Known, read: Read<T>): T {
		return read(this.raw(field), this.label(field), this.written(field.property.name));
	}

	/** A collection as a form of its own; a field that was not added to it reads as empty. */
	group(field: Known): Form {
		const { name } = field.property;
		this.groups ??= {};
		const existing = Object.hasOwn(this.groups, name) ? this.groups[name] : undefined;
		if (existing) return existing;
		const added = this.raw(field);
		const isGiven = (inner: string) => isRecord(added) && Object.hasOwn(added, inner);
		const group = new Form(valueIn(added), valueIn(this.written(name)), this.where, isGiven);
		this.groups[name] = group;
		return group;
	}

	/** The 'Options' collection. */
	get options(): Form {
		return this.group(OPTIONS);
	}

	/** A row as a form, also as it stands in the panel, where it does; its labels carry its number. */
	row(field: Known, index: number, row: unknown, written: unknown): Form {
		return new Form(valueIn(row), valueIn(written), `${this.label(field)} ${index + 1}: `);
	}

	/**
	 * The same form, in which a field has another value if nothing stands in the panel. One with an
	 * expression that returns nothing stays empty: it was to be something else.
	 */
	whereEmpty({ property: { name } }: Known, value: unknown): Form {
		return isNothing(this.written(name)) ? this.overlay({ [name]: value }) : this;
	}

	/** The same form with some values in place of its own. */
	overlay(values: Record<string, unknown>): Form {
		const isOwn = (name: string) => Object.hasOwn(values, name);
		return new Form(
			(name) => (isOwn(name) ? values[name] : this.parameter(name)),
			this.written,
			this.where,
			(name) => isOwn(name) || this.isGiven(name),
		);
	}
}

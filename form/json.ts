import { grouped, howMany } from './counts';
import { isInexact } from './spelling';
import { FieldError } from './fieldError';
import { inexact, quoted } from './rule';

/** Levels of objects and lists in each other: far more than any message has, far fewer than break JavaScript. */
const DEEPEST = 500;

function hasToJson(value: object): value is { toJSON(key: string): unknown } {
	return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** As JavaScript's Date and Luxon's DateTime tell it; JSON would write null. */
function isNoDate(value: object): boolean {
	return typeof value.valueOf === 'function' && Number.isNaN(value.valueOf());
}

function isBoxed(value: object): boolean {
	return [Number, String, Boolean, BigInt].some((box) => value instanceof box);
}

/**
 * Makes of any value what JSON.stringify would write of it: dates as ISO texts, nothing of functions
 * and of what is undefined. What would be written as something else is refused. The copy is what is
 * checked and what is sent, so nothing can change in between.
 */
class Copy {
	/** The objects and lists around the part at hand. */
	private readonly around = new Set<object>();

	constructor(private readonly label: string) {}

	of(given: unknown, key = ''): unknown {
		const value = typeof given === 'object' && given !== null ? this.replaced(given, key) : given;
		switch (typeof value) {
			case 'string':
			case 'boolean':
				return value;
			case 'number':
				if (isInexact(value)) throw inexact(value, this.label);
				return value;
			case 'object':
				return value === null ? null : this.inside(value);
			case 'bigint':
				return this.refuse(
					'contains a BigInt, which JSON does not support',
					`It is ${quoted(String(value))}. Put it in quotes, or convert it to text with {{ String(…) }}.`,
				);
			default:
				return undefined;
		}
	}

	/** What stands for the object in JSON, if it says so itself. */
	private replaced(value: object, key: string): unknown {
		if (isBoxed(value)) return value.valueOf();
		if (!hasToJson(value)) return value;
		if (isNoDate(value)) {
			this.refuse(
				'contains an invalid date',
				'It was created from a value that is not a date. Check the expression.',
			);
		}
		return value.toJSON(key);
	}

	private inside(value: object): unknown {
		if (this.around.has(value)) {
			this.refuse(
				'is circular',
				'Part of it contains itself, so it has no end. Select only the values you need, such as {{ { id: $json.id } }}.',
			);
		}
		if (this.around.size === DEEPEST) {
			this.refuse(
				`is nested deeper than ${DEEPEST} levels`,
				'WhatsApp accepts nothing that is nested this deeply. Check where the data comes from.',
			);
		}
		this.around.add(value);
		const copy = Array.isArray(value) ? this.list(value) : this.members(value);
		this.around.delete(value);
		return copy;
	}

	private list(value: unknown[]): unknown[] {
		return Array.from(value, (each, i) => this.of(each, String(i)) ?? null);
	}

	private members(value: object): object {
		const members = Object.entries(value).map(([key, each]) => [key, this.of(each, key)] as const);
		return Object.fromEntries(members.filter(([, each]) => each !== undefined));
	}

	private refuse(what: string, advice: string): never {
		throw new FieldError(`'${this.label}' ${what}`, advice);
	}
}

/** What the work gives, or the error of the field that it failed by. */
function orRefused<T>(work: () => T, refusal: (reason: string) => FieldError): T {
	try {
		return work();
	} catch (problem) {
		return reject(problem, refusal);
	}
}

function reject(problem: unknown, refusal: (reason: string) => FieldError): never {
	if (problem instanceof FieldError) throw problem;
	throw refusal(problem instanceof Error ? problem.message : '');
}

function parsed(text: string, label: string): unknown {
	return orRefused(
		() => JSON.parse(text),
		(reason) =>
			new FieldError(
				`'${label}' is not valid JSON`,
				`${reason}. Check quotes, commas, braces and brackets.`,
			),
	);
}

function copied(value: unknown, label: string): unknown {
	return orRefused(
		() => new Copy(label).of(value),
		(reason) =>
			new FieldError(
				`'${label}' cannot be read`,
				`Reading part of it failed: ${quoted(reason)}. Select only the values you need.`,
			),
	);
}

/**
 * JSON that the user wrote as text, or gave as an object by an expression. Both are read alike: the
 * same data give the same message, whichever way they come.
 *
 * @returns a copy of its own; undefined when there is none
 * @throws FieldError naming the field: for text that is not JSON, numbers that JavaScript has rounded or
 * that are not finite, BigInt, invalid dates, and for what is circular or nested deeper than 500 levels
 */
export function jsonOf(value: unknown, label: string): unknown {
	if (value === undefined || value === null) return undefined;
	if (typeof value !== 'string') return copied(value, label);
	return value.trim() === '' ? undefined : copied(parsed(value, label), label);
}

/**
 * JSON as AWS's blob members want it: the UTF-8 text, base64 once.
 *
 * @param maxBytes AWS's limit, which counts the bytes before base64
 */
export function jsonBlob(json: unknown, label: string, maxBytes: number): string {
	const bytes = Buffer.from(JSON.stringify(json), 'utf8');
	if (bytes.length > maxBytes) {
		throw new FieldError(
			`'${label}' is too long`,
			`It has ${howMany(bytes.length, 'byte')}; AWS accepts at most ${grouped(maxBytes)}. Shorten it.`,
		);
	}
	return bytes.toString('base64');
}

/** The JSON in a blob member, as `jsonBlob` has made it. */
export function jsonInBlob(blob: unknown): unknown {
	return JSON.parse(Buffer.from(String(blob), 'base64').toString('utf8'));
}

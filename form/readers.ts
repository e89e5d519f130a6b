import { grouped, howMany } from './counts';
import { isNothing, switchOf } from './spelling';
import { emptyField, FieldError } from './fieldError';
import { jsonBlob, jsonOf } from './json';
import { allows, checkText, quoted, shown, textOf, type LimitOwner, type TextRule } from './rule';

/**
 * Reads a member of the request off the form: checked, and in the shape in which AWS wants it.
 *
 * @param written what stands in the panel, an expression as it was written
 * @throws FieldError naming the field and the limit
 */
export type Read<T> = (value: unknown, label: string, written?: unknown) => T;

/** The same, which gives undefined when the field is empty and the member is left out. */
export type Reader<T = unknown> = Read<T | undefined>;

export const text =
	(rule: TextRule): Reader<string> =>
	(value, label) =>
		checkText(value, label, rule);

interface TextToRead {
	/** In Unicode code points, which WhatsApp counts, not UTF-16 units. */
	max: number;
	by?: LimitOwner;
	required: boolean;
}

/** A text for people to read, spaces included. */
export const textToRead =
	({ max, by = 'WhatsApp', required }: TextToRead): Read<string> =>
	(value, label) => {
		const text = textOf(value, label);
		const { length } = [...text];
		if (length > max) {
			throw new FieldError(
				`'${label}' is too long`,
				`It has ${howMany(length, 'character')}; ${allows(by)} at most ${grouped(max)}. Shorten it.`,
			);
		}
		if (required && text.trim() === '') {
			throw emptyField(
				label,
				'WhatsApp does not accept a message without it. Enter a value, or check the expression.',
			);
		}
		return text;
	};

/**
 * A switch in any of its usual spellings; see `switchOf`. Anything else is neither on nor off:
 * guessing would send what was to be a preview.
 */
export const flag: Reader<boolean> = (value, label) => {
	if (isNothing(value)) return undefined;
	const on = switchOf(value);
	if (on === undefined) {
		throw new FieldError(
			`'${label}' is neither true nor false`,
			`You entered ${shown(value)}. Use the toggle, or an expression that returns true or false, yes or no, on or off, 1 or 0.`,
		);
	}
	return on;
};

/** The error of a switch that is there, but without a value: an expression returned nothing. */
export function emptySwitch(label: string): FieldError {
	return emptyField(label, 'Use the toggle, or an expression that returns true or false.');
}

/** A whole number, both bounds included. */
export const wholeNumber =
	({ min, max }: { min: number; max: number }): Reader<number> =>
	(value, label) => {
		if (isNothing(value)) return undefined;
		const written = typeof value === 'number' ? String(value) : value;
		if (typeof written === 'string' && /^\s*-?\d+\s*$/.test(written)) {
			const number = Number(written);
			if (number >= min && number <= max) return number;
		}
		throw new FieldError(
			`'${label}' is not a whole number from ${grouped(min)} to ${grouped(max)}`,
			`You entered ${shown(value)}.`,
		);
	};

/** The error of a value that is not in its list. */
export const unknownValue = (value: string, label: string, known: readonly string[]): FieldError =>
	new FieldError(
		`'${label}' has an unknown value`,
		`You entered ${quoted(value)}. Use one of: ${known.join(', ')}.`,
	);

/** One of a fixed set of words. */
export const oneOf =
	<V extends string>(words: readonly V[], rule: TextRule = {}): Reader<V> =>
	(value, label) => {
		const word = checkText(value, label, rule);
		if (word === undefined) return undefined;
		const known = words.find((each) => each === word);
		if (known !== undefined) return known;
		throw unknownValue(word, label, words);
	};

/** How many elements a list may have, both bounds included, and who says so. */
export type ListBounds = { required?: boolean } & (
	| { max: number; by: LimitOwner }
	| { max?: undefined }
);

/** Texts in a list, or with commas in one, as expressions give them; spaces and repetitions do not count. */
export const listOf =
	<T extends string>(element: Reader<T>, bounds: ListBounds = {}): Reader<T[]> =>
	(value, label) => {
		const given: unknown[] = Array.isArray(value) ? value : textOf(value, label).split(',');
		const found = given.map((each) => element(each, label));
		const list = [...new Set(found.filter((each) => each !== undefined))];
		if (list.length === 0) {
			if (!bounds.required) return undefined;
			throw emptyField(label, 'Choose at least one and try again.');
		}
		if ('by' in bounds && list.length > bounds.max) {
			throw new FieldError(
				`'${label}' has too many entries`,
				`It has ${grouped(list.length)}; ${allows(bounds.by)} at most ${grouped(bounds.max)}.`,
			);
		}
		return list;
	};

export interface BlobRule {
	/** AWS's limit in bytes, before base64. */
	maxBytes: number;
	required?: boolean;
	/** Refuses a document of the wrong shape, and gives the one to send. */
	check: (document: unknown, label: string) => unknown;
}

/** A JSON document as a blob member: its UTF-8 text, base64 once; undefined while it is empty. */
export const json =
	({ maxBytes, required = false, check }: BlobRule): Reader<string> =>
	(value, label) => {
		const document = jsonOf(value, label);
		if (document === undefined) {
			if (required) throw emptyField(label, 'Enter the JSON and try again.');
			return undefined;
		}
		return jsonBlob(check(document, label), label, maxBytes);
	};

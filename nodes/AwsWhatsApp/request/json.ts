import type { IDataObject } from 'n8n-workflow';
import { FieldError } from './fieldError';

/** Whether JavaScript would round the number, or has made infinity of it, which JSON does not have. */
const isInexact = (value: number) =>
	!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));

/** An ID that is written as such a number would change silently. */
function exact(label: string) {
	return (_key: string, value: unknown): unknown => {
		if (typeof value === 'number' && isInexact(value)) {
			throw new FieldError(
				`'${label}' holds a number that is too long to be kept exactly`,
				`It is near ${value}. Write it in quotes.`,
			);
		}
		return value;
	};
}

/**
 * JSON that the user wrote as text, or gave as an object by an expression.
 *
 * @returns undefined when there is none
 * @throws FieldError naming the field
 */
export function jsonOf(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	let problem: unknown;
	try {
		return JSON.parse(value, exact(label));
	} catch (error) {
		problem = error;
	}
	return reject(problem, label);
}

function reject(problem: unknown, label: string): never {
	if (problem instanceof FieldError) throw problem;
	throw new FieldError(
		`'${label}' is not valid JSON`,
		`${problem instanceof Error ? problem.message : ''} Check quotes, commas and brackets.`,
	);
}

export function isJsonObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
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
			`It has ${bytes.length} bytes, AWS takes at most ${maxBytes}. Shorten it.`,
		);
	}
	return bytes.toString('base64');
}

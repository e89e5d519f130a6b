import type { IDataObject } from 'n8n-workflow';

/** What came in is believed nothing: every reader here takes anything and says so when it is not there. */

export function record(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

export function list(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The text, or undefined where there is none; numbers count as text, since IDs come as both. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** The object without the members that are not there; undefined when nothing is left. */
export function known(members: Record<string, unknown>): IDataObject | undefined {
	const entries = Object.entries(members).filter(
		([, value]) => value !== undefined && value !== null,
	);
	return entries.length === 0 ? undefined : (Object.fromEntries(entries) as IDataObject);
}

/** Seconds up to the year 5138; what is larger are milliseconds. */
const LARGEST_SECONDS = 1e11;

/** A time of Meta's (Unix seconds as text or number) or of AWS's (RFC 3339) as ISO 8601. */
export function isoTime(value: unknown): string | undefined {
	const given = text(value)?.trim();
	if (given === undefined) return undefined;
	const number = /^\d+(\.\d+)?$/.test(given) ? Number(given) : undefined;
	const date =
		number === undefined
			? new Date(given)
			: new Date(number > LARGEST_SECONDS ? number : number * 1000);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/**
 * A phone number with a leading "+", as sending wants it; WhatsApp leaves it out where it names
 * senders, and writes blanks where it shows numbers. What is no number stays as it is.
 */
export function phoneNumber(value: unknown): string | undefined {
	const given = text(value);
	const digits = given?.replace(/[\s().-]/g, '').replace(/^\+/, '');
	return digits !== undefined && /^\d{5,20}$/.test(digits) ? `+${digits}` : given;
}

/** JSON inside a text, or undefined where the text is none. */
export function json(value: string): unknown {
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

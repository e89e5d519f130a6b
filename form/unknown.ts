import type { GenericValue, IDataObject } from 'n8n-workflow';
import { parseExactly } from './exactNumbers';

/** What came in is believed nothing: every reader here takes anything and says so when it is not there. */

export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): IDataObject {
	return isRecord(value) ? value : {};
}

/** The members of a list; an object that stands where a list is expected is one member of it. */
export function list(value: unknown): unknown[] {
	if (Array.isArray(value)) return value as unknown[];
	return isRecord(value) ? [value] : [];
}

/** The text, or undefined where there is none; numbers count as text, since IDs come as both. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A measure or an amount as a number, also where it came as a text because of its many digits. */
export const measure = (value: unknown) =>
	typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** The object without the members that are not there; undefined when nothing is left. */
export function known(members: Record<string, unknown>): IDataObject | undefined {
	const names = Object.keys(members).filter(
		(name) => members[name] !== undefined && members[name] !== null,
	);
	return names.length === 0
		? undefined
		: (Object.fromEntries(names.map((name) => [name, members[name]])) as IDataObject);
}

/** What came, as it goes into an item. */
export function asGiven(value: unknown): GenericValue {
	switch (typeof value) {
		case 'object':
		case 'string':
		case 'number':
		case 'boolean':
			return value;
		default:
			return null;
	}
}

/**
 * A phone number with a leading "+", as sending wants it; WhatsApp leaves it out where it names
 * senders, and writes blanks where it shows numbers. What is no number stays as it is, as do the IDs of
 * groups, which have more digits than numbers.
 */
export function phoneNumber(value: unknown): string | undefined {
	const given = text(value);
	const digits = given?.replace(/[\s().-]/g, '').replace(/^\+/, '');
	return digits !== undefined && /^\d{5,15}$/.test(digits) ? `+${digits}` : given;
}

/** Levels of lists and objects; what WhatsApp sends has about ten. */
const DEEPEST = 100;

function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}

/**
 * JSON inside a text, or undefined where the text is none. What is nested more deeply than n8n could keep
 * stays a text, as do numbers that JavaScript would round.
 */
export function json(value: string): unknown {
	try {
		const parsed = parseExactly(value);
		return isDeeperThan(parsed, DEEPEST) ? undefined : parsed;
	} catch {
		return undefined;
	}
}

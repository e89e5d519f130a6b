import type { IDataObject } from 'n8n-workflow';
import { parseExactly } from './exactNumbers';

/**
 * Readers of JSON that came from elsewhere: they take anything, and give undefined or nothing where it is not
 * what it should be.
 */

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

/** The texts of members, by their names in camel case: "mime_type" becomes "mimeType". */
export const texts = (given: IDataObject, ...names: string[]): Record<string, string | undefined> =>
	Object.fromEntries(
		names.map((name) => [
			name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
			text(given[name]),
		]),
	);

export const hasText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

export function flag(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

/** The object without the members that are not there; undefined when nothing is left. */
export function known(members: Record<string, unknown>): IDataObject | undefined {
	const isThere = (member: unknown) => member !== undefined && member !== null;
	const there = Object.entries(members).filter(([, member]) => isThere(member));
	return there.length === 0 ? undefined : (Object.fromEntries(there) as IDataObject);
}

/** What is known of each member of a list, also given as it came; undefined when nothing is left. */
export function knownList(
	value: unknown,
	read: (member: IDataObject, given: unknown) => Record<string, unknown>,
): IDataObject[] | undefined {
	const members = list(value)
		.map((given) => known(read(record(given), given)))
		.filter((member) => member !== undefined);
	return members.length === 0 ? undefined : members;
}

/** Levels of lists and objects; what WhatsApp sends has about ten. */
const DEEPEST = 100;

function isDeeperThan(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isDeeperThan(member, levels - 1));
}

/**
 * JSON inside a text, or undefined where the text is not JSON. What is nested more deeply than n8n could keep
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

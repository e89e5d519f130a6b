import { text } from '../../form/unknown';

/**
 * Which parts of a value are read: a test for one that is read as a whole, a list for what is read of each
 * member of a list, an object for what is read of each of its members.
 */
export type Reading = ((value: unknown) => boolean) | [Reading] | { [member: string]: Reading };

/** Reads a text. */
export const asText = (value: unknown) => text(value) !== undefined;

/** Reads the whole value, whatever it is. */
export const asWhole = () => true;

/** The value is read elsewhere: it is neither read here nor left. */
export const elsewhere = () => true;

/** Reads nothing of a member that may be there without content. */
export const notAtAll = () => false;

/** What is read of a value and what is left, each in its place; undefined where that is nothing. */
interface Parts {
	read?: unknown;
	left?: unknown;
}

const isNothing = (value: unknown) =>
	value === undefined ||
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

function listed(members: unknown[]): unknown[] | undefined {
	const there = members.filter((member) => member !== undefined);
	return there.length === 0 ? undefined : there;
}

/** An object of the members that are there; undefined where none is. */
export function named(members: Array<[name: string, member: unknown]>): object | undefined {
	const there = members.filter(([, member]) => member !== undefined);
	return there.length === 0 ? undefined : Object.fromEntries(there);
}

/**
 * Takes a value apart. Members that the reading does not name are left even when they are empty: that they
 * are there is news.
 */
export function partsOf(value: unknown, reading: Reading): Parts {
	if (isNothing(value) || reading === elsewhere) return {};
	if (typeof reading === 'function') return reading(value) ? { read: value } : { left: value };
	if (typeof value !== 'object' || value === null) return { left: value };
	if (Array.isArray(reading)) {
		const members: unknown[] = Array.isArray(value) ? value : [value];
		const parts = members.map((member) => partsOf(member, reading[0]));
		return {
			read: listed(parts.map(({ read }) => read)),
			left: listed(parts.map(({ left }) => left)),
		};
	}
	if (Array.isArray(value)) return { left: value };
	const parts = Object.entries(value).map(([name, member]): [string, Parts] => [
		name,
		Object.hasOwn(reading, name) ? partsOf(member, reading[name] ?? notAtAll) : { left: member },
	]);
	return {
		read: named(parts.map(([name, { read }]) => [name, read])),
		left: named(parts.map(([name, { left }]) => [name, left])),
	};
}

import { text } from './values';

/**
 * What somebody reads of a value: a test for one that is read as a whole, a list for what is read of each
 * member of a list, an object for what is read of each of its members.
 */
export type Reading = ((value: unknown) => boolean) | [Reading] | { [member: string]: Reading };

/** For what is read as a text. */
export const asText = (value: unknown) => text(value) !== undefined;

/** For what is read elsewhere, whatever it is. */
export const elsewhere = () => true;

/** For a member that may be there without saying anything. */
export const notAtAll = () => false;

const isNothing = (value: unknown) =>
	value === undefined ||
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

/**
 * What nobody reads of a value, in its place; undefined where that is nothing. Members that the reading
 * does not name stay even when they are empty: that they are there is news.
 */
export function restOf(value: unknown, reading: Reading): unknown {
	if (isNothing(value)) return undefined;
	if (typeof reading === 'function') return reading(value) ? undefined : value;
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(reading)) {
		const members: unknown[] = Array.isArray(value) ? value : [value];
		const left = members
			.map((member) => restOf(member, reading[0]))
			.filter((member) => member !== undefined);
		return left.length === 0 ? undefined : left;
	}
	if (Array.isArray(value)) return value;
	const left: Array<[name: string, member: unknown]> = [];
	for (const [name, member] of Object.entries(value)) {
		const own = Object.hasOwn(reading, name) ? reading[name] : undefined;
		const leftOfMember = own === undefined ? member : restOf(member, own);
		if (leftOfMember !== undefined) left.push([name, leftOfMember]);
	}
	return left.length === 0 ? undefined : Object.fromEntries(left);
}

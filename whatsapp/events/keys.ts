import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import type { Change, ListMember } from './change';
import { ownerOf } from './owner';
import { named } from './takeApart';
import { isRecord } from '../../form/unknown';

/** The value with the members of all its objects in one order. */
function sorted(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(sorted);
	const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	for (const member of members) member[1] = sorted(member[1]);
	return Object.fromEntries(members);
}

const without = (value: IDataObject, isLeftOut: (name: string) => boolean) =>
	Object.fromEntries(Object.entries(value).filter(([name]) => !isLeftOut(name)));

/** Two lists of parts have the same fingerprint only if they are the same. */
function fingerprint(...parts: unknown[]): string {
	return createHash('sha256')
		.update(JSON.stringify(sorted(parts)))
		.digest('hex')
		.slice(0, 32);
}

const ifThere = (part: unknown) => (part === undefined ? [] : [part]);

/** What stands in a key only for people to read. */
const readable = (part: string) => (/^[\w.=+/-]{1,200}$/.test(part) ? part : '');

/**
 * The key of what has no ID of its own: it is recognized by its content, its owner, and the time at which
 * Meta reported it. The time at which AWS passed it on says nothing, since AWS may do so twice.
 *
 * @param beside what else distinguishes it from others, as in all keys: see Contact
 */
export function keyOfContent(
	change: Change,
	kind: string,
	content: unknown,
	beside?: unknown,
): string {
	const { field, entryTime } = change;
	const name = readable(field) || 'unknown';
	const parts = [field, ownerOf(change), entryTime, kind, content, ...ifThere(beside)];
	return `${name}:${fingerprint('content', ...parts)}`;
}

/** Names of members that say who or which: "id", "wa_id", "from", "phone_number", "message_id". */
const WHO_OR_WHICH = /(?:id|from|to|number|recipient|participant)$/i;

/** What a message says about who and which, each in its place, without what it says beside that. */
function identitiesIn(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	if (Array.isArray(value)) {
		const members = value.map(identitiesIn);
		return members.some((member) => member !== undefined) ? members : undefined;
	}
	return named(
		Object.entries(value).map(([name, member]) => [
			name,
			WHO_OR_WHICH.test(name) ? member : identitiesIn(member),
		]),
	);
}

/** The key of what has an ID, by whose it is and what else there is to it; by its content if it has none. */
function keyOfId(
	{ change, list, given, person: { beside } }: ListMember,
	kind: string,
	id: string | undefined,
	{ words = [], parts }: { words?: string[]; parts: unknown[] },
): string {
	if (id === undefined) return keyOfContent(change, list, given, beside);
	const print = fingerprint(kind, ownerOf(change), id, ...parts, ...ifThere(beside));
	return [kind, ...[id, ...words].map(readable), print].join(':');
}

/**
 * The key of a message, whether received or sent on the phone: WhatsApp's ID of it, whose it is, and all that
 * it says about who and which. What it says otherwise does not count, nor when it was reported.
 */
export const keyOfMessage = (member: ListMember, kind: string, id: string | undefined): string =>
	keyOfId(member, kind, id, { parts: [identitiesIn(member.given)] });

/** Members of a status that may differ when Meta reports it again. */
const VOLATILE = /^(timestamp|conversation|pricing|biz_opaque_callback_data|errors)$/;

/**
 * The key of a status of something with an ID. All its members count, future ones too, except volatile
 * ones; of errors only the codes do.
 */
export function keyOfStatus(
	member: ListMember,
	kind: string,
	id: string | undefined,
	{ status, errors = [] }: { status: string | null; errors?: IDataObject[] },
): string {
	const identity = without(member.value, (name) => VOLATILE.test(name));
	const codes = errors.map(({ code, title }) => code ?? title);
	return keyOfId(member, kind, id, { words: [status ?? ''], parts: [identity, codes] });
}

/** What a change without a value says, without when AWS passed it on. */
export function contentOfChange({ value, whole }: Change): unknown {
	if (value !== undefined && value !== null) return value;
	return isRecord(whole) ? without(whole, (name) => name === 'message_timestamp') : whole;
}

import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import type { Change } from './change';
import { ownerOf } from './owner';
import { record } from './values';

/** JSON in which the order of members makes no difference. */
function canonical(value: unknown): string {
	return JSON.stringify(value, (_name, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member,
	);
}

const without = (value: IDataObject, isLeftOut: (name: string) => boolean) =>
	Object.fromEntries(Object.entries(value).filter(([name]) => !isLeftOut(name)));

/** Two lists of parts have the same fingerprint only if they are the same. */
function fingerprint(...parts: unknown[]): string {
	return createHash('sha256').update(canonical(parts)).digest('hex').slice(0, 32);
}

/** What may stand in a key for people to read: it tells nothing apart. */
const readable = (part: string) => (/^[\w.=+/-]{1,200}$/.test(part) ? part : '');

/**
 * The key of what has no ID of its own: it is known by its content, whose it is, and when Meta told it.
 * When AWS passed it on says nothing, since AWS may do so twice.
 */
export function keyOfContent(change: Change, kind: string, content: unknown): string {
	const { field, entryTime } = change;
	const name = readable(field) || 'unknown';
	return `${name}:${fingerprint('content', field, ownerOf(change), entryTime, kind, content)}`;
}

/** The key of a message, be it received or sent on the phone: WhatsApp's ID of it. */
export function keyOfMessage(change: Change, kind: 'echo' | 'message', id: string): string {
	const isPlain = /^wamid\.\S{1,250}$/.test(id);
	return `${kind}:${isPlain ? id : fingerprint(kind, ownerOf(change), id)}`;
}

/** What may change between two tellings of one status of a message or a call. */
const TELLINGS = new Set([
	'timestamp',
	'conversation',
	'pricing',
	'biz_opaque_callback_data',
	'errors',
]);

/**
 * The key of a status of something with an ID. All its members count, those of the future too, except
 * those that may change between two tellings; of errors only the codes do.
 */
export function keyOfStatus(
	change: Change,
	kind: 'call' | 'status',
	parts: {
		id: string;
		status: string;
		given: IDataObject;
		errors?: IDataObject[];
		/** What else bears identity where the status itself does not say whom it is about. */
		beside?: unknown;
	},
): string {
	const { id, status, given, errors = [], beside } = parts;
	const identity = without(given, (name) => TELLINGS.has(name));
	const codes = errors.map(({ code, title }) => code ?? title);
	const besides = beside === undefined ? [] : [beside];
	const print = fingerprint(kind, ownerOf(change), id, identity, codes, ...besides);
	return `${kind}:${readable(id)}:${readable(status)}:${print}`;
}

/** What a change without a value says, without when AWS passed it on. */
export function contentOfChange({ value, whole }: Change): unknown {
	if (value !== undefined && value !== null) return value;
	const isObject = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
	return isObject ? without(record(whole), (name) => name === 'message_timestamp') : whole;
}

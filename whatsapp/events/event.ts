import type { IDataObject } from 'n8n-workflow';
import type { Change, ListMember } from './change';
import { contentOfChange, keyOfContent } from './keys';
import { numberNamedIn, ownAccount, ownNumber } from './owner';
import { originalOf } from './original';
import { isoTime } from './time';

/** One event, as the item that the workflow gets. Its kind is one of kinds.ts, or "unknown". */
export type WhatsAppEvent = IDataObject & { kind: string; dedupeKey: string };

/** When something happened, in ISO 8601; when Meta or AWS reported it, where it has no valid time of its own. */
export function timeOf(own: unknown, { entryTime, envelope }: Change): string | null {
	return isoTime(own) ?? isoTime(entryTime) ?? isoTime(envelope.passedOnAt) ?? null;
}

/** What an event consists of that has neither sender nor recipient. */
interface Notice {
	kind: string;
	dedupeKey: string;
	/** The part of the change that it is. */
	part: unknown;
	members?: IDataObject;
}

function notice(change: Change, { kind, dedupeKey, part, members }: Notice): WhatsAppEvent {
	const number = numberNamedIn(change);
	return {
		kind,
		dedupeKey,
		field: change.field || null,
		timestamp: timeOf(undefined, change),
		...ownAccount(change),
		...(number && ownNumber(change, number)),
		...members,
		original: originalOf(change, part),
	};
}

/** A change as one event. */
export function wholeEvent(kind: string, change: Change, members?: IDataObject): WhatsAppEvent {
	const dedupeKey = keyOfContent(change, 'whole', contentOfChange(change));
	return notice(change, { kind, dedupeKey, part: change.value ?? change.whole, members });
}

/** A member of a list as an event, which is recognized by its content. */
export function memberEvent(
	kind: string,
	member: ListMember,
	members?: IDataObject,
): WhatsAppEvent {
	const { change, list, given, contact } = member;
	const dedupeKey = keyOfContent(change, list, given, contact.beside);
	return notice(change, { kind, dedupeKey, part: given, members });
}

/** What is an event of another kind elsewhere, as one of this kind: with a key of its own, and no `replyTo`. */
export function copyAs(
	kind: string,
	{ field }: Change,
	copied: WhatsAppEvent,
	members: IDataObject = {},
): WhatsAppEvent {
	const answer = copied.replyTo === undefined ? {} : { replyTo: null };
	return {
		...copied,
		...answer,
		...members,
		kind,
		field,
		dedupeKey: `${kind}:${copied.dedupeKey}`,
	};
}

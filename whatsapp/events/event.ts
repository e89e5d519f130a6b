import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { contentOfChange, keyOfContent } from './keys';
import { numberNamedIn, ownAccount, ownNumber } from './owner';
import { originalOf } from './original';
import type { Contact } from './people';
import { isoTime } from './time';

/** What an event is about; the value of the field `kind` of every item. */
export type Kind =
	| 'account'
	| 'appSync'
	| 'call'
	| 'echo'
	| 'error'
	| 'flow'
	| 'group'
	| 'handover'
	| 'history'
	| 'message'
	| 'standby'
	| 'status'
	| 'template'
	| 'unknown'
	| 'userPreference';

/** One event, as the item that the workflow gets. */
export type WhatsAppEvent = IDataObject & { kind: Kind; dedupeKey: string };

/** Makes events of a change whose field it knows. */
export type EventReader = (change: Change) => WhatsAppEvent[];

/** When something without a time of its own happened. */
export function timeOfChange({ entryTime, envelope }: Change): string | null {
	return isoTime(entryTime) ?? isoTime(envelope.passedOnAt) ?? null;
}

/** What makes an event known, and the part of the change that it is. */
interface Told {
	dedupeKey: string;
	part: unknown;
	members?: IDataObject;
}

function told(kind: Kind, change: Change, { dedupeKey, part, members }: Told): WhatsAppEvent {
	const number = numberNamedIn(change);
	return {
		kind,
		dedupeKey,
		field: change.field || null,
		timestamp: timeOfChange(change),
		...ownAccount(change),
		...(number && ownNumber(change, number)),
		...members,
		original: originalOf(change, part),
	};
}

/**
 * What every event without sender and recipient has: kind, field, key, time, account, original, and the
 * number where it names one.
 */
export function notice(kind: Kind, change: Change, members?: IDataObject): WhatsAppEvent {
	const dedupeKey = keyOfContent(change, 'whole', contentOfChange(change));
	return told(kind, change, { dedupeKey, part: change.value ?? change.whole, members });
}

/** The event of a part of a change: known by that part. */
export function partNotice(
	kind: Kind,
	change: Change,
	parts: { name: string; given: unknown; contact?: Contact; members?: IDataObject },
): WhatsAppEvent {
	const { name, given, contact, members } = parts;
	const dedupeKey = keyOfContent(change, name, given, contact?.beside);
	return told(kind, change, { dedupeKey, part: given, members });
}

/** An event that shows what is an event of another kind elsewhere: known by itself, and not to be answered. */
export function copyAs(
	kind: Kind,
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

import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { contentOfChange, keyOfContent } from './keys';
import { numberNamedIn, ownAccount, ownNumber } from './owner';
import { isoTime } from './time';
import { asGiven } from './values';

/** What an event is about; the value of the field `kind` of every item. */
export type Kind =
	| 'account'
	| 'call'
	| 'error'
	| 'flow'
	| 'group'
	| 'message'
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

/**
 * What every event without sender and recipient has: kind, field, key, time, account, original, and the
 * number where it names one.
 */
export function notice(kind: Kind, change: Change, members: IDataObject = {}): WhatsAppEvent {
	const number = numberNamedIn(change);
	return {
		kind,
		dedupeKey: keyOfContent(change, 'whole', contentOfChange(change)),
		field: change.field || null,
		timestamp: timeOfChange(change),
		...ownAccount(change),
		...(number && ownNumber(change, number)),
		...members,
		original: asGiven(change.value ?? change.whole),
	};
}

/** The event of a part of a change: known by that part, which is also its original. */
export function partNotice(
	kind: Kind,
	change: Change,
	part: { name: string; given: unknown; members?: IDataObject },
): WhatsAppEvent {
	const { name, given, members } = part;
	return {
		...notice(kind, change, members),
		dedupeKey: keyOfContent(change, name, given),
		original: asGiven(given),
	};
}

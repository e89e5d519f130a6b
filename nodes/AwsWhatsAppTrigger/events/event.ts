import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import type { Change } from './change';
import { ownAccount } from './change';
import { isoTime } from './values';

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

/**
 * The key by which a second delivery of the same event is recognised. What has no ID of its own is
 * known by its content and its time, which a repeated delivery does not change.
 */
export function dedupeKeyOf(change: Change, content: unknown): string {
	const { field, wabaId, entryTime, envelope } = change;
	const identity = JSON.stringify([wabaId, entryTime, envelope.passedOnAt, content]) ?? '';
	const hash = createHash('sha256').update(identity).digest('hex').slice(0, 32);
	return `${field || 'unknown'}:${hash}`;
}

/** When something without a time of its own happened. */
export function timeOfChange({ entryTime, envelope }: Change): string | null {
	return entryTime ?? isoTime(envelope.passedOnAt) ?? null;
}

/** What every event without sender and recipient has: kind, field, key, time, account, original. */
export function notice(kind: Kind, change: Change, members: IDataObject = {}): WhatsAppEvent {
	return {
		kind,
		dedupeKey: dedupeKeyOf(change, change.whole),
		field: change.field || null,
		timestamp: timeOfChange(change),
		...ownAccount(change),
		...members,
		original: (change.value ?? change.whole) as IDataObject,
	};
}

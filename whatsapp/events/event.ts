import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { Change, ListMember } from './change';
import { contentOfChange, keyOfContent } from './keys';
import { numberNamedIn, ownAccount, ownNumber } from './owner';
import { isoTime } from './time';
import { isRecord, known, knownList, record, text } from '../../form/unknown';

/** One event, as the item that the workflow gets. Its kind is one of kinds.ts, or "unknown". */
export type WhatsAppEvent = IDataObject & { kind: string; dedupeKey: string };

/** One option of 'Trigger On'. */
export interface TriggerOption {
	name: string;
	value: string;
	description: string;
}

/** A kind of event, a file in kinds/ and a line in kinds.ts: what asks for it, and how it is read. */
export interface EventKind {
	/** The value of the field `kind` of its items. */
	kind: string;
	/** The option of 'Trigger On' that asks for it. Kinds may share one. */
	triggerOn: TriggerOption;
	/** Meta's names of the webhook fields that `read` reads. Source: Meta, "Webhooks reference". */
	webhookFields?: string[];
	/** Whether it is always about one of your numbers, even if it does not name it. */
	isAboutNumber?: true;
	/** The events in a change of one of these fields; there may be events of other kinds among them. */
	read?(change: Change): WhatsAppEvent[];
}

/** When something happened, in ISO 8601; when Meta or AWS reported it, where it has no valid time of its own. */
export function timeOf(own: unknown, { entryTime, envelope }: Change): string | null {
	return isoTime(own) ?? isoTime(entryTime) ?? isoTime(envelope.passedOnAt) ?? null;
}

/** Meta's errors, with what is nested in them laid flat; undefined where there are none. */
export const errorsOf = (value: unknown) =>
	knownList(value, ({ code, title, message, error_data: data, href }, error) => ({
		code: typeof code === 'string' && /^\d{1,15}$/.test(code) ? Number(code) : code,
		// An error that is but a text says what went wrong.
		title: text(title) ?? text(error),
		message: text(message),
		details: text(record(data).details),
		href: text(href),
	}));

/**
 * What came of an event, so that of a post nothing is in no item: the part of it that is the event, as it
 * came, and in its member `webhook` what stood around that part. Parts with items of their own are not
 * repeated. A part that is not an object, or has a member of that name, is the member `value`.
 *
 * @param beside what stood beside the part in the value of the change
 */
export function originalOf({ around }: Change, part: unknown, beside?: IDataObject): GenericValue {
	const webhook = known({ ...around, value: beside && known(beside) });
	const { value = null } = record({ value: part });
	if (webhook === undefined) return value;
	return isRecord(part) && !Object.hasOwn(part, 'webhook')
		? { ...part, webhook }
		: { value, webhook };
}

/** An event that has neither sender nor recipient, without the original. */
function notice(kind: string, dedupeKey: string, change: Change, members?: IDataObject) {
	const number = numberNamedIn(change);
	return {
		kind,
		dedupeKey,
		field: change.field || null,
		timestamp: timeOf(undefined, change),
		...ownAccount(change),
		...(number && ownNumber(change, number)),
		...members,
	};
}

/** A change as one event. */
export function wholeEvent(kind: string, change: Change, members?: IDataObject): WhatsAppEvent {
	const dedupeKey = keyOfContent(change, 'whole', contentOfChange(change));
	const original = originalOf(change, change.value ?? change.whole);
	return { ...notice(kind, dedupeKey, change, members), original };
}

/** Reads every change as one event, which has the members that are read of its value. */
export const readWhole =
	(kind: string, membersOf: (value: IDataObject, change: Change) => IDataObject) =>
	(change: Change) => [wholeEvent(kind, change, membersOf(record(change.value), change))];

/** A member of a list as an event, which is recognized by its content; without the original. */
export function memberEvent(
	kind: string,
	{ change, list, given, person }: ListMember,
	members?: IDataObject,
): WhatsAppEvent {
	const dedupeKey = keyOfContent(change, list, given, person.beside);
	return notice(kind, dedupeKey, change, members);
}

/** Reads every member of a list as an event that has the members which are read of it. */
export const readMember =
	(kind: string, membersOf: (member: ListMember) => IDataObject) => (member: ListMember) =>
		memberEvent(kind, member, membersOf(member));

import type { IDataObject } from 'n8n-workflow';
import type { Contact } from './people';
import { asText, elsewhere, partsOf, type Reading } from './takeApart';
import { json, known, list, record, text } from '../../form/unknown';

/** An account or a number that is linked to AWS, as AWS's envelope names it. */
export interface Linked {
	metaId?: string;
	arn?: string;
}

/** What AWS says about an event besides the event itself. */
interface Envelope {
	/** AWS's UUID of a message that was sent, where the event belongs to one. */
	awsMessageId?: string;
	/** When AWS passed the event on, as AWS writes it. */
	passedOnAt?: string;
	accounts: Linked[];
	numbers: Linked[];
}

/** One change of Meta's webhook entry, and where it comes from. */
export interface Change {
	/** Meta's name of what changed, e.g. "messages"; empty where there is none. */
	field: string;
	value: unknown;
	/** Everything that came with it, where it could not be taken apart. */
	whole: unknown;
	/** Whether it is about one of your numbers, whether it names it or not. */
	isAboutNumber?: boolean;
	/** What stood around it in the post, as it came: its field, the rest of its entry, Meta's and AWS's. */
	around: IDataObject;
	envelope: Envelope;
	wabaId?: string;
	/** When Meta made the entry, as Meta writes it. */
	entryTime?: string;
}

/** A member of a list in the value of a change, which becomes an event of its own. */
export interface ListMember {
	change: Change;
	/** The name of the list. */
	list: string;
	/** The member as it came. */
	given: unknown;
	/** The same where it is an object, or else an empty one. */
	value: IDataObject;
	/** Whom it concerns, with what WhatsApp says about that person elsewhere in the change. */
	person: Contact;
}

/** What is read of AWS's event. The first documentation of the service had the two lists at the top level. */
const LISTS = {
	MetaWabaIds: [{ wabaId: asText, arn: asText }],
	MetaPhoneNumberIds: [{ metaPhoneNumberId: asText, arn: asText }],
} satisfies Reading;
const OF_EVENT = {
	context: LISTS,
	...LISTS,
	aws_account_id: asText,
	message_timestamp: asText,
	messageId: asText,
	whatsAppWebhookEntry: elsewhere,
} satisfies Reading;

function envelopeOf(event: IDataObject): Envelope {
	const context = record(event.context);
	const named = (value: unknown, idName: string) =>
		list(value)
			.map(record)
			.map((each) => ({ metaId: text(each[idName]), arn: text(each.arn) }));
	return {
		awsMessageId: text(event.messageId),
		passedOnAt: text(event.message_timestamp),
		accounts: named(context.MetaWabaIds ?? event.MetaWabaIds, 'wabaId'),
		numbers: named(context.MetaPhoneNumberIds ?? event.MetaPhoneNumberIds, 'metaPhoneNumberId'),
	};
}

/** Texts in texts: AWS writes the entry as JSON inside its own JSON. */
function unwrapped(value: unknown): unknown {
	let current = value;
	for (let depth = 0; depth < 3 && typeof current === 'string'; depth++) {
		const inner = json(current);
		if (inner === undefined) return current;
		current = inner;
	}
	return current;
}

type Shared = Pick<Change, 'around' | 'envelope' | 'wabaId' | 'entryTime'>;

/** What cannot be taken apart, or was left when the rest was: a change without a field. */
const withoutField = (whole: unknown, shared: Shared): Change[] =>
	whole === undefined ? [] : [{ ...shared, field: '', value: undefined, whole }];

function changeOf(whole: unknown, shared: Shared): Change[] {
	const { field, value } = record(whole);
	const change = { ...shared, field: text(field) ?? '', value, whole };
	// Where there is no value, the item has the whole change.
	if (value === undefined || value === null) return [change];
	const { read, left } = partsOf(whole, { field: asText, value: elsewhere });
	const around = { ...record(read), ...shared.around };
	return [{ ...change, around }, ...withoutField(left, shared)];
}

function changesOfEntry(entry: unknown, given: Shared): Change[] {
	const { id, time, changes } = record(entry);
	const shared = { ...given, wabaId: text(id), entryTime: text(time) };
	const all = list(changes);
	if (all.length === 0) return withoutField(entry, shared);
	const { read, left } = partsOf(entry, { id: asText, time: asText, changes: elsewhere });
	const inside = { ...shared, around: known({ entry: read, ...shared.around }) ?? {} };
	return [...all.flatMap((change) => changeOf(change, inside)), ...withoutField(left, inside)];
}

function changesOfEntries(given: unknown, shared: Shared): Change[] {
	const value = unwrapped(given);
	return Array.isArray(value) && value.length > 0
		? value.flatMap((each) => changesOfEntries(each, shared))
		: changesOfEntry(value, shared);
}

/** The entries in whatever form they come: one, several, or Meta's whole envelope around them. */
function changesOf(given: unknown, shared: Shared): Change[] {
	const value = unwrapped(given);
	if (Array.isArray(value) && value.length > 0)
		return value.flatMap((each) => changesOf(each, shared));
	const { entry } = record(value);
	if (entry === undefined || entry === null) return changesOfEntry(value, shared);
	const { read, left } = partsOf(value, { object: asText, entry: elsewhere });
	const inside = { ...shared, around: { ...record(read), ...shared.around } };
	return [...changesOfEntries(entry, inside), ...withoutField(left, inside)];
}

/**
 * Takes apart what AWS End User Messaging Social published: its own event, and in it one or more of
 * Meta's webhook entries with their changes. What does not look like that, and what else there is beside
 * it, becomes a change without a field, so that nothing gets lost. Source: AWS End User Messaging Social
 * user guide, "Message and event destinations".
 */
export function changesIn(published: string): Change[] {
	const parsed = unwrapped(published);
	const event = record(parsed);
	const { read, left } = partsOf(parsed, OF_EVENT);
	const envelope = envelopeOf(event);
	const inside = { envelope, around: known({ aws: read }) ?? {} };
	const { whatsAppWebhookEntry: inner } = event;
	if (inner !== undefined && inner !== null && inner !== '')
		return [...changesOf(inner, inside), ...withoutField(left, inside)];
	const isOfMeta =
		Array.isArray(left) || list(record(left).entry ?? record(left).changes).length > 0;
	return isOfMeta ? changesOf(left, inside) : changesOf(parsed, { envelope, around: {} });
}

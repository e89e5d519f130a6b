import type { IDataObject } from 'n8n-workflow';
import { isoTime, json, list, record, text } from './values';

/** What AWS says about an event besides the event itself. */
interface Envelope {
	/** AWS's UUID of a message that was sent, where the event belongs to one. */
	awsMessageId?: string;
	/** When AWS passed the event on, as AWS writes it. */
	passedOnAt?: string;
	accounts: Array<{ wabaId?: string; arn?: string }>;
	numbers: Array<{ metaPhoneNumberId?: string; arn?: string }>;
}

/** One change of Meta's webhook entry, and where it comes from. */
export interface Change {
	/** Meta's name of what changed, e.g. "messages"; empty where there is none. */
	field: string;
	value: unknown;
	/** Everything that came with it, where it could not be taken apart. */
	whole: unknown;
	envelope: Envelope;
	wabaId?: string;
	/** When Meta made the entry, as ISO 8601. */
	entryTime?: string;
}

/** The last part of "arn:…:phone-number-id/976c…", in the short form in which AWS's API takes it. */
function shortId(arn: string | undefined, prefix: 'phone-number-id' | 'waba'): string | undefined {
	const [, id] = /\/([0-9a-zA-Z-]+)$/.exec(arn ?? '') ?? [];
	if (id === undefined) return undefined;
	return id.startsWith(`${prefix}-`) ? id : `${prefix}-${id}`;
}

/** Which of your numbers an event is about: in AWS's terms, and as people write it. */
export function ownNumber({ envelope: { numbers } }: Change, metadata: IDataObject) {
	const metaPhoneNumberId = text(metadata.phone_number_id);
	const named = numbers.find((number) => number.metaPhoneNumberId === metaPhoneNumberId);
	const number = named ?? (numbers.length === 1 ? numbers[0] : undefined);
	return {
		originationPhoneNumberId: shortId(number?.arn, 'phone-number-id') ?? null,
		metaPhoneNumberId: metaPhoneNumberId ?? number?.metaPhoneNumberId ?? null,
	};
}

/** Which of your business accounts an event is about. */
export function ownAccount({ envelope: { accounts }, wabaId }: Change) {
	const named = accounts.find((account) => account.wabaId === wabaId);
	const account = named ?? (accounts.length === 1 ? accounts[0] : undefined);
	return {
		businessAccountId: shortId(account?.arn, 'waba') ?? null,
		wabaId: wabaId ?? account?.wabaId ?? null,
	};
}

function envelopeOf(event: IDataObject): Envelope {
	const context = record(event.context);
	// The first documentation of the service had these lists at the top level.
	const accounts = list(context.MetaWabaIds ?? event.MetaWabaIds).map(record);
	const numbers = list(context.MetaPhoneNumberIds ?? event.MetaPhoneNumberIds).map(record);
	return {
		awsMessageId: text(event.messageId),
		passedOnAt: text(event.message_timestamp),
		accounts: accounts.map(({ wabaId, arn }) => ({ wabaId: text(wabaId), arn: text(arn) })),
		numbers: numbers.map(({ metaPhoneNumberId, arn }) => ({
			metaPhoneNumberId: text(metaPhoneNumberId),
			arn: text(arn),
		})),
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

/** The entries in whatever form they came: one, several, or Meta's whole envelope around them. */
function entriesOf(value: unknown): unknown[] {
	return (Array.isArray(value) ? list(value) : [value]).flatMap((each) => {
		const { entry } = record(each);
		if (entry === undefined) return [each];
		return list(entry).length > 0 ? list(entry) : [entry];
	});
}

function changesOf(entry: unknown, envelope: Envelope): Change[] {
	const { id, time, changes } = record(entry);
	const shared = { envelope, wabaId: text(id), entryTime: isoTime(time) };
	const all = Array.isArray(changes) ? list(changes) : changes === undefined ? [] : [changes];
	if (all.length === 0) return [{ ...shared, field: '', value: undefined, whole: entry }];
	return all.map((change) => {
		const { field, value } = record(change);
		return { ...shared, field: text(field) ?? '', value, whole: change };
	});
}

/**
 * Takes apart what AWS End User Messaging Social published: its own event, and in it one or more of
 * Meta's webhook entries with their changes. What does not look like that becomes one change without
 * a field, so that nothing gets lost. Source: AWS End User Messaging Social user guide, "Message and
 * event destinations".
 */
export function changesIn(published: string): Change[] {
	const parsed = unwrapped(published);
	const event = record(parsed);
	const envelope = envelopeOf(event);
	const inner = unwrapped(event.whatsAppWebhookEntry);
	const value = inner ?? parsed;
	return entriesOf(value).flatMap((entry) => changesOf(entry, envelope));
}

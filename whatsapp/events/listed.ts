import type { IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { notice, partNotice, type Kind, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { originalOf } from './original';
import { ownNumber } from './owner';
import { withContacts, type Contact, type Person } from './people';
import { asText, asWhole, elsewhere, notAtAll, partsOf } from './rest';
import { list, record } from '../../form/unknown';

/** How a member of a list becomes an event. */
export interface Members {
	/** Whom it is about, where contacts may say more about that person. */
	personOf?: (given: unknown) => Person;
	/** The event, but for its original. */
	eventOf: (given: unknown, contact: Contact) => WhatsAppEvent;
}

/** What is read of a value besides its lists: it stands beside every event of them. */
const BESIDE_LISTS = {
	messaging_product: asText,
	metadata: { display_phone_number: asText, phone_number_id: asText },
	conversation_context: asWhole,
};

/**
 * The events of a change that has them in lists: one for each member of each list, one for errors that
 * belong to none of them, and one of kind "unknown" with whatever else there is. A change without any of
 * these becomes one event as a whole.
 *
 * @param kind of a change without events
 * @param lists how a member of each list becomes an event
 * @param kindOfErrors what asks for messages gets errors too, unless they are of another kind
 */
export function listedEvents(
	change: Change,
	kind: Kind,
	lists: Record<string, Members>,
	kindOfErrors: Kind = 'error',
): WhatsAppEvent[] {
	const value = record(change.value);
	const members = Object.entries(lists).flatMap(([name, { personOf, eventOf }]) =>
		list(value[name]).map((given) => ({ given, eventOf, person: personOf?.(given) ?? {} })),
	);
	const errors = errorsOf(value.errors);
	if (members.length === 0 && errors === undefined) return [notice(kind, change)];
	const { told, left: nobodys } = withContacts(value.contacts, members);
	const parts = partsOf(
		{ ...value, contacts: nobodys },
		{
			...BESIDE_LISTS,
			contacts: notAtAll,
			errors: errors ? elsewhere : notAtAll,
			...Object.fromEntries(Object.keys(lists).map((name) => [name, [elsewhere]])),
		},
	);
	const read = record(parts.read);
	const events = told.map(({ given, eventOf, contact, contacts }) => ({
		...eventOf(given, contact),
		original: originalOf(change, given, { ...read, contacts }),
	}));
	return [
		...events,
		...(errors ? [errorEvent(kindOfErrors, change, { ...read, errors: value.errors })] : []),
		...(parts.left === undefined
			? []
			: [partNotice('unknown', change, { name: 'rest', given: parts.left })]),
	];
}

/** What went wrong without being about any of the events beside it. */
function errorEvent(kind: Kind, change: Change, given: IDataObject): WhatsAppEvent {
	const members = {
		...ownNumber(change, record(given.metadata)),
		errors: errorsOf(given.errors),
	};
	return {
		...partNotice(kind, change, { name: 'errors', given: given.errors, members }),
		original: originalOf(change, given),
	};
}

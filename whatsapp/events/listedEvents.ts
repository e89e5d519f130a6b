import type { IDataObject } from 'n8n-workflow';
import type { Change, ListMember } from './change';
import { errorsOf, memberEvent, originalOf, wholeEvent, type WhatsAppEvent } from './event';
import { withContacts, type Person } from './people';
import { asText, asWhole, elsewhere, notAtAll, partsOf } from './takeApart';
import { list, record } from '../../form/unknown';

/** How a member of a list becomes an event. */
export interface ListReader {
	/** Whom it is about, where contacts may say more about that person. */
	personOf?(value: IDataObject, change: Change): Person;
	/** The event, but for its original. */
	eventOf(member: ListMember): WhatsAppEvent;
}

/** Reads what another kind reads as events of this one: with keys of their own, and no `replyTo`. */
export const copiesAs = (
	kind: string,
	{ personOf, eventOf }: ListReader,
	members?: IDataObject,
): ListReader => ({
	personOf,
	eventOf: (member) => {
		const copied = eventOf(member);
		return {
			...copied,
			...(copied.replyTo !== undefined && { replyTo: null }),
			...members,
			kind,
			field: member.change.field,
			dedupeKey: `${kind}:${copied.dedupeKey}`,
		};
	},
});

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
 * @param readers by the name of the list
 * @param kindOfErrors what asks for messages gets errors too, unless they are of another kind
 */
export function listedEvents(
	change: Change,
	kind: string,
	readers: Record<string, ListReader>,
	kindOfErrors = 'error',
): WhatsAppEvent[] {
	const value = record(change.value);
	const memberOf = (name: string, given: unknown) => ({
		change,
		list: name,
		given,
		value: record(given),
		person: {},
	});
	const members = Object.entries(readers).flatMap(([name, { personOf, eventOf }]) =>
		list(value[name]).map((given) => ({
			...memberOf(name, given),
			eventOf,
			person: personOf?.(record(given), change) ?? {},
		})),
	);
	const errors = errorsOf(value.errors);
	if (members.length === 0 && errors === undefined) return [wholeEvent(kind, change)];
	const { found, left: contacts } = withContacts(value.contacts, members);
	const parts = partsOf(
		{ ...value, contacts },
		{
			...BESIDE_LISTS,
			contacts: notAtAll,
			errors: errors ? elsewhere : notAtAll,
			...Object.fromEntries(Object.keys(readers).map((name) => [name, [elsewhere]])),
		},
	);
	const read = record(parts.read);
	const events = found.map(({ eventOf, contacts: own, ...member }) => ({
		...eventOf(member),
		original: originalOf(change, member.given, { ...read, contacts: own }),
	}));
	if (errors)
		events.push({
			...memberEvent(kindOfErrors, memberOf('errors', value.errors), { errors }),
			original: originalOf(change, { ...read, errors: value.errors }),
		});
	if (parts.left !== undefined)
		events.push({
			...memberEvent('unknown', memberOf('rest', parts.left)),
			original: originalOf(change, parts.left),
		});
	return events;
}

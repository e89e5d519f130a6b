import type { Change } from './change';
import { notice, partNotice, type Kind, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { keyOfContent } from './keys';
import { ownNumber } from './owner';
import { untoldContacts } from './people';
import { asText, elsewhere, notAtAll, restOf } from './rest';
import { list, record } from './values';

/** What is read of a value besides its lists. */
const BESIDE_LISTS = {
	messaging_product: asText,
	metadata: { display_phone_number: asText, phone_number_id: asText },
};

function errorEvents(change: Change): WhatsAppEvent[] {
	const { errors: given, metadata } = record(change.value);
	const errors = errorsOf(given);
	if (errors === undefined) return [];
	const event = notice('error', change, { ...ownNumber(change, record(metadata)), errors });
	return [{ ...event, dedupeKey: keyOfContent(change, 'errors', given) }];
}

/**
 * The events of a change that has them in lists: one for each member of each list, one for errors that
 * belong to none of them, and one of kind "unknown" with whatever else there is. A change without any of
 * these becomes one event as a whole.
 *
 * @param kind of a change without events
 * @param lists how a member of each list becomes an event
 */
export function listedEvents(
	change: Change,
	kind: Kind,
	lists: Record<string, (given: unknown) => WhatsAppEvent>,
): WhatsAppEvent[] {
	const value = record(change.value);
	const events = Object.entries(lists).flatMap(([name, read]) => list(value[name]).map(read));
	const errors = errorEvents(change);
	if (events.length + errors.length === 0) return [notice(kind, change)];
	const unread = { ...value, contacts: untoldContacts(value.contacts, events) };
	const left = restOf(unread, {
		...BESIDE_LISTS,
		contacts: notAtAll,
		errors: errors.length > 0 ? elsewhere : notAtAll,
		...Object.fromEntries(Object.keys(lists).map((name) => [name, [elsewhere]])),
	});
	const rest =
		left === undefined ? [] : [partNotice('unknown', change, { name: 'rest', given: left })];
	return [...events, ...errors, ...rest];
}

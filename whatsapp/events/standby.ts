import type { Change } from './change';
import { echoEvent, recipientOfEcho } from './echoes';
import { copyAs, type WhatsAppEvent } from './event';
import { listedEvents, type Members } from './listed';
import { messageEvent, senderOf } from './messages';
import type { Contact, Person } from './people';
import { recipientOf, statusEvent } from './status';
import { record } from '../../form/unknown';

/** The change with what is inside its member of the same name beside it, unless something would get lost. */
function opened(change: Change): Change {
	const { standby, ...beside } = record(change.value);
	const copied = record(standby);
	const names = Object.keys(copied);
	return names.length === 0 || names.some((name) => Object.hasOwn(beside, name))
		? change
		: { ...change, value: { ...beside, ...copied } };
}

/**
 * What is said in conversations that another app answers: copies of its messages, of the messages it gets,
 * and of their statuses. Nobody is to answer them here. Source: Meta, "Standby webhooks".
 */
export function standbyEvents(given: Change): WhatsAppEvent[] {
	const change = opened(given);
	const copiesOf = (
		event: string,
		personOf: (part: unknown) => Person,
		eventOf: (change: Change, contact: Contact, part: unknown) => WhatsAppEvent,
	): Members => ({
		personOf,
		eventOf: (part, contact) =>
			copyAs('standby', change, eventOf(change, contact, part), { event }),
	});
	const lists = {
		messages: copiesOf('message', senderOf, messageEvent),
		message_echoes: copiesOf('echo', recipientOfEcho, echoEvent),
		statuses: copiesOf('status', recipientOf, statusEvent),
	};
	return listedEvents(change, 'standby', lists, 'standby');
}

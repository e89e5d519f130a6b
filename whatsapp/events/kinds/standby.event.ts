import type { Change } from '../change';
import type { EventKind } from '../eventKind';
import { copiesAs, listedEvents, type ListReader } from '../listedEvents';
import { record } from '../../../form/unknown';
import { echoes } from './echo.event';
import { messages } from './message.event';
import { statuses } from './status.event';

/** The change with what is inside its member of the same name beside it, unless something would get lost. */
function opened(change: Change): Change {
	const { standby: inner, ...beside } = record(change.value);
	const copied = record(inner);
	const names = Object.keys(copied);
	return names.length === 0 || names.some((name) => Object.hasOwn(beside, name))
		? change
		: { ...change, value: { ...beside, ...copied } };
}

const copies = (event: string, reader: ListReader) => copiesAs('standby', reader, { event });

const readers = {
	messages: copies('message', messages),
	message_echoes: copies('echo', echoes),
	statuses: copies('status', statuses),
};

/**
 * What is said in conversations that another app answers: copies of its messages, of the messages it gets,
 * and of their statuses. Nobody is to answer them here. Source: Meta, "Standby webhooks".
 */
export const standby: EventKind = {
	kind: 'standby',
	triggerOn: {
		name: 'Standby',
		value: 'standby',
		description: 'Messages in conversations handled by another app. Do not reply to them.',
	},
	webhookFields: ['standby'],
	read: (change) => listedEvents(opened(change), 'standby', readers, 'standby'),
};

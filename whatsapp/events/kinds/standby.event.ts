import type { Change } from '../change';
import type { EventKind } from '../event';
import { copiesAs, listedEvents } from '../listedEvents';
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

const readers = {
	messages: copiesAs('standby', messages, { event: 'message' }),
	message_echoes: copiesAs('standby', echoes, { event: 'echo' }),
	statuses: copiesAs('standby', statuses, { event: 'status' }),
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
	isAboutNumber: true,
	read: (change) => listedEvents(opened(change), 'standby', readers, 'standby'),
};

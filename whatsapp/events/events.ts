import { changesIn } from './change';
import { wholeEvent, type WhatsAppEvent } from './event';
import { eventKinds } from './eventKinds';

const kindByField = new Map(
	eventKinds.flatMap((kind) => (kind.webhookFields ?? []).map((field) => [field, kind] as const)),
);

/**
 * The events in what AWS End User Messaging Social published to its topic: one for each message, status,
 * call and notice. What is not known becomes an event of kind "unknown" with all that came.
 */
export function eventsIn(published: string): WhatsAppEvent[] {
	return changesIn(published).flatMap((found) => {
		const { read, isAboutNumber } = kindByField.get(found.field) ?? {};
		const change = { ...found, isAboutNumber };
		return read?.(change) ?? [wholeEvent('unknown', change)];
	});
}

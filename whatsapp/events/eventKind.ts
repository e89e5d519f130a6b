import type { Change } from './change';
import type { WhatsAppEvent } from './event';

/** One option of 'Trigger On'. */
export interface TriggerOption {
	name: string;
	value: string;
	description: string;
}

/**
 * A kind of event: what asks for it, and how it is read. A new one is a file in kinds/ and a line in
 * kinds.ts.
 */
export interface EventKind {
	/** The value of the field `kind` of its items. */
	kind: string;
	/** The option of 'Trigger On' that asks for it. Kinds may share one. */
	triggerOn: TriggerOption;
	/** Meta's names of the webhook fields that `read` reads. Source: Meta, "Webhooks reference". */
	webhookFields?: string[];
	/** The events in a change of one of these fields; there may be events of other kinds among them. */
	read?(change: Change): WhatsAppEvent[];
}

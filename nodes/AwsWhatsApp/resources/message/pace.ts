import type { IDataObject } from 'n8n-workflow';
import { number } from '../../../../form/choices';
import type { Form } from '../../../../form/form';
import { originationPhoneNumber } from '../../../fields/locators';
import type { ItemRequest } from '../../../../engine/itemRequest';
import type { Lane } from '../../../../engine/line';
import { canonicalNumber } from '../../../../whatsapp/events/phoneNumbers';
import { recipientOf } from './messageVariants';
import { previewOnly } from './sendOptions';

/**
 * WhatsApp's pair rate: a message in six seconds to the same person, of which up to 45 can be used at
 * once. What exceeds it is accepted and fails later, with code 131056. Source: Meta, "WhatsApp Business
 * Platform", "Pair rate limits".
 */
const PAIR_RATE = { burst: 45, everyMs: 6_000 };

/** What WhatsApp allows a phone number that has been upgraded; others have 80. */
const MOST_PER_SECOND = 1_000;

export const messagesPerSecond = number('Messages per Second', 'messagesPerSecond', {
	min: 1,
	max: MOST_PER_SECOND,
	default: 20,
	optional: true,
	strict: true,
	description:
		'How many messages are sent per second at most from the same phone number: at 20, a thousand take 50 seconds. WhatsApp allows 80, or 1,000 after an upgrade. Executions that use the same credential and this option share it. In queue mode, each worker counts for itself.',
});

/** What the ID and the ARN of a phone number have in common. */
const phoneNumberKey = (form: Form): string =>
	originationPhoneNumber.of(form).replace(/^.*[/-]/, '');

/**
 * Who writes to whom: the phone number, and the person or group, however they are written.
 *
 * @param message the whole message, or the part of it that says to whom it goes
 */
export function pairOf(form: Form, { to, recipient = to }: IDataObject): string {
	const other = typeof recipient === 'string' ? canonicalNumber(recipient) : recipient;
	return JSON.stringify([phoneNumberKey(form), other]);
}

/** Messages to the same person, or group, keep their order, and the pair rate. */
export function laneOf(form: Form): Lane | undefined {
	if (previewOnly.of(form.options)) return undefined;
	const recipient = recipientOf(form);
	return {
		key: pairOf(form, recipient),
		...(recipient.recipient_type === 'group' ? {} : { allowance: PAIR_RATE }),
	};
}

/** Reads the option, and waits by it until the message of an item may leave. */
export function turnsOf(item: ItemRequest): () => Promise<void> {
	const perSecond = messagesPerSecond.of(item.form.options);
	if (perSecond === undefined) return async () => undefined;
	const key = phoneNumberKey(item.form);
	return async () => await item.allowed(key, { burst: 1, everyMs: 1000 / perSecond });
}

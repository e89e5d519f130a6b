import type { GenericValue, IDataObject } from 'n8n-workflow';
import { eventsIn } from '../../../whatsapp/events/events.ts';

export const WABA = '106540352242922';
export const META_NUMBER = '106853218861309';
export const ACCOUNT_ID = 'waba-fb2594b8a7974770b128a409e2f6f4f1';
export const NUMBER_ID = 'phone-number-id-976c72a700aa43ff95ae376ee4c530d9';
export const WAMID = 'wamid.HBgNNDkxNTExMjM0NTY3OBUCABIYFDNBMEE5OEE2NEQzMDBDMDkxREFEAA==';

/** A key that people can read, with the fingerprint of all that identifies an event at its end. */
export const keyOf = (...parts: string[]): unknown =>
	expect.stringMatching(new RegExp(`^${parts.join(':')}:[0-9a-f]{32}$`));

/** What AWS's own event has besides Meta's entry. */
export const AROUND_ENTRY = {
	context: {
		MetaWabaIds: [
			{
				wabaId: WABA,
				arn: 'arn:aws:social-messaging:eu-west-1:111122223333:waba/fb2594b8a7974770b128a409e2f6f4f1',
			},
		],
		MetaPhoneNumberIds: [
			{
				metaPhoneNumberId: META_NUMBER,
				arn: 'arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/976c72a700aa43ff95ae376ee4c530d9',
			},
		],
	},
	aws_account_id: '111122223333',
	message_timestamp: '2026-11-24T08:40:54.214123456Z',
};

/** AWS's own event around one of Meta's entries, as the user guide shows it. */
export function published(entry: unknown, further: object = {}): string {
	return JSON.stringify({
		...AROUND_ENTRY,
		whatsAppWebhookEntry: typeof entry === 'string' ? entry : JSON.stringify(entry),
		...further,
	});
}

/** What surrounds an event of a change of an entry that is published in AWS's own event. */
export const webhookOf = (field: string, value?: object) => ({
	field,
	entry: { id: WABA },
	aws: AROUND_ENTRY,
	...(value && { value }),
});

/** The part of a post that an event is, without what stood around it. */
export function partOf(original: GenericValue): unknown {
	if (typeof original !== 'object' || original === null) return original;
	const { webhook: _around, ...part } = original as IDataObject;
	return part;
}

export const entryOf = (field: string, value: unknown) => ({
	id: WABA,
	changes: [{ field, value }],
});

export const metadata = {
	display_phone_number: '+49 30 901820',
	phone_number_id: META_NUMBER,
};

export const contact = { profile: { name: 'Ada Example' }, wa_id: '4915112345678' };

/** A change of the field "messages". */
export const messagesValue = (members: object) => ({
	messaging_product: 'whatsapp',
	metadata,
	...members,
});

/** The event of one received message. */
export function received(message: object, contacts: object[] = [contact]): IDataObject {
	const given = { from: '4915112345678', id: WAMID, timestamp: '1795509654', ...message };
	const value = messagesValue({ contacts, messages: [given] });
	const events = eventsIn(published(entryOf('messages', value)));
	const [event, ...others] = events.filter(({ kind }) => kind === 'message');
	if (!event || others.length > 0) throw new Error(`${events.length} events`);
	return event;
}

/** The event of one change of another field. */
export function changed(field: string, value: object): IDataObject[] {
	return eventsIn(published(entryOf(field, value)));
}

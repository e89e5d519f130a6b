import type { IDataObject } from 'n8n-workflow';
import { ownAccount, ownNumber, type Change } from './change';
import { contentOf } from './content';
import { dedupeKeyOf, notice, timeOfChange, type WhatsAppEvent } from './event';
import { errorsOf } from './failures';
import { statusEvent } from './status';
import { flag, isoTime, known, list, phoneNumber, record, text } from './values';

/** The profile that came with a message, by number or user ID; with one message there is just one. */
function profileOf(contacts: unknown[], { from, from_user_id: userId }: IDataObject): IDataObject {
	const all = contacts.map(record);
	const own = all.find(
		(contact) =>
			(from !== undefined && text(contact.wa_id) === text(from)) ||
			(userId !== undefined && text(contact.user_id) === text(userId)),
	);
	return own ?? (all.length === 1 ? (all[0] ?? {}) : {});
}

function contextOf(value: unknown): IDataObject | undefined {
	const { from, id, forwarded, frequently_forwarded: often, referred_product } = record(value);
	const { catalog_id: catalogId, product_retailer_id: product } = record(referred_product);
	return known({
		messageId: text(id),
		from: phoneNumber(from),
		forwarded: flag(forwarded),
		frequentlyForwarded: flag(often),
		referredProduct: known({ catalogId: text(catalogId), productRetailerId: text(product) }),
	});
}

function messageEvent(change: Change, value: IDataObject, given: unknown): WhatsAppEvent {
	const message = record(given);
	const metadata = record(value.metadata);
	const contact = profileOf(list(value.contacts), message);
	const profile = record(contact.profile);
	const id = text(message.id);
	const from = phoneNumber(message.from ?? contact.wa_id) ?? null;
	const fromUserId = text(message.from_user_id ?? contact.user_id) ?? null;
	const groupId = text(message.group_id);
	const { text: words = '', ...content } = contentOf(message) ?? {};
	return {
		kind: 'message',
		type: text(message.type) ?? null,
		text: words,
		from,
		name: text(profile.name) ?? null,
		timestamp: isoTime(message.timestamp) ?? timeOfChange(change),
		messageId: id ?? null,
		replyTo: groupId ?? from ?? fromUserId,
		recipientType: groupId === undefined ? 'individual' : 'group',
		...ownNumber(change, metadata),
		phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
		...ownAccount(change),
		fromUserId,
		dedupeKey: id === undefined ? dedupeKeyOf(change, given) : `message:${id}`,
		...known({
			fromParentUserId: text(message.from_parent_user_id ?? contact.parent_user_id),
			username: text(profile.username),
			groupId,
			...content,
			context: contextOf(message.context),
			referral: known(record(message.referral)),
			identity: known(record(message.identity)),
			identityKeyHash: text(contact.identity_key_hash),
			errors: errorsOf(message.errors),
		}),
		original: (given ?? null) as IDataObject,
	};
}

/** Received messages, the statuses of sent ones, and errors: all come under the field "messages". */
export function messageEvents(change: Change): WhatsAppEvent[] {
	const value = record(change.value);
	const errors = errorsOf(value.errors);
	const events = [
		...list(value.messages).map((message) => messageEvent(change, value, message)),
		...list(value.statuses).map((status) => statusEvent(change, value, status)),
	];
	if (errors !== undefined) {
		const metadata = record(value.metadata);
		events.push(
			notice('error', change, {
				...ownNumber(change, metadata),
				phoneNumber: phoneNumber(metadata.display_phone_number) ?? null,
				errors,
			}),
		);
	}
	return events.length > 0 ? events : [notice('unknown', change)];
}

import type { IDataObject } from 'n8n-workflow';
import { fileNameOf } from '../media/fileName';
import { interactiveReply } from './interactiveReplies';
import { phoneNumber } from './phoneNumbers';
import { nameInVcard } from './vcard';
import { flag, known, list, record, text, texts } from '../../form/unknown';

/** A type of received message: an option of the filter 'Message Types', and how such a message is read. */
interface MessageType {
	/** WhatsApp's name of the type, and of the member of the message that has its content. */
	value: string;
	name: string;
	description?: string;
	/**
	 * The members that such a message adds to its item. `text` is what a person would read in it.
	 *
	 * @param given the content as it came, where it is not an object
	 */
	read(content: IDataObject, given: unknown): Record<string, unknown>;
}

const media = (kind: string, name: string): MessageType => ({
	value: kind,
	name,
	read: ({ id, mime_type: mimeType, sha256, filename, caption, voice, animated, url }) => ({
		text: text(caption),
		media: known({
			id: text(id),
			kind,
			mimeType: text(mimeType),
			sha256: text(sha256),
			fileName: fileNameOf({ own: text(filename), mimeType: text(mimeType) }),
			caption: text(caption),
			voice: flag(voice),
			animated: flag(animated),
			url: text(url),
		}),
	}),
});

/** A measurement or an amount as a number, also where it came as a text because of its many digits. */
const measure = (value: unknown) =>
	typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;

const location = (value: IDataObject) => ({
	text: [text(value.name), text(value.address)].filter(Boolean).join(', ') || undefined,
	location: known({
		latitude: measure(value.latitude),
		longitude: measure(value.longitude),
		...texts(value, 'name', 'address', 'url'),
	}),
});

function reaction({ message_id: messageId, emoji }: IDataObject) {
	const symbol = text(emoji);
	return {
		text: symbol,
		reaction: { messageId: text(messageId) ?? null, emoji: symbol ?? null, isRemoved: !symbol },
	};
}

/** A tap on a quick reply of a template. */
const button = ({ payload, text: title }: IDataObject) => ({
	text: text(title),
	choice: known({ type: 'button', id: text(payload), title: text(title) }),
});

function order(value: IDataObject) {
	const products = list(value.product_items).map((item) => {
		const { product_retailer_id: id, quantity, item_price: price, currency } = record(item);
		return known({ productRetailerId: text(id), quantity, itemPrice: measure(price), currency });
	});
	const said = text(value.text);
	return {
		text: said,
		order: known({ catalogId: text(value.catalog_id), text: said, products }),
	};
}

const system = (value: IDataObject) => ({
	text: text(value.body),
	system: known({
		type: text(value.type),
		phoneNumber: phoneNumber(value.wa_id ?? value.new_wa_id),
		...texts(value, 'user_id', 'parent_user_id'),
		...texts(value, 'previous_user_id', 'previous_parent_user_id'),
	}),
});

/** What a person would call a contact card: its name, or its number where it has none. */
function nameOfCard(given: unknown): string | undefined {
	const { name: named, org, phones, vcard } = record(given);
	const name = record(named);
	return (
		text(name.formatted_name) ??
		text([text(name.first_name), text(name.last_name)].filter(Boolean).join(' ')) ??
		nameInVcard(text(vcard) ?? '') ??
		text(record(org).company) ??
		text(record(list(phones)[0]).phone)
	);
}

const contacts = (cards: unknown[]) => ({
	text: cards.map(nameOfCard).filter(Boolean).join(', ') || undefined,
	contacts: cards,
});

/** The message as it reads now. What is inside an edit cannot be an edit again. */
function edit({ original_message_id: id, message: given }: IDataObject) {
	const message = record(given);
	const type = text(message.type);
	const { text: newText, ...rest } = type === 'edit' ? {} : contentOf(message);
	return {
		text: newText,
		edit: known({ messageId: text(id), type, text: newText, ...rest }),
	};
}

/** In the order of the panel. */
export const messageTypes: MessageType[] = [
	media('audio', 'Audio'),
	{ value: 'contacts', name: 'Contacts', read: (_, given) => contacts(list(given)) },
	media('document', 'Document'),
	{ value: 'edit', name: 'Edit', read: edit },
	media('image', 'Image'),
	{
		value: 'interactive',
		name: 'Interactive',
		description: 'A tapped button or list row, a filled-in form',
		read: interactiveReply,
	},
	{ value: 'location', name: 'Location', read: location },
	{ value: 'order', name: 'Order', read: order },
	{ value: 'reaction', name: 'Reaction', read: reaction },
	{
		value: 'revoke',
		name: 'Revoke',
		description: 'The customer deleted the message',
		read: ({ original_message_id: id }) => ({ revoke: known({ messageId: text(id) }) }),
	},
	media('sticker', 'Sticker'),
	{
		value: 'system',
		name: 'System',
		description: 'A customer changed their phone number',
		read: system,
	},
	{ value: 'button', name: 'Template Button', read: button },
	{ value: 'text', name: 'Text', read: ({ body }) => ({ text: text(body) }) },
	{
		value: 'unsupported',
		name: 'Unsupported',
		read: ({ type }) => ({ unsupported: known({ type: text(type) }) }),
	},
	media('video', 'Video'),
];

/** What a received message says, by its type. Unknown types add nothing; they stay in the original. */
export function contentOf(message: IDataObject): IDataObject {
	const type = messageTypes.find(({ value }) => value === message.type);
	const content = type && known(type.read(record(message[type.value]), message[type.value]));
	return content ?? {};
}

/** The message that is answered, a forwarding, a product that is asked about. */
export function contextOf(value: unknown): IDataObject | undefined {
	const { from, id, forwarded, frequently_forwarded: often, referred_product } = record(value);
	return known({
		messageId: text(id),
		from: phoneNumber(from),
		forwarded: flag(forwarded),
		frequentlyForwarded: flag(often),
		referredProduct: known(texts(record(referred_product), 'catalog_id', 'product_retailer_id')),
	});
}

/** What was said before a conversation came to you, in short. Source: Meta, "Conversation Routing". */
export function conversationContextOf(value: unknown): IDataObject | undefined {
	const { type, summary } = record(value);
	return known({ type: text(type), summary: text(record(summary).text) });
}

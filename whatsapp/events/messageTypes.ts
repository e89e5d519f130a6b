import type { IDataObject } from 'n8n-workflow';
import { fileNameOf } from '../media/fileName';
import { contactCards } from './contactCards';
import { interactiveReply } from './interactiveReplies';
import { phoneNumber } from './phoneNumbers';
import { flag, known, list, record, text } from '../../form/unknown';

/** The members that a type of message adds to its item. `text` is what a person would read in it. */
type Content = IDataObject | undefined;

/** A type of received message: an option of the filter 'Message Types', and how such a message is read. */
interface MessageType {
	/** WhatsApp's name of the type, and of the member of the message that has its content. */
	value: string;
	name: string;
	description?: string;
	/** @param given the content as it came, where it is not an object */
	read(content: IDataObject, given: unknown): Content;
}

function media(kind: string, name: string): MessageType {
	const read = (value: IDataObject): Content => {
		const { id, mime_type: mimeType, sha256, filename, caption, voice, animated, url } = value;
		return known({
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
		});
	};
	return { value: kind, name, read };
}

/** A measurement or an amount as a number, also where it came as a text because of its many digits. */
const measure = (value: unknown) =>
	typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;

function location({ latitude, longitude, name, address, url }: IDataObject): Content {
	return known({
		text: [text(name), text(address)].filter(Boolean).join(', ') || undefined,
		location: known({
			latitude: measure(latitude),
			longitude: measure(longitude),
			name: text(name),
			address: text(address),
			url: text(url),
		}),
	});
}

function reaction({ message_id: messageId, emoji }: IDataObject): Content {
	const symbol = text(emoji);
	return known({
		text: symbol,
		reaction: { messageId: text(messageId) ?? null, emoji: symbol ?? null, isRemoved: !symbol },
	});
}

/** A tap on a quick reply of a template. */
function button({ payload, text: title }: IDataObject): Content {
	return known({
		text: text(title),
		choice: known({ type: 'button', id: text(payload), title: text(title) }),
	});
}

function order(value: IDataObject): Content {
	const products = list(value.product_items).map((item) => {
		const { product_retailer_id: id, quantity, item_price: price, currency } = record(item);
		return known({ productRetailerId: text(id), quantity, itemPrice: measure(price), currency });
	});
	return known({
		text: text(value.text),
		order: known({ catalogId: text(value.catalog_id), text: text(value.text), products }),
	});
}

function system(value: IDataObject): Content {
	return known({
		text: text(value.body),
		system: known({
			type: text(value.type),
			phoneNumber: phoneNumber(value.wa_id ?? value.new_wa_id),
			userId: text(value.user_id),
			parentUserId: text(value.parent_user_id),
			previousUserId: text(value.previous_user_id),
			previousParentUserId: text(value.previous_parent_user_id),
		}),
	});
}

/** The message as it reads now. What is inside an edit cannot be an edit again. */
function edit({ original_message_id: id, message: given }: IDataObject): Content {
	const message = record(given);
	const type = text(message.type);
	const { text: newText, ...rest } = (type === 'edit' ? undefined : contentOf(message)) ?? {};
	return known({
		text: newText,
		edit: known({ messageId: text(id), type, text: newText, ...rest }),
	});
}

/** In the order of the panel. */
export const messageTypes: MessageType[] = [
	media('audio', 'Audio'),
	{ value: 'button', name: 'Button of a Template', read: button },
	{ value: 'contacts', name: 'Contacts', read: (_, given) => contactCards(given) },
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
		read: ({ original_message_id: id }) => known({ revoke: known({ messageId: text(id) }) }),
	},
	media('sticker', 'Sticker'),
	{
		value: 'system',
		name: 'System',
		description: 'A customer changed their phone number',
		read: system,
	},
	{ value: 'text', name: 'Text', read: ({ body }) => known({ text: text(body) }) },
	{
		value: 'unsupported',
		name: 'Unsupported',
		read: ({ type }) => known({ unsupported: known({ type: text(type) }) }),
	},
	media('video', 'Video'),
];

/**
 * What a received message says, by its type. Types that are not known add nothing; they stay in the
 * original.
 */
export function contentOf(message: IDataObject): Content {
	const type = messageTypes.find(({ value }) => value === message.type);
	return type?.read(record(message[type.value]), message[type.value]);
}

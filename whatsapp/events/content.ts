import type { IDataObject } from 'n8n-workflow';
import { fileNameOf } from '../media/fileName';
import { isoTime } from './time';
import { flag, json, known, list, measure, phoneNumber, record, text } from '../../form/unknown';
import { nameInVcard } from './vcard';

/** The members that a type of message adds to its item. `text` is what a person would read in it. */
type Content = IDataObject | undefined;

function media(kind: string) {
	return (value: IDataObject): Content => {
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
}

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

/** How a person would call a contact card: by its name, or by its number where it has none. */
function nameOfCard(given: unknown): string | undefined {
	const { name, org, phones, vcard } = record(given);
	const { formatted_name: formatted, first_name: first, last_name: last } = record(name);
	const together = [text(first), text(last)].filter(Boolean).join(' ');
	return (
		text(formatted) ??
		text(together) ??
		nameInVcard(text(vcard) ?? '') ??
		text(record(org).company) ??
		text(record(list(phones)[0]).phone)
	);
}

function contacts(value: unknown): Content {
	const names = list(value).map(nameOfCard);
	return known({ text: names.filter(Boolean).join(', ') || undefined, contacts: list(value) });
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

function reply(type: string, value: unknown): Content {
	const { id, title, description } = record(value);
	return known({
		text: text(title),
		choice: known({ type, id: text(id), title: text(title), description: text(description) }),
	});
}

/** The answer of a Flow or of an address form: a text that holds JSON. */
function formReply({ name, body, response_json: response }: IDataObject): Content {
	const answered = text(response);
	return known({
		text: text(body),
		form: known({
			name: text(name),
			response: answered === undefined ? response : (json(answered) ?? answered),
		}),
	});
}

function callPermission(value: IDataObject): Content {
	return known({
		callPermission: known({
			response: text(value.response),
			isPermanent: flag(value.is_permanent),
			expiresAt: isoTime(value.expiration_timestamp),
			source: text(value.response_source),
		}),
	});
}

/** The customer pays with a card that you keep. Source: Meta, "Payments API – Brazil", One-Click Payments. */
function paymentMethod(value: IDataObject): Content {
	return known({
		paymentMethod: known({
			type: text(value.payment_method),
			referenceId: text(value.reference_id),
			credentialId: text(value.credential_id),
			lastFourDigits: text(value.last_four_digits),
			timestamp: isoTime(value.payment_timestamp),
		}),
	});
}

const REPLIES = new Map<string, (value: IDataObject) => Content>([
	['call_permission_reply', callPermission],
	['nfm_reply', formReply],
	['payment_method', paymentMethod],
]);

function interactive(value: IDataObject): Content {
	const type = text(value.type);
	if (type === undefined) return undefined;
	const inner = record(value[type]);
	const read = REPLIES.get(type);
	return read ? read(inner) : reply(type, inner);
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

const CONTENTS = new Map<string, (value: IDataObject) => Content>([
	['audio', media('audio')],
	['button', button],
	['document', media('document')],
	['edit', edit],
	['image', media('image')],
	['interactive', interactive],
	['location', location],
	['order', order],
	['reaction', reaction],
	['revoke', ({ original_message_id: id }) => known({ revoke: known({ messageId: text(id) }) })],
	['sticker', media('sticker')],
	['system', system],
	['text', ({ body }) => known({ text: text(body) })],
	['unsupported', ({ type }) => known({ unsupported: known({ type: text(type) }) })],
	['video', media('video')],
]);

/**
 * What a received message says, by its type. Types that are not known add nothing; they stay in the
 * original.
 */
export function contentOf(message: IDataObject): Content {
	const type = text(message.type) ?? '';
	if (type === 'contacts') return contacts(message.contacts);
	return CONTENTS.get(type)?.(record(message[type]));
}

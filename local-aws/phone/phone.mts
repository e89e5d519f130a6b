import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WhatsAppEvents } from '../sns/whatsapp-events.mts';
import type { Account, Media, PhoneNumber } from '../social-messaging/account.mts';
import type { Delivery } from '../social-messaging/delivery.mts';
import type { RawMessage } from '../social-messaging/message.mts';

interface MediaFacts {
	mimeType: string;
	bytes: number;
	sha256: string;
	filename?: string;
}

/** What a phone shows: a message that came, or one that its owner wrote. */
export interface PhoneMessage {
	/** The UUID AWS gave the sender, or for a message written here an ID of its own. */
	messageId: string;
	/** WhatsApp's own ID, by which answers and statuses name the message. */
	whatsAppMessageId: string;
	/** The number it comes from. */
	from: string;
	fromName: string;
	/** The chat it belongs to: the number of the phone's owner, or the group. */
	to: string;
	type: string;
	/** The WhatsApp object as it was sent. */
	message: RawMessage;
	/** Only on messages that were written on the phone. */
	isWritten?: true;
	/** The file of the message, or the first of several. */
	media?: MediaFacts;
	/** All of its files, by their media ids. */
	attachments?: Array<MediaFacts & { id: string }>;
	/** The definition a template message is drawn from. */
	template?: Delivery['template'];
	state: 'delivered' | 'failed';
	failure?: string;
	at: string;
}

interface Arrival extends Delivery {
	messageId: string;
	sender: PhoneNumber;
	to: string;
	message: RawMessage;
}

type StoredFile = MediaFacts & { id: string; file: string };

export interface Photo {
	mimeType: string;
	data: Buffer;
}

/** What the owner does with the phone. */
export interface Written {
	/** The number of the phone's owner. */
	from: string;
	name?: string;
	/** The number that is written to; by default the one that wrote last, or else the first of all. */
	to?: string;
	/** WhatsApp's ID of the message that is answered. */
	replyTo?: string;
	/** A WhatsApp message object with its type, as webhooks hold it. */
	message: Record<string, unknown> & { type: string };
	photo?: Photo;
}

const newWhatsAppId = (): string => `wamid.${Buffer.from(randomUUID()).toString('base64')}`;

/** The phones of everyone who was written to, or who writes. */
export class Phone {
	/** Everything in order, as the page shows it. */
	readonly timeline: PhoneMessage[] = [];
	readonly #files = new Map<string, StoredFile[]>();
	readonly #account: Account;
	readonly #events: WhatsAppEvents;
	readonly #mediaDirectory: string;

	constructor(account: Account, events: WhatsAppEvents, mediaDirectory: string) {
		this.#account = account;
		this.#events = events;
		this.#mediaDirectory = mediaDirectory;
	}

	/** What came, oldest first. */
	get messages(): PhoneMessage[] {
		return this.timeline.filter(({ isWritten }) => !isWritten);
	}

	/** What was written on the phones, oldest first. */
	get written(): PhoneMessage[] {
		return this.timeline.filter(({ isWritten }) => isWritten);
	}

	receive(arrival: Arrival): void {
		const { messageId, sender, to, type, message, media = [], template, failure } = arrival;
		const [first] = media;
		const whatsAppMessageId = newWhatsAppId();
		this.timeline.push({
			messageId,
			whatsAppMessageId,
			from: sender.phoneNumber,
			fromName: sender.displayName,
			to,
			type,
			message,
			...(first ? { media: describe(first) } : {}),
			...(first ? { attachments: media.map((one) => ({ id: one.id, ...describe(one) })) } : {}),
			...(template ? { template } : {}),
			state: failure === undefined ? 'delivered' : 'failed',
			...(failure === undefined ? {} : { failure }),
			at: new Date().toISOString(),
		});
		const files = media.map((one) => ({ id: one.id, file: one.file, ...describe(one) }));
		this.#files.set(messageId, files);
		this.#events.outcome(sender, {
			id: whatsAppMessageId,
			messageId,
			to,
			...(failure === undefined ? {} : { failure }),
			reference: message.biz_opaque_callback_data,
		});
	}

	/** Writes to the business; returns WhatsApp's ID of the message. */
	write({ from, name = 'Ada Example', to, replyTo, message: given, photo }: Written): string {
		const number = this.#numberFor(from, to);
		const id = newWhatsAppId();
		const messageId = randomUUID();
		const file = photo && this.#store(photo, number, messageId);
		const { type } = given;
		const message = {
			...given,
			...(file ? { [type]: { ...mediaObject(file), ...Object(given[type]) } } : {}),
			...(replyTo === undefined
				? {}
				: { context: { from: number.phoneNumber.slice(1), id: replyTo } }),
		};
		this.timeline.push({
			messageId,
			whatsAppMessageId: id,
			from,
			fromName: name,
			to: from,
			type,
			message,
			isWritten: true,
			...(file ? { media: describe(file) } : {}),
			...(file ? { attachments: [{ id: file.id, ...describe(file) }] } : {}),
			state: 'delivered',
			at: new Date().toISOString(),
		});
		this.#events.received(number, from, name, { id, ...message });
		return id;
	}

	/** A phone keeps its own copy: the file outlives the media id it came under. */
	mediaOf(messageId: string, mediaId?: string): StoredFile | undefined {
		const files = this.#files.get(messageId);
		return mediaId === undefined ? files?.[0] : files?.find(({ id }) => id === mediaId);
	}

	reset(): void {
		this.timeline.length = 0;
		this.#files.clear();
	}

	#numberFor(owner: string, wanted?: string): PhoneNumber {
		const heardFrom = this.messages.findLast(({ to }) => to === owner)?.from;
		const all = this.#account.phoneNumbers;
		const number = all.find(({ phoneNumber }) => phoneNumber === (wanted ?? heardFrom)) ?? all[0];
		if (!number) throw new Error('There is no number to write to');
		return number;
	}

	#store({ mimeType, data }: Photo, number: PhoneNumber, messageId: string): Media {
		const file = join(this.#mediaDirectory, messageId);
		writeFileSync(file, data);
		const sha256 = createHash('sha256').update(data).digest('hex');
		const media = this.#account.addMedia({
			phoneNumberId: number.id,
			mimeType,
			size: data.length,
			sha256,
			file,
		});
		this.#files.set(messageId, [{ id: media.id, file, ...describe(media) }]);
		return media;
	}
}

const mediaObject = ({ id, mimeType, sha256 }: Media) => ({
	id,
	mime_type: mimeType,
	sha256: Buffer.from(sha256, 'hex').toString('base64'),
});

function describe({ mimeType, size, sha256, filename }: Media & { filename?: string }): MediaFacts {
	return { mimeType, bytes: size, sha256, ...(filename === undefined ? {} : { filename }) };
}

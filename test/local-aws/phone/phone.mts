import type { Media, PhoneNumber } from '../social-messaging/account.mts';
import type { Delivery } from '../social-messaging/delivery.mts';
import type { RawMessage } from '../social-messaging/message.mts';

interface MediaFacts {
	mimeType: string;
	bytes: number;
	sha256: string;
	filename?: string;
}

export interface PhoneMessage {
	/** The UUID AWS gave the sender. */
	messageId: string;
	from: string;
	fromName: string;
	to: string;
	type: string;
	/** The WhatsApp object as it was sent. */
	message: RawMessage;
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

/** The phones of everybody who was written to. */
export class Phone {
	readonly messages: PhoneMessage[] = [];
	readonly #files = new Map<string, StoredFile[]>();

	receive(arrival: Arrival): void {
		const { messageId, sender, to, type, message, media = [], template, failure } = arrival;
		const [first] = media;
		this.messages.push({
			messageId,
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
	}

	/** A phone keeps its own copy: the file outlives the media id it came under. */
	mediaOf(messageId: string, mediaId?: string): StoredFile | undefined {
		const files = this.#files.get(messageId);
		return mediaId === undefined ? files?.[0] : files?.find(({ id }) => id === mediaId);
	}

	reset(): void {
		this.messages.length = 0;
		this.#files.clear();
	}
}

function describe({ mimeType, size, sha256, filename }: Media & { filename?: string }): MediaFacts {
	return { mimeType, bytes: size, sha256, ...(filename === undefined ? {} : { filename }) };
}

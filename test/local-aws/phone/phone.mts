import type { Media, PhoneNumber } from '../social-messaging/account.mts';
import type { RawMessage } from '../social-messaging/message.mts';

export interface PhoneMessage {
	/** The UUID AWS gave the sender. */
	messageId: string;
	from: string;
	fromName: string;
	to: string;
	type: string;
	/** The WhatsApp object as it was sent. */
	message: RawMessage;
	media?: { mimeType: string; bytes: number; sha256: string; filename?: string };
	state: 'delivered' | 'failed';
	failure?: string;
	at: string;
}

interface Arrival {
	messageId: string;
	sender: PhoneNumber;
	to: string;
	type: string;
	message: RawMessage;
	media?: Media & { filename?: string };
	failure?: string;
}

/** The phones of everybody who was written to. */
export class Phone {
	readonly messages: PhoneMessage[] = [];
	readonly #mediaFiles = new Map<string, string>();

	receive({ messageId, sender, to, type, message, media, failure }: Arrival): void {
		this.messages.push({
			messageId,
			from: sender.phoneNumber,
			fromName: sender.displayName,
			to,
			type,
			message,
			...(media ? { media: describe(media) } : {}),
			state: failure === undefined ? 'delivered' : 'failed',
			...(failure === undefined ? {} : { failure }),
			at: new Date().toISOString(),
		});
		if (media) this.#mediaFiles.set(messageId, media.file);
	}

	/** A phone keeps its own copy: the file outlives the media id it came under. */
	mediaOf(messageId: string): { file: string; mimeType: string; filename?: string } | undefined {
		const file = this.#mediaFiles.get(messageId);
		const media = this.messages.find((message) => message.messageId === messageId)?.media;
		return file === undefined || !media ? undefined : { file, ...media };
	}

	reset(): void {
		this.messages.length = 0;
		this.#mediaFiles.clear();
	}
}

function describe({
	mimeType,
	size,
	sha256,
	filename,
}: NonNullable<Arrival['media']>): NonNullable<PhoneMessage['media']> {
	return { mimeType, bytes: size, sha256, ...(filename === undefined ? {} : { filename }) };
}

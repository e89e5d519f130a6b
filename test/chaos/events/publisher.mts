import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Change, LocalAws, SnsMessage } from '../../../local-aws/index.mts';
import { markOf, type EventKind, type PublishedEvent } from './evidence.mts';
import { topicFor } from './listeners.mts';
import type { Due } from './schedule.mts';

const PHOTO = Buffer.from('ffd8ffe000104a464946', 'hex');
const ADA = '4915112345678';

/** Publishes events as AWS End User Messaging does, and writes down in which messages. */
export class Publisher {
	readonly events = new Map<number, PublishedEvent>();
	private readonly aws: LocalAws;
	private readonly photoFile: string;
	private readonly changes = new Map<number, Change>();
	private readonly messages = new Map<number, SnsMessage>();

	constructor(aws: LocalAws, folder: string) {
		this.aws = aws;
		this.photoFile = join(folder, 'photo.jpg');
		writeFileSync(this.photoFile, PHOTO);
	}

	/** Everything in its time; resolves after the last one. */
	async publishAll(dues: Due[], signal: AbortSignal): Promise<void> {
		const started = performance.now();
		for (const due of dues) {
			const ms = due.at - (performance.now() - started);
			if (ms > 0) await wait(ms, undefined, { signal }).catch(() => undefined);
			if (signal.aborted) return;
			this.publish(due);
		}
	}

	private publish({ event, kind, how }: Due): void {
		const before = this.messages.get(event);
		if (how === 'delivered again' && before)
			return this.aws.sns.deliverAgain(topicFor(kind), before);
		const change = this.changes.get(event) ?? this.changeOf(event, kind);
		this.changes.set(event, change);
		const [account] = this.aws.account.businessAccounts;
		const [number] = this.aws.account.phoneNumbers;
		if (!account || !number) throw new Error('The seed has an account with a number');
		const message = this.aws.sns.publish(
			topicFor(kind),
			JSON.stringify(this.aws.events.envelope(account, number, [change])),
		);
		this.messages.set(event, message);
		const published = this.events.get(event) ?? { id: event, kind, messageIds: [] };
		published.messageIds.push(message.MessageId ?? '');
		this.events.set(event, published);
	}

	private changeOf(event: number, kind: EventKind): Change {
		const timestamp = String(Math.floor(Date.now() / 1000));
		const mark = markOf(event);
		const id = `wamid.${mark}`;
		const metadata = {
			messaging_product: 'whatsapp',
			metadata: {
				display_phone_number: this.aws.account.phoneNumbers[0]?.phoneNumber.slice(1),
				phone_number_id: this.aws.account.phoneNumbers[0]?.metaPhoneNumberId,
			},
		};
		const message = (content: object): Change => ({
			field: 'messages',
			value: {
				...metadata,
				contacts: [{ profile: { name: 'Ada' }, wa_id: ADA }],
				messages: [{ from: ADA, id, timestamp, ...content }],
			},
		});
		const changes: Record<EventKind, () => Change> = {
			text: () => message({ type: 'text', text: { body: 'Hello' } }),
			photo: () => message({ type: 'image', image: this.photo() }),
			status: () => ({
				field: 'messages',
				value: {
					...metadata,
					statuses: [{ id, timestamp, status: 'delivered', recipient_id: ADA }],
				},
			}),
			notice: () => ({
				field: 'message_template_status_update',
				value: {
					event: 'APPROVED',
					message_template_id: event,
					message_template_name: mark,
					message_template_language: 'en',
					reason: 'NONE',
				},
			}),
		};
		return changes[kind]();
	}

	private photo() {
		const sha256 = createHash('sha256').update(PHOTO).digest('hex');
		const { id } = this.aws.account.addMedia({
			phoneNumberId: this.aws.account.phoneNumbers[0]?.id ?? '',
			mimeType: 'image/jpeg',
			size: PHOTO.length,
			sha256,
			file: this.photoFile,
		});
		return { id, mime_type: 'image/jpeg', sha256: Buffer.from(sha256, 'hex').toString('base64') };
	}
}

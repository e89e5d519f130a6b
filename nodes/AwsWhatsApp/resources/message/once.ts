import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import { DoneEarlierOrNot, onFailure } from '../../../../aws/errors/errors';
import {
	Sends,
	type Claim,
	type Earlier,
	type Permission,
	type Wanted,
} from '../../../../aws/store/sends';
import { pause } from '../../../../aws/transport/pause';
import { nodeErrorOf } from '../../../../engine/errors';
import type { ItemRequest } from '../../../../engine/itemRequest';
import type { Slot } from '../../../../engine/slots';
import { noBucket, storeOf } from '../../../../engine/store';
import { FieldError } from '../../../../form/fieldError';
import { quoted } from '../../../../form/rule';
import { contentHash } from '../../../../whatsapp/message/content';
import { ifNotKnown, onceKey, rememberForDays } from './onceOptions';
import { pairOf } from './pace';

const DAY_MS = 24 * 60 * 60_000;

/** What may pass, in ms, besides the request itself: signing in, and writing down what became of it. */
const SLACK_MS = 20_000;

const PURPOSE = "'Send Once For' remembers what was sent";

/** What came of a message that was to go out once. */
export interface Outcome {
	/** What identifies the message that was sent, now or earlier; nothing where it was left out. */
	sent?: IDataObject;
	/** What else the item is to say. */
	facts: IDataObject;
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

const instant = (ms: number) => new Date(ms).toISOString();

/** Who did it, for an error. */
function whoAndWhen({ by: { workflow, name, execution }, at }: Earlier): string {
	const time = instant(at).replace('T', ' ').replace(/\..*/, ' UTC');
	const which = name === undefined ? (workflow ?? '(unknown)') : `${quoted(name)}`;
	return `execution ${execution ?? '(unknown)'} of the workflow ${which} at ${time}`;
}

/** The same for an item. */
const earlierFacts = ({ by, at }: Earlier): IDataObject => ({
	earlier: {
		at: instant(at),
		workflowId: by.workflow ?? null,
		workflowName: by.name ?? null,
		executionId: by.execution ?? null,
	},
});

/** A message that goes out once for its key, phone number and recipient. */
export class OnceOnly {
	private readonly wanted: Wanted;

	/** The place of its record, which tells nobody who gets the message. */
	private readonly place: string;

	private constructor(
		private readonly item: ItemRequest,
		private readonly key: string,
		private readonly leaveOut: boolean,
		wanted: Pick<Wanted, 'againIfNotKnown' | 'content' | 'rememberMs'>,
		pair: string,
	) {
		const { context, longestMs } = item;
		const { id: workflow, name } = context.getWorkflow();
		const by = { workflow, name, execution: context.getExecutionId() };
		this.wanted = { ...wanted, by, leaseMs: longestMs + SLACK_MS };
		this.place = `sends/${hash(JSON.stringify([pair, key]))}`;
	}

	/**
	 * @param message as it is to be sent, whatever stands for its files
	 * @returns undefined where the message may go out whenever the workflow runs
	 * @throws FieldError
	 */
	static of(item: ItemRequest, message: IDataObject): OnceOnly | undefined {
		const { options } = item.form;
		const key = onceKey.of(options);
		const doubt = ifNotKnown.of(options);
		const rememberMs = rememberForDays.of(options) * DAY_MS;
		if (key === undefined) return undefined;
		if (!item.bucket) throw noBucket(PURPOSE);
		const content = contentHash(message);
		const wanted = { content, rememberMs, againIfNotKnown: doubt === 'sendAgain' };
		return new OnceOnly(item, key, doubt === 'leaveOut', wanted, pairOf(item.form, message));
	}

	/**
	 * Sends the message unless that has been done.
	 *
	 * @param send gives what identifies the message: that is written down
	 * @throws DoneEarlierOrNot where nobody knows whether it has, FieldError where the key is another message's
	 */
	async send(slot: Slot, send: () => Promise<IDataObject>): Promise<Outcome> {
		const permission = await slot.outside(async () => await this.permission());
		switch (permission.is) {
			case 'granted':
				return await this.sendNow(permission.claim, slot, send);
			case 'sent':
				return { sent: permission.result, facts: { isRepeat: true, ...earlierFacts(permission) } };
			case 'notKnown':
				if (!this.leaveOut) throw this.notKnown(permission);
				return { facts: { isLeftOut: true, ...earlierFacts(permission) } };
			case 'otherContent':
				throw this.otherContent(permission);
		}
	}

	private async permission(): Promise<Permission> {
		const { over } = this.item;
		const { store, lasting } = await storeOf(this.item, PURPOSE);
		const sends = new Sends(store, lasting, {
			now: () => Date.now(),
			pause: async (ms) => await pause(ms, over),
		});
		return await sends.claim(this.place, this.wanted);
	}

	private async sendNow(
		claim: Claim,
		slot: Slot,
		send: () => Promise<IDataObject>,
	): Promise<Outcome> {
		const { own, longestMs } = this.item;
		own.guard = async () => {
			if (await claim.lasts(longestMs)) return;
			throw new FieldError(
				'Another execution is sending this message',
				`It took over ${this.named}, because this one took too long. Nothing was sent from here.`,
			);
		};
		const sent = await onFailure(send, async () => {
			const isCertain = own.known === 'notDone';
			// If this fails as well, the claim speaks for itself once its time is over.
			await (isCertain ? claim.release() : claim.notKnown()).catch(() => undefined);
		});
		slot.leave();
		return { sent, facts: await this.writtenDown(claim, sent) };
	}

	/** The message is with WhatsApp, so nothing that goes wrong now may take its item away. */
	private async writtenDown(claim: Claim, sent: IDataObject): Promise<IDataObject> {
		const { context } = this.item;
		const reason = await claim.sent(sent).then(
			(isWritten) => (isWritten ? undefined : 'its record was changed or deleted meanwhile'),
			(failure: unknown) => nodeErrorOf(failure, { node: context.getNode(), itemIndex: 0 }).message,
		);
		if (reason === undefined) return {};
		const warning = `The message was sent, but that could not be remembered for ${this.named}: ${reason}. A repeat may not know whether it was sent.`;
		context.logger.warn(warning);
		return { warning };
	}

	private get named(): string {
		return `the key ${quoted(this.key)}`;
	}

	private notKnown(earlier: Earlier): DoneEarlierOrNot {
		return new DoneEarlierOrNot(
			'The message may have been sent before',
			`With ${this.named}, ${whoAndWhen(earlier)} tried to send it and did not learn, or could not record, whether AWS accepted it. Nothing was sent now. Look in the chat with the recipient, or in the delivery statuses. If the message did not arrive, set 'If Not Known' to Send Again and run the workflow again for this item. If it did, choose Leave Out. Messages that were sent are not repeated.`,
		);
	}

	private otherContent(earlier: Earlier): FieldError {
		return new FieldError(
			"'Send Once For' has the key of a different message",
			`The key ${quoted(this.key)} was already used for this recipient, with other content, by ${whoAndWhen(earlier)}. Nothing was sent now. Use a key of its own for each message, such as order-1017-shipped.`,
		);
	}
}

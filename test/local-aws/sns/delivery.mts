import { setTimeout as wait } from 'node:timers/promises';
import type { SignatureVersion, SigningCertificate } from './certificate.mts';
import { signed, type SnsMessage } from './message.mts';
import type { Subscription } from './topics.mts';

export interface Attempt {
	endpoint: string;
	messageId: string;
	/** 0 where there was no answer. */
	status: number;
	/** The beginning of what was answered. */
	answer: string;
}

const standard = {
	signatureVersion: 1 as SignatureVersion,
	/** The share of messages that are delivered a second time. */
	duplicates: 0,
	/** Up to so many milliseconds a message is held back, so that later ones overtake it. */
	disorderMs: 0,
	/** How long until the first repetition; then it doubles. SNS waits a second and more. */
	firstRetryMs: 200,
	retries: 12,
	/** How many posts there are at the same time; SNS is slowed down by a policy of the subscription. */
	atOnce: Infinity,
};

/** Posts messages to subscribers, at least once, until they are taken or refused for good. */
export class Deliveries {
	settings = { ...standard };
	readonly attempts: Attempt[] = [];
	readonly #running = new Set<Promise<void>>();
	#posting = 0;
	#stopping = new AbortController();
	readonly #certificate: SigningCertificate;

	constructor(certificate: SigningCertificate) {
		this.#certificate = certificate;
	}

	/** Begins to deliver a message, as often as the settings say. */
	start(subscription: Subscription, message: SnsMessage, snsEndpoint: string): void {
		const { duplicates, signatureVersion } = this.settings;
		const body = subscription.isRaw
			? (message.Message ?? '')
			: JSON.stringify(signed(message, this.#certificate, snsEndpoint, signatureVersion), null, 2);
		const times = message.Type === 'Notification' && Math.random() < duplicates ? 2 : 1;
		for (let time = 0; time < times; time++) {
			const delivering = this.#deliver(subscription, message, body, this.#stopping.signal);
			this.#running.add(delivering);
			void delivering.finally(() => this.#running.delete(delivering));
		}
	}

	/** Until nothing is on its way any more. */
	async settled(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running);
	}

	async reset(): Promise<void> {
		this.#stopping.abort();
		await this.settled();
		this.#stopping = new AbortController();
		this.settings = { ...standard };
		this.attempts.length = 0;
	}

	async #deliver(
		subscription: Subscription,
		message: SnsMessage,
		body: string,
		signal: AbortSignal,
	): Promise<void> {
		const { disorderMs, firstRetryMs, retries } = this.settings;
		const pause = async (ms: number) =>
			await wait(ms, undefined, { signal }).catch(() => undefined);
		if (disorderMs > 0) await pause(Math.random() * disorderMs);
		for (let retry = 0; !signal.aborted; retry++) {
			while (this.#posting >= this.settings.atOnce && !signal.aborted)
				await pause(5 + Math.random() * 20);
			this.#posting += 1;
			const { status, answer } = await post(subscription, message, body, signal);
			this.#posting -= 1;
			this.attempts.push({
				endpoint: subscription.endpoint,
				messageId: message.MessageId ?? '',
				status,
				answer,
			});
			// What is refused for good is not repeated; what is refused for now is.
			const isTemporary = status === 0 || status === 429 || status >= 500;
			if (!isTemporary || retry === retries) return;
			await pause(Math.min(firstRetryMs * 2 ** retry, Math.max(firstRetryMs, 2_000)));
		}
	}
}

async function post(
	{ arn, topicArn, endpoint, isRaw }: Subscription,
	message: SnsMessage,
	body: string,
	stopped: AbortSignal,
): Promise<Pick<Attempt, 'status' | 'answer'>> {
	try {
		const response = await fetch(endpoint, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				'content-type': 'text/plain; charset=UTF-8',
				'user-agent': 'Amazon Simple Notification Service Agent',
				'x-amz-sns-message-type': message.Type ?? '',
				'x-amz-sns-message-id': message.MessageId ?? '',
				'x-amz-sns-topic-arn': topicArn,
				...(message.Type === 'Notification' ? { 'x-amz-sns-subscription-arn': arn } : {}),
				...(isRaw ? { 'x-amz-sns-rawdelivery': 'true' } : {}),
			},
			body,
			// SNS waits fifteen seconds for an answer.
			signal: AbortSignal.any([stopped, AbortSignal.timeout(15_000)]),
		});
		return { status: response.status, answer: (await response.text()).slice(0, 200) };
	} catch {
		return { status: 0, answer: '' };
	}
}

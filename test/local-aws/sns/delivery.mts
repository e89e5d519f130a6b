import { setTimeout as wait } from 'node:timers/promises';
import { seededRandom } from '../http/random.mts';
import type { SignatureVersion, SigningCertificate } from './certificate.mts';
import { effectivePolicy, retryDelays, standardRetryPolicy } from './delivery-policy.mts';
import { signed, type SnsMessage } from './message.mts';
import { post, type PostAnswer } from './post.mts';
import { Throttle } from './throttle.mts';
import type { Subscription } from './topics.mts';

export interface Attempt extends PostAnswer {
	subscriptionArn: string;
	endpoint: string;
	messageId: string;
	/** In milliseconds since 1970. */
	startedAt: number;
	endedAt: number;
}

/** A message that never got there. */
export interface Undelivered {
	message: SnsMessage;
	subscriptionArn: string;
	endpoint: string;
	/** Refused for good, or refused for now until SNS's patience was over. */
	reason: 'client error' | 'retries exhausted';
	attempts: Attempt[];
}

export interface DeadLetter extends Undelivered {
	queueArn: string;
}

export interface DeliverySettings {
	signatureVersion: SignatureVersion;
	/** The share of messages that are delivered a second time. */
	duplicates: number;
	/** Up to so many milliseconds a message is held back, so that later ones overtake it. */
	disorderMs: number;
	/** How long a second of a retry policy takes here, in seconds; 1 is how SNS does it. */
	pace: number;
	/** Instead of what the policy says: how long until each repetition, and how many there are. */
	firstRetryMs?: number;
	retries?: number;
	/** How many posts there are at the same time; SNS is slowed down by a policy of the subscription. */
	atOnce: number;
	/** Decides on duplicates, order and jitter. */
	random: () => number;
}

const standard = (): DeliverySettings => ({
	signatureVersion: 1,
	duplicates: 0,
	disorderMs: 0,
	// So that SNS's 20 seconds are one.
	pace: 0.05,
	atOnce: Infinity,
	random: seededRandom(1),
});

/** SNS varies its delays and does not say by how much. */
const JITTER = 0.1;

/** Posts messages to subscribers, at least once, until they are taken or refused for good. */
export class Deliveries {
	settings = standard();
	readonly attempts: Attempt[] = [];
	/** In the queue that the subscription names, or gone where it names none. */
	readonly deadLetters: DeadLetter[] = [];
	readonly dropped: Undelivered[] = [];
	readonly #running = new Map<Promise<void>, { messageId: string; endpoint: string }>();
	readonly #throttles = new Map<string, Throttle>();
	#posting = 0;
	#stopping = new AbortController();
	readonly #certificate: SigningCertificate;

	constructor(certificate: SigningCertificate) {
		this.#certificate = certificate;
	}

	/** Begins to deliver a message, as often as the settings say. */
	start(subscription: Subscription, message: SnsMessage, snsEndpoint: string): void {
		const { duplicates, signatureVersion, random } = this.settings;
		const body = subscription.isRaw
			? (message.Message ?? '')
			: JSON.stringify(signed(message, this.#certificate, snsEndpoint, signatureVersion), null, 2);
		const times = message.Type === 'Notification' && random() < duplicates ? 2 : 1;
		for (let time = 0; time < times; time++) {
			const delivering = this.#deliver(subscription, message, body, this.#stopping.signal);
			this.#running.set(delivering, {
				messageId: message.MessageId ?? '',
				endpoint: subscription.endpoint,
			});
			void delivering.finally(() => this.#running.delete(delivering));
		}
	}

	/** What is on its way, or waits for its next attempt. */
	get underWay(): Array<{ messageId: string; endpoint: string }> {
		return [...this.#running.values()];
	}

	/** Until nothing is on its way any more. */
	async settled(): Promise<void> {
		while (this.#running.size > 0) await Promise.all(this.#running.keys());
	}

	async reset(): Promise<void> {
		this.#stopping.abort();
		await this.settled();
		this.#stopping = new AbortController();
		this.#throttles.clear();
		this.settings = standard();
		for (const list of [this.attempts, this.deadLetters, this.dropped]) list.length = 0;
	}

	async #deliver(
		subscription: Subscription,
		message: SnsMessage,
		body: string,
		signal: AbortSignal,
	): Promise<void> {
		const { disorderMs, random } = this.settings;
		const attempts: Attempt[] = [];
		const delays = this.#delaysMs(subscription);
		await pause(random() * disorderMs, signal);
		while (!signal.aborted) {
			const attempt = await this.#attempt(subscription, message, body, signal);
			if (signal.aborted) return;
			attempts.push(attempt);
			// "Amazon SNS considers HTTP status codes 429 and 5xx as retryable", as it does no answer; all others are final.
			const { status } = attempt;
			if (status >= 200 && status < 300) return;
			const isTemporary = status === 0 || status === 429 || status >= 500;
			const delay = delays.shift();
			if (!isTemporary || delay === undefined) {
				const reason = isTemporary ? 'retries exhausted' : 'client error';
				return this.#giveUp(subscription, { message, attempts, reason });
			}
			await pause(delay, signal);
		}
	}

	async #attempt(
		subscription: Subscription,
		message: SnsMessage,
		body: string,
		signal: AbortSignal,
	): Promise<Attempt> {
		await this.#turn(subscription, signal);
		this.#posting += 1;
		const startedAt = Date.now();
		const answer = await post(subscription, message, body, signal);
		this.#posting -= 1;
		const attempt = {
			subscriptionArn: subscription.arn,
			endpoint: subscription.endpoint,
			messageId: message.MessageId ?? '',
			startedAt,
			endedAt: Date.now(),
			...answer,
		};
		if (!signal.aborted) this.attempts.push(attempt);
		return attempt;
	}

	/** The throttle goes by n8n's time, not by the pace: n8n does not get faster by it. */
	async #turn({ arn, deliveryPolicy }: Subscription, signal: AbortSignal): Promise<void> {
		const { maxReceivesPerSecond } = deliveryPolicy?.throttlePolicy ?? {};
		if (maxReceivesPerSecond !== undefined) {
			const throttle = this.#throttles.get(arn) ?? new Throttle();
			this.#throttles.set(arn, throttle);
			await pause(throttle.turn(maxReceivesPerSecond, Date.now()), signal);
		}
		while (this.#posting >= this.settings.atOnce && !signal.aborted)
			await pause(5 + this.settings.random() * 20, signal);
	}

	#delaysMs({ deliveryPolicy }: Subscription): number[] {
		const { pace, firstRetryMs, retries, random } = this.settings;
		const policy = effectivePolicy(deliveryPolicy).healthyRetryPolicy ?? standardRetryPolicy;
		const delays = retryDelays(policy).map(
			(seconds) => seconds * pace * 1000 * (1 + JITTER * (2 * random() - 1)),
		);
		return Array.from(
			{ length: retries ?? delays.length },
			(_, i) => firstRetryMs ?? delays[i] ?? delays.at(-1) ?? 0,
		);
	}

	/** A confirmation is not worth a dead letter: SNS keeps only what was published. */
	#giveUp(
		{ arn, endpoint, deadLetterArn }: Subscription,
		failure: Pick<Undelivered, 'message' | 'attempts' | 'reason'>,
	): void {
		const undelivered = { ...failure, subscriptionArn: arn, endpoint };
		if (failure.message.Type !== 'Notification' || deadLetterArn === undefined)
			this.dropped.push(undelivered);
		else this.deadLetters.push({ ...undelivered, queueArn: deadLetterArn });
	}
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
	if (ms > 0) await wait(ms, undefined, { signal }).catch(() => undefined);
}

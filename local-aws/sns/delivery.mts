import { seededRandom } from '../http/random.mts';
import type { SignatureVersion, SigningCertificate } from './certificate.mts';
import { effectivePolicy, retryDelays, standardRetryPolicy } from './delivery-policy.mts';
import { Errands } from './errands.mts';
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
	/** Refused for good, or refused for now until SNS gave up. */
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
	/** A message is held back for up to this many milliseconds, so that later ones overtake it. */
	disorderMs: number;
	/** How long a second of a retry policy takes here, in seconds; 1 is how SNS does it. */
	pace: number;
	/** Instead of what the policy says: how long until each repetition, and how many there are. */
	firstRetryMs?: number;
	retries?: number;
	/** While this is set, no message is retried, however long it has waited. */
	isHeld: boolean;
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
	isHeld: false,
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
	readonly #bodies = new WeakMap<SnsMessage, { version: SignatureVersion; body: string }>();
	#posting = 0;
	#errands = new Errands();
	readonly #certificate: SigningCertificate;

	constructor(certificate: SigningCertificate) {
		this.#certificate = certificate;
	}

	/** Begins to deliver a message, as often as the settings say. */
	start(subscription: Subscription, message: SnsMessage, snsEndpoint: string): void {
		const { duplicates, signatureVersion, random } = this.settings;
		const body = subscription.isRaw
			? (message.Message ?? '')
			: this.#signedOnce(message, snsEndpoint, signatureVersion);
		const times = message.Type === 'Notification' && random() < duplicates ? 2 : 1;
		for (let time = 0; time < times; time++) {
			const delivering = this.#deliver(subscription, message, body, this.#errands);
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
		this.#errands.stop();
		await this.settled();
		this.#errands = new Errands();
		this.#throttles.clear();
		this.settings = standard();
		for (const list of [this.attempts, this.deadLetters, this.dropped]) list.length = 0;
	}

	/** A signature costs more than everything else here, and is the same for all subscribers. */
	#signedOnce(message: SnsMessage, snsEndpoint: string, version: SignatureVersion): string {
		const known = this.#bodies.get(message);
		if (known?.version === version) return known.body;
		const body = JSON.stringify(signed(message, this.#certificate, snsEndpoint, version), null, 2);
		this.#bodies.set(message, { version, body });
		return body;
	}

	async #deliver(
		subscription: Subscription,
		message: SnsMessage,
		body: string,
		errands: Errands,
	): Promise<void> {
		const { disorderMs, random } = this.settings;
		const attempts: Attempt[] = [];
		const delays = this.#delaysMs(subscription);
		await errands.pause(random() * disorderMs);
		while (!errands.isStopped) {
			const attempt = await this.#attempt(subscription, message, body, errands);
			if (errands.isStopped) return;
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
			await errands.pause(delay);
			while (this.settings.isHeld && !errands.isStopped) await errands.pause(50);
		}
	}

	async #attempt(
		subscription: Subscription,
		message: SnsMessage,
		body: string,
		errands: Errands,
	): Promise<Attempt> {
		await this.#turn(subscription, errands);
		this.#posting += 1;
		const startedAt = Date.now();
		const answer = await post(subscription, message, body, errands);
		this.#posting -= 1;
		const attempt = {
			subscriptionArn: subscription.arn,
			endpoint: subscription.endpoint,
			messageId: message.MessageId ?? '',
			startedAt,
			endedAt: Date.now(),
			...answer,
		};
		if (!errands.isStopped) this.attempts.push(attempt);
		return attempt;
	}

	/** The throttle follows n8n's time, not the pace, which does not make n8n faster. */
	async #turn({ arn, deliveryPolicy }: Subscription, errands: Errands): Promise<void> {
		const { maxReceivesPerSecond } = deliveryPolicy?.throttlePolicy ?? {};
		if (maxReceivesPerSecond !== undefined) {
			const throttle = this.#throttles.get(arn) ?? new Throttle();
			this.#throttles.set(arn, throttle);
			await errands.pause(throttle.turn(maxReceivesPerSecond, Date.now()));
		}
		while (this.#posting >= this.settings.atOnce && !errands.isStopped)
			await errands.pause(5 + this.settings.random() * 20);
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

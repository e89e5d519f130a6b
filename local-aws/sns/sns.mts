import type { SigningCertificate } from './certificate.mts';
import { Deliveries } from './delivery.mts';
import { confirmation, farewell, notification, type SnsMessage } from './message.mts';
import { Topics, type Subscription } from './topics.mts';

/** A message as it was published, and who was subscribed then. */
export interface Publication {
	messageId: string;
	topicArn: string;
	/** In milliseconds since 1970. */
	at: number;
	/** The addresses of the confirmed subscriptions. */
	endpoints: string[];
}

/** Amazon SNS: topics, subscriptions, and the messages that go out to the subscribers. */
export class Sns {
	readonly topics = new Topics();
	readonly deliveries: Deliveries;
	readonly certificate: SigningCertificate;
	readonly publications: Publication[] = [];
	/** Where this stand-in answers, once it does. */
	endpoint = '';

	constructor(certificate: SigningCertificate) {
		this.certificate = certificate;
		this.deliveries = new Deliveries(certificate);
	}

	subscribe(
		topicArn: string,
		protocol: string,
		endpoint: string,
		attributes?: Record<string, string>,
	): Subscription {
		const subscription = this.topics.subscribe(topicArn, protocol, endpoint, attributes);
		if (!subscription.isConfirmed)
			this.#postSigned(subscription, confirmation(topicArn, subscription.token, this.endpoint));
		return subscription;
	}

	/** SNS tells the subscriber, who may still want to object ("HTTP/HTTPS unsubscribe confirmation JSON format"). */
	unsubscribe(arn: string): void {
		const removed = this.topics.unsubscribe(arn);
		this.#postSigned(removed, farewell(removed, this.endpoint));
	}

	/** To all who are subscribed; a topic that is not there takes nothing. */
	publish(topicArn: string, content: string, subject?: string): SnsMessage {
		const message = notification(topicArn, content, subject);
		if (!this.topics.has(topicArn)) return message;
		this.publications.push({
			messageId: message.MessageId ?? '',
			topicArn,
			at: Date.now(),
			endpoints: this.#receivers(topicArn).map(({ endpoint }) => endpoint),
		});
		this.deliverAgain(topicArn, message);
		return message;
	}

	/** SNS delivers at least once, and sometimes more often. */
	deliverAgain(topicArn: string, message: SnsMessage): void {
		for (const subscription of this.#receivers(topicArn)) this.#post(subscription, message);
	}

	async reset(): Promise<void> {
		await this.deliveries.reset();
		this.publications.length = 0;
		this.topics.reset();
	}

	/** AWS publishes WhatsApp's events without attributes, so a filter on attributes lets none through. */
	#receivers(topicArn: string): Subscription[] {
		return this.topics
			.subscriptions(topicArn)
			.filter(({ isConfirmed, filterPolicy }) => isConfirmed && filterPolicy === undefined);
	}

	/** What SNS itself has to say is never raw. */
	#postSigned(subscription: Subscription, message: SnsMessage): void {
		this.#post({ ...subscription, isRaw: false }, message);
	}

	/** Nothing leaves this machine. */
	#post(subscription: Subscription, message: SnsMessage): void {
		const { hostname } = new URL(subscription.endpoint);
		if (hostname === '127.0.0.1' || hostname === 'localhost')
			this.deliveries.start(subscription, message, this.endpoint);
	}
}

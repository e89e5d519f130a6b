import type { SigningCertificate } from './certificate.mts';
import { Deliveries } from './delivery.mts';
import { confirmation, notification, type SnsMessage } from './message.mts';
import { Topics, type Subscription } from './topics.mts';

/** Amazon SNS: topics, subscriptions, and the messages that go out to the subscribers. */
export class Sns {
	readonly topics = new Topics();
	readonly deliveries: Deliveries;
	readonly certificate: SigningCertificate;
	/** Where this stand-in answers, once it does. */
	endpoint = '';

	constructor(certificate: SigningCertificate) {
		this.certificate = certificate;
		this.deliveries = new Deliveries(certificate);
	}

	subscribe(topicArn: string, protocol: string, endpoint: string): Subscription {
		const subscription = this.topics.subscribe(topicArn, protocol, endpoint);
		if (!subscription.isConfirmed) {
			this.#post(
				{ ...subscription, isRaw: false },
				confirmation(topicArn, subscription.token, this.endpoint),
			);
		}
		return subscription;
	}

	/** To all who are subscribed; a topic that is not there takes nothing. */
	publish(topicArn: string, content: string, subject?: string): SnsMessage {
		const message = notification(topicArn, content, subject);
		if (!this.topics.has(topicArn)) return message;
		for (const subscription of this.topics.subscriptions(topicArn)) {
			if (subscription.isConfirmed) this.#post(subscription, message);
		}
		return message;
	}

	async reset(): Promise<void> {
		await this.deliveries.reset();
		this.topics.reset();
	}

	/** Nothing leaves this machine. */
	#post(subscription: Subscription, message: SnsMessage): void {
		const { hostname } = new URL(subscription.endpoint);
		if (hostname === '127.0.0.1' || hostname === 'localhost')
			this.deliveries.start(subscription, message, this.endpoint);
	}
}

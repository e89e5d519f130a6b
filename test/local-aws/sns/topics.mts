import { randomBytes, randomUUID } from 'node:crypto';
import { AwsError } from '../aws-error.mts';
import { accountId, region } from '../identities.mts';

export interface Subscription {
	arn: string;
	topicArn: string;
	protocol: string;
	endpoint: string;
	isConfirmed: boolean;
	isRaw: boolean;
	/** What has to be given back to confirm it. */
	token: string;
	/** Whether only its owner may end it. */
	isOwnersOnly: boolean;
}

const notFound = (what: string) => new AwsError(404, 'NotFound', `${what} does not exist`);
const invalid = (text: string) =>
	new AwsError(400, 'InvalidParameter', `Invalid parameter: ${text}`);

export const topicArnOf = (name: string): string => `arn:aws:sns:${region}:${accountId}:${name}`;

/** The topics of the account and who is subscribed to them. */
export class Topics {
	/** How many subscriptions one page of a list holds; at SNS 100. */
	pageSize = 100;
	readonly #topics = new Map<string, Subscription[]>();

	constructor() {
		this.reset();
	}

	/** The topic that the business accounts of the seed publish to. */
	reset(): void {
		this.pageSize = 100;
		this.#topics.clear();
		this.create('whatsapp-events');
	}

	create(name: string): string {
		const arn = topicArnOf(name);
		if (!this.#topics.has(arn)) this.#topics.set(arn, []);
		return arn;
	}

	delete(arn: string): void {
		this.#topics.delete(arn);
	}

	has(arn: string): boolean {
		return this.#topics.has(arn);
	}

	subscriptions(arn: string): Subscription[] {
		const found = this.#topics.get(arn);
		if (!found) throw notFound('Topic');
		return found;
	}

	/** The same endpoint twice is one subscription. */
	subscribe(topicArn: string, protocol: string, endpoint: string): Subscription {
		const subscriptions = this.subscriptions(topicArn);
		if (!['http', 'https'].includes(protocol)) throw invalid('Protocol');
		if (!URL.canParse(endpoint) || !endpoint.startsWith(`${protocol}://`))
			throw invalid('Endpoint must match the specified protocol');
		const known = subscriptions.find((one) => one.endpoint === endpoint);
		if (known) return known;
		const subscription = {
			arn: `${topicArn}:${randomUUID()}`,
			topicArn,
			protocol,
			endpoint,
			isConfirmed: false,
			isRaw: false,
			token: randomBytes(64).toString('hex'),
			isOwnersOnly: false,
		};
		subscriptions.push(subscription);
		return subscription;
	}

	confirm(topicArn: string, token: string, isOwnersOnly: boolean): Subscription {
		const found = this.subscriptions(topicArn).find((one) => one.token === token);
		if (!found) throw invalid('Token');
		found.isConfirmed = true;
		found.isOwnersOnly = isOwnersOnly;
		return found;
	}

	find(arn: string): Subscription {
		const all = [...this.#topics.values()].flat();
		const found = all.find((one) => one.arn === arn);
		if (!found) throw notFound('Subscription');
		return found;
	}

	unsubscribe(arn: string): void {
		if (!arn.startsWith('arn:')) throw invalid('SubscriptionArn');
		const found = this.find(arn);
		// As at SNS: whoever never confirmed cannot be removed, but goes away by itself after days.
		if (!found.isConfirmed) throw invalid('This subscription is pending confirmation');
		const subscriptions = this.subscriptions(found.topicArn);
		subscriptions.splice(subscriptions.indexOf(found), 1);
	}

	page(topicArn: string, next: string | undefined) {
		const from = Number(next ?? 0);
		const all = this.subscriptions(topicArn);
		const to = from + this.pageSize;
		return { members: all.slice(from, to), next: to < all.length ? String(to) : undefined };
	}
}

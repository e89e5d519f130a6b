import { randomBytes, randomUUID } from 'node:crypto';
import { AwsError } from '../http/aws-error.mts';
import { accountId, region } from '../sts/identities.mts';
import { BadAttribute } from './delivery-policy.mts';
import { choose, isChosen, type Choices } from './subscription-attributes.mts';

export interface Subscription extends Choices {
	arn: string;
	topicArn: string;
	protocol: string;
	endpoint: string;
	isConfirmed: boolean;
	/** What must be sent back to confirm it. */
	token: string;
	/** Whether only its owner may end it. */
	isOwnersOnly: boolean;
}

const notFound = (what: string) => new AwsError(404, 'NotFound', `${what} does not exist`);
const invalid = (text: string) =>
	new AwsError(400, 'InvalidParameter', `Invalid parameter: ${text}`);

/** What SNS answers if an attribute is invalid. */
function orInvalid<T>(where: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw error instanceof BadAttribute ? invalid(`${where}: ${error.message}`) : error;
	}
}

const newToken = () => randomBytes(64).toString('hex');

export const topicArnOf = (name: string): string => `arn:aws:sns:${region}:${accountId}:${name}`;

/** The topics of the account and who is subscribed to them. */
export class Topics {
	/** How many subscriptions are on one page of a list; 100 at SNS. */
	pageSize = 100;
	readonly #topics = new Map<string, Subscription[]>();
	/** What was removed, by the token that restores it. */
	readonly #removed = new Map<string, Subscription>();

	constructor() {
		this.reset();
	}

	/** The topic that the business accounts of the seed publish to. */
	reset(): void {
		this.pageSize = 100;
		this.#topics.clear();
		this.#removed.clear();
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

	/** The same endpoint twice is one subscription, whose attributes do not change by that. */
	subscribe(
		topicArn: string,
		protocol: string,
		endpoint: string,
		attributes: Record<string, string> = {},
	): Subscription {
		const subscriptions = this.subscriptions(topicArn);
		if (!['http', 'https'].includes(protocol)) throw invalid('Protocol');
		if (!URL.canParse(endpoint) || !endpoint.startsWith(`${protocol}://`))
			throw invalid('Endpoint must match the specified protocol');
		const known = subscriptions.find((one) => one.endpoint === endpoint);
		const choices: Choices = { isRaw: false };
		for (const [name, value] of Object.entries(attributes))
			orInvalid(`Attributes Reason: ${name}`, () => choose(choices, name, value));
		if (known) {
			if (isChosen(known, choices, Object.keys(attributes))) return known;
			throw invalid('Attributes Reason: Subscription already exists with different attributes');
		}
		const subscription = {
			...choices,
			arn: `${topicArn}:${randomUUID()}`,
			topicArn,
			protocol,
			endpoint,
			isConfirmed: false,
			token: newToken(),
			isOwnersOnly: false,
		};
		subscriptions.push(subscription);
		return subscription;
	}

	setAttribute(arn: string, name: string, value: string): void {
		const found = this.find(arn);
		orInvalid(name, () => choose(found, name, value));
	}

	confirm(topicArn: string, token: string, isOwnersOnly: boolean): Subscription {
		const subscriptions = this.subscriptions(topicArn);
		const removed = this.#removed.get(token);
		if (removed?.topicArn === topicArn) {
			this.#removed.delete(token);
			subscriptions.push(removed);
		}
		const found = subscriptions.find((one) => one.token === token);
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

	/** Returns what was removed, with the token that restores it. */
	unsubscribe(arn: string): Subscription {
		if (!arn.startsWith('arn:')) throw invalid('SubscriptionArn');
		const found = this.find(arn);
		// As at SNS: one that was never confirmed cannot be removed, but disappears by itself after days.
		if (!found.isConfirmed) throw invalid('This subscription is pending confirmation');
		const subscriptions = this.subscriptions(found.topicArn);
		subscriptions.splice(subscriptions.indexOf(found), 1);
		found.token = newToken();
		this.#removed.set(found.token, found);
		return found;
	}

	page(topicArn: string, next: string | undefined) {
		const from = Number(next ?? 0);
		const all = this.subscriptions(topicArn);
		const to = from + this.pageSize;
		return { members: all.slice(from, to), next: to < all.length ? String(to) : undefined };
	}
}

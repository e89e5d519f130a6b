import { accountId, region } from '../sts/identities.mts';
import {
	BadAttribute,
	deliveryPolicyIn,
	membersOf,
	parsed,
	type DeliveryPolicy,
} from './delivery-policy.mts';

/** What a subscriber may choose. */
export interface Choices {
	isRaw: boolean;
	deliveryPolicy?: DeliveryPolicy;
	/** The queue for what cannot be delivered. */
	deadLetterArn?: string;
	filterPolicy?: string;
}

interface Attribute {
	write(choices: Choices, value: string): void;
	read(choices: Choices): string | undefined;
}

/** Source: SetSubscriptionAttributes in the API reference; an empty text removes a policy. */
const attributes: Record<string, Attribute> = {
	RawMessageDelivery: {
		write: (choices, value) => {
			if (!/^(true|false)$/i.test(value)) throw new BadAttribute('Invalid value [true/false]');
			choices.isRaw = value.toLowerCase() === 'true';
		},
		read: ({ isRaw }) => String(isRaw),
	},
	DeliveryPolicy: {
		write: (choices, value) => {
			choices.deliveryPolicy = value === '' ? undefined : deliveryPolicyIn(value);
		},
		read: ({ deliveryPolicy }) => deliveryPolicy && JSON.stringify(deliveryPolicy),
	},
	RedrivePolicy: {
		write: (choices, value) => {
			choices.deadLetterArn = value === '' ? undefined : queueIn(value);
		},
		read: ({ deadLetterArn }) =>
			deadLetterArn && JSON.stringify({ deadLetterTargetArn: deadLetterArn }),
	},
	FilterPolicy: {
		write: (choices, value) => {
			if (value !== '') parsed(value);
			choices.filterPolicy = value === '' || value === '{}' ? undefined : value;
		},
		read: ({ filterPolicy }) => filterPolicy,
	},
};

/** Source: "Amazon SNS dead-letter queues": a queue of the same account and region. */
function queueIn(value: string): string {
	const { deadLetterTargetArn: arn } = membersOf(parsed(value), 'the policy', [
		'deadLetterTargetArn',
	]);
	const own = `arn:aws:sqs:${region}:${accountId}:`;
	if (
		typeof arn !== 'string' ||
		!arn.startsWith(own) ||
		!/^[\w-]{1,80}$/.test(arn.slice(own.length))
	)
		throw new BadAttribute('deadLetterTargetArn is an invalid arn');
	return arn;
}

/** @throws BadAttribute */
export function choose(choices: Choices, name: string, value: string): void {
	if (!Object.hasOwn(attributes, name)) throw new BadAttribute(`Unknown attribute`);
	attributes[name]?.write(choices, value);
}

/** The attributes by name; what was not chosen is missing. */
export function chosen(choices: Choices): Record<string, string> {
	const all = Object.entries(attributes).map(([name, { read }]) => [name, read(choices)] as const);
	return Object.fromEntries(
		all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}

/** SNS compares only what it is asked for (localstack/localstack#9167). */
export function isChosen(choices: Choices, asked: Choices, names: string[]): boolean {
	return names.every((name) => attributes[name]?.read(choices) === attributes[name]?.read(asked));
}

/*
 * How often and how fast SNS posts to a subscriber. Sources: "Amazon SNS message delivery retries" in the
 * developer guide (phases, constraints, defaults, the limit of 3,600 s); for the words of a refusal
 * awsdocs/amazon-sns-developer-guide#5; for what must be given triggermesh/aws-event-sources#220.
 */

const backoffFunctions = ['linear', 'arithmetic', 'geometric', 'exponential'] as const;
type BackoffFunction = (typeof backoffFunctions)[number];

/** As it was given, in the order in which SNS tells it; what was not given is null. */
export interface RetryPolicy {
	minDelayTarget: number;
	maxDelayTarget: number;
	numRetries: number;
	numMaxDelayRetries: number | null;
	numNoDelayRetries: number | null;
	numMinDelayRetries: number | null;
	backoffFunction: BackoffFunction | null;
}

export interface DeliveryPolicy {
	healthyRetryPolicy: RetryPolicy | null;
	sicklyRetryPolicy: null;
	throttlePolicy: { maxReceivesPerSecond: number } | null;
	requestPolicy: { headerContentType: string } | null;
	guaranteed: boolean;
}

export const LONGEST_SECONDS = 3_600;
const MOST_RETRIES = 100;

export const standardRetryPolicy: RetryPolicy = {
	minDelayTarget: 20,
	maxDelayTarget: 20,
	numRetries: 3,
	numMaxDelayRetries: 0,
	numNoDelayRetries: 0,
	numMinDelayRetries: 0,
	backoffFunction: 'linear',
};

/** What is wrong with an attribute, in SNS's words. */
export class BadAttribute extends Error {}

type Members = Record<string, unknown>;

/** An object in JSON, or a member that is one, with no members but these. */
export function membersOf(value: unknown, path: string, names: string[]): Members {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new BadAttribute(`${path} must be a JSON object`);
	const unknown = Object.keys(value).find((name) => !names.includes(name));
	if (unknown !== undefined) throw new BadAttribute(`Unexpected JSON member: ${unknown}`);
	return { ...value };
}

export function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new BadAttribute('failed to parse JSON');
	}
}

function integer(members: Members, path: string, name: string, min: number, max = Infinity) {
	const value = members[name];
	if (typeof value !== 'number' || !Number.isInteger(value))
		throw new BadAttribute(`${path}.${name} must be an integer`);
	if (value < min)
		throw new BadAttribute(`${path}.${name} must be greater than or equal to ${min}`);
	if (value > max) throw new BadAttribute(`${path}.${name} must be less than or equal to ${max}`);
	return value;
}

function retryPolicyIn(value: unknown): RetryPolicy {
	const path = 'healthyRetryPolicy';
	const members = membersOf(value, path, Object.keys(standardRetryPolicy));
	const optional = (name: string) =>
		members[name] == null ? null : integer(members, path, name, 0);
	const minDelayTarget = integer(members, path, 'minDelayTarget', 1, LONGEST_SECONDS);
	const backoffFunction = backoffFunctions.find((name) => name === members.backoffFunction) ?? null;
	if (members.backoffFunction != null && backoffFunction === null)
		throw new BadAttribute(`${path}.backoffFunction must be one of ${backoffFunctions.join(', ')}`);
	const policy = {
		minDelayTarget,
		maxDelayTarget: integer(members, path, 'maxDelayTarget', minDelayTarget, LONGEST_SECONDS),
		numRetries: integer(members, path, 'numRetries', 0, MOST_RETRIES),
		numMaxDelayRetries: optional('numMaxDelayRetries'),
		numNoDelayRetries: optional('numNoDelayRetries'),
		numMinDelayRetries: optional('numMinDelayRetries'),
		backoffFunction,
	};
	if (phasesOf(policy).backoff < 0)
		throw new BadAttribute(
			`${path}.numRetries must be at least the sum of the retries of its phases`,
		);
	const seconds = retryDelays(policy).reduce((sum, delay) => sum + delay, 0);
	if (seconds > LONGEST_SECONDS)
		throw new BadAttribute(
			`${path}: the total retry time of ${Math.ceil(seconds)} seconds must not exceed ${LONGEST_SECONDS} seconds`,
		);
	return policy;
}

/** @throws BadAttribute */
export function deliveryPolicyIn(text: string): DeliveryPolicy {
	const { healthyRetryPolicy, throttlePolicy, requestPolicy, guaranteed } = membersOf(
		parsed(text),
		'the policy',
		['healthyRetryPolicy', 'sicklyRetryPolicy', 'throttlePolicy', 'requestPolicy', 'guaranteed'],
	);
	const throttle =
		throttlePolicy == null
			? {}
			: membersOf(throttlePolicy, 'throttlePolicy', ['maxReceivesPerSecond']);
	const request =
		requestPolicy == null ? {} : membersOf(requestPolicy, 'requestPolicy', ['headerContentType']);
	return {
		healthyRetryPolicy: healthyRetryPolicy == null ? null : retryPolicyIn(healthyRetryPolicy),
		sicklyRetryPolicy: null,
		throttlePolicy:
			throttle.maxReceivesPerSecond == null
				? null
				: {
						maxReceivesPerSecond: integer(throttle, 'throttlePolicy', 'maxReceivesPerSecond', 1),
					},
		requestPolicy:
			typeof request.headerContentType === 'string'
				? { headerContentType: request.headerContentType }
				: null,
		guaranteed: guaranteed === true,
	};
}

/** What SNS follows with a policy, and without one. */
export function effectivePolicy(own: DeliveryPolicy | undefined): DeliveryPolicy {
	const { healthyRetryPolicy: chosen } = own ?? {};
	return {
		healthyRetryPolicy: chosen
			? {
					...chosen,
					numMaxDelayRetries: chosen.numMaxDelayRetries ?? 0,
					numNoDelayRetries: chosen.numNoDelayRetries ?? 0,
					numMinDelayRetries: chosen.numMinDelayRetries ?? 0,
					backoffFunction: chosen.backoffFunction ?? 'linear',
				}
			: standardRetryPolicy,
		sicklyRetryPolicy: null,
		throttlePolicy: own?.throttlePolicy ?? null,
		requestPolicy: own?.requestPolicy ?? null,
		guaranteed: own?.guaranteed ?? false,
	};
}

function phasesOf(policy: RetryPolicy) {
	const noDelay = policy.numNoDelayRetries ?? 0;
	const minDelay = policy.numMinDelayRetries ?? 0;
	const maxDelay = policy.numMaxDelayRetries ?? 0;
	return {
		noDelay,
		minDelay,
		maxDelay,
		backoff: policy.numRetries - noDelay - minDelay - maxDelay,
	};
}

/** The seconds before each retry, without SNS's jitter. */
export function retryDelays(policy: RetryPolicy): number[] {
	const { noDelay, minDelay, maxDelay, backoff } = phasesOf(policy);
	const { minDelayTarget: min, maxDelayTarget: max, backoffFunction } = policy;
	const times = (count: number, delay: number) => Array.from({ length: count }, () => delay);
	return [
		...times(noDelay, 0),
		...times(minDelay, min),
		...Array.from({ length: Math.max(backoff, 0) }, (_, i) =>
			backedOff(backoffFunction ?? 'linear', min, max, i, backoff),
		),
		...times(maxDelay, max),
	];
}

/** AWS draws these curves and gives no formula: all go from the one to the other, each bent as its name says. */
function backedOff(how: BackoffFunction, min: number, max: number, index: number, count: number) {
	if (count === 1) return min;
	const part = index / (count - 1);
	const rise = {
		linear: () => part,
		arithmetic: () => (index * (index + 1)) / ((count - 1) * count),
		geometric: () => (min === max ? 0 : (min * (max / min) ** part - min) / (max - min)),
		exponential: () => (2 ** index - 1) / (2 ** (count - 1) - 1),
	};
	return min + (max - min) * rise[how]();
}

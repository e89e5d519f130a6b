/** SNS's stand-in, asked by AWS's own client and listened to by a subscriber that answers as it is told. */
import {
	GetSubscriptionAttributesCommand,
	ListSubscriptionsByTopicCommand,
	SetSubscriptionAttributesCommand,
	SNSClient,
	SubscribeCommand,
	UnsubscribeCommand,
	ConfirmSubscriptionCommand,
} from '@aws-sdk/client-sns';
import { createVerify, X509Certificate } from 'node:crypto';
import { useLocalAws } from '../use-local-aws.mts';
import { listenOnLoopback, type LoopbackServer } from '../http/loopback-server.mts';
import { topicArnOf } from './topics.mts';

const TOPIC = topicArnOf('whatsapp-events');
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:lost-events';

const aws = useLocalAws();
let client: SNSClient;
let subscriber: LoopbackServer;
let statuses: number[];
let received: Array<{ type: string; subscription: string | undefined; body: string }>;

beforeAll(async () => {
	client = new SNSClient({
		region: aws.region,
		endpoint: aws.endpoints.sns,
		credentials: aws.credentials,
		maxAttempts: 1,
	});
	subscriber = await listenOnLoopback(0, async (request, response) => {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const { headers } = request;
		received.push({
			type: String(headers['x-amz-sns-message-type']),
			subscription: headers['x-amz-sns-subscription-arn']?.toString(),
			body,
		});
		response.writeHead(statuses.shift() ?? 200).end();
	});
});
beforeEach(async () => {
	aws.sns.deliveries.settings.pace = 0.0001;
	statuses = [];
	received = [];
});
afterAll(async () => {
	client.destroy();
	await subscriber.close();
});

async function subscribe(Attributes?: Record<string, string>): Promise<string> {
	const { SubscriptionArn = '' } = await client.send(
		new SubscribeCommand({
			TopicArn: TOPIC,
			Protocol: 'http',
			Endpoint: subscriber.url,
			ReturnSubscriptionArn: true,
			Attributes,
		}),
	);
	await aws.sns.deliveries.settled();
	return SubscriptionArn;
}

/** Confirmed, and with nothing on record yet. */
async function subscribed(attributes?: Record<string, string>): Promise<string> {
	const arn = await subscribe(attributes);
	aws.sns.topics.find(arn).isConfirmed = true;
	aws.sns.deliveries.attempts.length = 0;
	received.length = 0;
	return arn;
}

const set = async (SubscriptionArn: string, AttributeName: string, AttributeValue: string) =>
	await client.send(
		new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
	);

const attributesOf = async (SubscriptionArn: string) =>
	(await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes ?? {};

const policy = (healthyRetryPolicy: object, more: object = {}) =>
	JSON.stringify({ healthyRetryPolicy, ...more });

const SHORT = { minDelayTarget: 1, maxDelayTarget: 1, numRetries: 2 };

async function published(...answers: number[]) {
	statuses = answers;
	aws.sns.publish(TOPIC, 'An event');
	await aws.sns.deliveries.settled();
	return aws.sns.deliveries.attempts.map(({ status }) => status);
}

describe('a message is delivered', () => {
	it.each([
		['until it is taken', [500, 429, 503, 204], [500, 429, 503, 204]],
		['four times by default', [500, 500, 500, 500, 200], [500, 500, 500, 500]],
		['once where it is refused for good', [403, 200], [403]],
		['once where it is not found', [404, 200], [404]],
		['once where it is sent elsewhere', [302, 200], [302]],
	])('%s', async (_how, answers, attempts) => {
		await subscribed();
		expect(await published(...answers)).toEqual(attempts);
	});

	it("as often as its subscription's policy says", async () => {
		await subscribed({ DeliveryPolicy: policy(SHORT) });
		expect(await published(500, 500, 500, 500)).toEqual([500, 500, 500]);
	});

	it('again if there is no answer', async () => {
		const arn = await subscribed();
		aws.sns.topics.find(arn).endpoint = 'http://127.0.0.1:1/';
		expect(await published()).toEqual([0, 0, 0, 0]);
	});

	it("no faster than its subscription's policy says", async () => {
		await subscribed({
			DeliveryPolicy: policy(SHORT, { throttlePolicy: { maxReceivesPerSecond: 20 } }),
		});
		const started = performance.now();
		for (let n = 0; n < 10; n++) aws.sns.publish(TOPIC, 'An event');
		await aws.sns.deliveries.settled();
		expect(performance.now() - started).toBeGreaterThan(9 * 50 - 10);
	});

	it('to those who were subscribed when it was published', async () => {
		aws.sns.publish(TOPIC, 'Too early');
		await subscribed();
		aws.sns.publish(TOPIC, 'In time');
		expect(aws.sns.publications.map(({ endpoints }) => endpoints)).toEqual([[], [subscriber.url]]);
	});
});

describe('an undeliverable message', () => {
	it('is dropped', async () => {
		const subscriptionArn = await subscribed();
		await published(404);
		expect(aws.sns.deliveries.dropped).toMatchObject([
			{ reason: 'client error', subscriptionArn, attempts: [{ status: 404 }] },
		]);
		expect(aws.sns.deliveries.deadLetters).toEqual([]);
	});

	it('goes to the queue of its subscription', async () => {
		await subscribed({
			DeliveryPolicy: policy(SHORT),
			RedrivePolicy: JSON.stringify({ deadLetterTargetArn: QUEUE }),
		});
		await published(500, 502, 504);
		expect(aws.sns.deliveries.deadLetters).toMatchObject([
			{
				queueArn: QUEUE,
				reason: 'retries exhausted',
				message: { Message: 'An event' },
				attempts: [{ status: 500 }, { status: 502 }, { status: 504 }],
			},
		]);
		expect(aws.sns.deliveries.dropped).toEqual([]);
	});
});

describe('a delivery policy', () => {
	it.each([
		['{', 'failed to parse JSON'],
		['[]', 'the policy must be a JSON object'],
		['{"retries":3}', 'Unexpected JSON member: retries'],
		[policy({ ...SHORT, retries: 3 }), 'Unexpected JSON member: retries'],
		[policy({ numRetries: 3 }), 'minDelayTarget must be an integer'],
		[policy({ ...SHORT, minDelayTarget: 0 }), 'minDelayTarget must be greater than or equal to 1'],
		[policy({ ...SHORT, minDelayTarget: 2 }), 'maxDelayTarget must be greater than or equal to 2'],
		[policy({ ...SHORT, maxDelayTarget: 3601 }), 'maxDelayTarget must be less than'],
		[policy({ ...SHORT, numRetries: 101 }), 'numRetries must be less than or equal to 100'],
		[policy({ ...SHORT, numRetries: 1.5 }), 'numRetries must be an integer'],
		[policy({ ...SHORT, numMaxDelayRetries: 3 }), 'at least the sum'],
		[policy({ ...SHORT, backoffFunction: 'steep' }), 'backoffFunction must be one of'],
		[
			policy({ minDelayTarget: 40, maxDelayTarget: 40, numRetries: 91 }),
			'total retry time of 3640 seconds must not exceed 3600 seconds',
		],
		[
			policy(SHORT, { throttlePolicy: { maxReceivesPerSecond: 0 } }),
			'maxReceivesPerSecond must be',
		],
	])('%s is refused', async (text, reason) => {
		const told = {
			name: 'InvalidParameterException',
			message: expect.stringContaining(reason),
		};
		await expect(subscribe({ DeliveryPolicy: text })).rejects.toMatchObject(told);
		const arn = await subscribed();
		await expect(set(arn, 'DeliveryPolicy', text)).rejects.toMatchObject(told);
	});

	it('may span an hour', async () => {
		await subscribe({
			DeliveryPolicy: policy({ minDelayTarget: 36, maxDelayTarget: 36, numRetries: 100 }),
		});
	});
});

describe('the attributes of a subscription', () => {
	it('are reported as SNS reports them', async () => {
		const arn = await subscribed({ DeliveryPolicy: policy(SHORT) });
		const {
			DeliveryPolicy = '',
			EffectiveDeliveryPolicy = '',
			...others
		} = await attributesOf(arn);
		const own = {
			healthyRetryPolicy: {
				...SHORT,
				numMaxDelayRetries: null,
				numNoDelayRetries: null,
				numMinDelayRetries: null,
				backoffFunction: null,
			},
			sicklyRetryPolicy: null,
			throttlePolicy: null,
			requestPolicy: null,
			guaranteed: false,
		};
		expect(JSON.parse(DeliveryPolicy)).toEqual(own);
		expect(JSON.parse(EffectiveDeliveryPolicy)).toMatchObject({
			healthyRetryPolicy: { ...SHORT, numNoDelayRetries: 0, backoffFunction: 'linear' },
		});
		expect(others).toEqual({
			SubscriptionArn: arn,
			TopicArn: TOPIC,
			Endpoint: subscriber.url,
			Protocol: 'http',
			Owner: '111122223333',
			SubscriptionPrincipal: 'arn:aws:iam::111122223333:user/whatsapp-sender',
			PendingConfirmation: 'false',
			RawMessageDelivery: 'false',
			ConfirmationWasAuthenticated: 'false',
		});
	});

	it('can be set and removed', async () => {
		const arn = await subscribed();
		const redrive = JSON.stringify({ deadLetterTargetArn: QUEUE });
		await set(arn, 'RedrivePolicy', redrive);
		await set(arn, 'DeliveryPolicy', policy(SHORT));
		await set(arn, 'RawMessageDelivery', 'true');
		expect(await attributesOf(arn)).toMatchObject({
			RedrivePolicy: redrive,
			DeliveryPolicy: expect.stringContaining('"numRetries":2'),
			RawMessageDelivery: 'true',
		});
		await set(arn, 'RedrivePolicy', '');
		expect(await attributesOf(arn)).not.toHaveProperty('RedrivePolicy');
	});

	it.each([
		['of another region', 'arn:aws:sqs:eu-west-2:111122223333:lost-events'],
		['of another account', 'arn:aws:sqs:eu-west-1:999922223333:lost-events'],
		['that is a topic', TOPIC],
	])('cannot name a queue %s', async (_which, deadLetterTargetArn) => {
		const arn = await subscribed();
		await expect(
			set(arn, 'RedrivePolicy', JSON.stringify({ deadLetterTargetArn })),
		).rejects.toMatchObject({ name: 'InvalidParameterException' });
	});

	it('are not changed by subscribing again', async () => {
		const arn = await subscribed({ DeliveryPolicy: policy(SHORT) });
		expect(await subscribe()).toBe(arn);
		expect(await subscribe({ DeliveryPolicy: policy(SHORT) })).toBe(arn);
		await expect(subscribe({ RawMessageDelivery: 'true' })).rejects.toMatchObject({
			name: 'InvalidParameterException',
			message:
				'Invalid parameter: Attributes Reason: Subscription already exists with different attributes',
		});
	});
});

describe('the end of a subscription', () => {
	it('is announced to the subscriber, signed, with a way back', async () => {
		const arn = await subscribed();
		await client.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
		await aws.sns.deliveries.settled();
		const [farewell] = received;
		expect(farewell).toMatchObject({ type: 'UnsubscribeConfirmation', subscription: arn });
		const message = JSON.parse(farewell?.body ?? '') as Record<string, string>;
		expect(message).toMatchObject({
			Type: 'UnsubscribeConfirmation',
			TopicArn: TOPIC,
			Message: expect.stringContaining(`deactivate subscription ${arn}.`),
			SubscribeURL: expect.stringContaining(message.Token ?? '?'),
		});
		const names = 'Message MessageId SubscribeURL Timestamp Token TopicArn Type'.split(' ');
		const text = names.map((name) => `${name}\n${message[name]}\n`).join('');
		const { publicKey } = new X509Certificate(aws.sns.certificate.pem);
		expect(
			createVerify('RSA-SHA1')
				.update(text)
				.verify(publicKey, message.Signature ?? '', 'base64'),
		).toBe(true);

		await client.send(new ConfirmSubscriptionCommand({ TopicArn: TOPIC, Token: message.Token }));
		const { Subscriptions } = await client.send(
			new ListSubscriptionsByTopicCommand({ TopicArn: TOPIC }),
		);
		expect(Subscriptions).toMatchObject([{ SubscriptionArn: arn, Endpoint: subscriber.url }]);
	});
});

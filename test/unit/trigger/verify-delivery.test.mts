/** Who is let in to a trigger, what that says, and what it costs in calls to AWS. */
import {
	confirmation,
	foreignCertificate,
	notification,
	signed,
	type SigningCertificate,
	type SnsMessage,
} from '../../../local-aws/index.mts';
import { rememberTopic } from '../../../nodes/AwsWhatsAppTrigger/subscription/expectedTopic.ts';
import { HOST, TOPIC } from './checker.mts';
import { confirmed, Trigger } from './webhook.mts';

const OTHER = 'arn:aws:sns:eu-west-1:111122223333:other';
const DETAILS = '/v1/whatsapp/waba/details';
const MINUTE = 60_000;

let certificate: SigningCertificate;
beforeAll(async () => (certificate = await foreignCertificate()));
const SIGNATURE = Buffer.alloc(256, 7).toString('base64');

let trigger: Trigger;
let triggers = 0;
let hour = Date.now();
/** Every test has a trigger of its own, and begins when what came before is forgotten. */
beforeEach(() => {
	hour += 60 * MINUTE;
	jest.useFakeTimers({ now: hour, doNotFake: [...NOT_DATE] });
	trigger = new Trigger(`trigger-${triggers++}`);
	trigger.certificate = certificate.pem;
});
afterEach(() => jest.useRealTimers());

const NOT_DATE = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

const later = (ms: number) => jest.setSystemTime(Date.now() + ms);

const destination = (arn: string) => () => ({
	statusCode: 200,
	headers: {},
	body: { account: { eventDestinations: [{ eventDestinationArn: arn }] } },
});

const genuine = (message: SnsMessage = notification(TOPIC, 'Hello')) =>
	signed(message, certificate, HOST, 1);
const ended = (topic = TOPIC) => ({
	...confirmation(topic, 'token', HOST),
	Type: 'UnsubscribeConfirmation',
});
const forged = (message: SnsMessage = notification(TOPIC, 'Hello')) => ({
	...message,
	SignatureVersion: '1',
	Signature: SIGNATURE,
	SigningCertURL: `${HOST}/SimpleNotificationService-madeUp.pem`,
});
const madeUp = (index: number) => `arn:aws:sns:eu-west-1:111122223333:made-up-${index}`;

/** The answers to a thousand messages at once. */
const thousand = async (message: (index: number) => SnsMessage) =>
	new Set(
		await Promise.all(
			Array.from({ length: 1_000 }, async (_, index) => await trigger.post(message(index))),
		),
	);

describe('a genuine message', () => {
	beforeEach(() => (trigger.staticData = { topicArn: TOPIC }));

	it('says what was published', async () => {
		expect(await trigger.post(genuine())).toEqual({ kind: 'published', content: 'Hello' });
	});

	it('says that a subscription has ended, which a forged one cannot', async () => {
		const message = genuine(ended());
		expect(await trigger.post(message)).toEqual({
			kind: 'unsubscribed',
			messageId: message.MessageId,
		});
		for (const message of [
			{ ...genuine(), Type: 'UnsubscribeConfirmation', Token: 't', SubscribeURL: HOST },
			{ ...genuine(ended()), Token: 'another' },
			{ ...genuine(ended()), Type: 'SubscriptionConfirmation' },
		])
			expect(await trigger.post(message)).toBe(401);
		expect(await trigger.post(genuine(ended(OTHER)))).toBe(403);
		expect(trigger.calls).not.toContain('ConfirmSubscription');
	});

	it('has its subscription confirmed', async () => {
		expect(await trigger.post(genuine(confirmation(TOPIC, 'token', HOST)))).toEqual({
			kind: 'confirmation',
			topicArn: TOPIC,
			token: 'token',
		});
		expect(trigger.calls).toContain('ConfirmSubscription');
	});

	it('must be repeated if its subscription cannot be confirmed', async () => {
		trigger.answer = () => ({ statusCode: 403, headers: {}, body: '<Error/>' });
		expect(await trigger.post(genuine(confirmation(TOPIC, 'token', HOST)))).toBe(503);
	});
});

const made = (topicArn: string, arn = `${topicArn}:1`) => ({
	arn,
	topicArn,
	endpoint: 'https://n8n.example.com/webhook',
	owner: trigger.owner,
});

describe('if the topic is recorded', () => {
	it('one that is being left counts until then', async () => {
		trigger.staticData = { subscriptions: [made(OTHER), made(TOPIC)] };
		rememberTopic(trigger.name, TOPIC);
		for (const topic of [TOPIC, OTHER])
			expect(await trigger.post(genuine(notification(topic, 'Hello')))).toMatchObject({
				kind: 'published',
			});
	});

	beforeEach(() => (trigger.staticData = { topicArn: TOPIC }));

	it('a thousand messages from made-up topics do not call AWS', async () => {
		expect(await thousand((index) => forged(notification(madeUp(index), 'x')))).toEqual(
			new Set([403]),
		);
		expect(await thousand((index) => forged(confirmation(madeUp(index), 'token', HOST)))).toEqual(
			new Set([403]),
		);
		expect(trigger.calls).toEqual([]);
	});

	it('a thousand messages that name it download one certificate', async () => {
		expect(await thousand(() => forged())).toEqual(new Set([503]));
		expect(trigger.calls).toEqual(['certificate']);
	});

	it('a genuine notification from another topic is refused without a call', async () => {
		expect(await trigger.post(genuine(notification(OTHER, 'x')))).toBe(403);
		expect(trigger.calls).toEqual([]);
	});

	it('SNS can confirm the topic to which the event destination has moved', async () => {
		await trigger.post(genuine());
		trigger.answer = (call) => (call === DETAILS ? destination(OTHER)() : confirmed());
		expect(await trigger.post(genuine(confirmation(OTHER, 'token', HOST)))).toEqual({
			kind: 'confirmation',
			topicArn: OTHER,
			token: 'token',
		});
		expect(await trigger.post(genuine(notification(OTHER, 'x')))).toMatchObject({
			kind: 'published',
		});
	});

	it('nobody else makes n8n call AWS, and SNS only once a minute', async () => {
		await trigger.post(genuine());
		trigger.answer = destination(TOPIC);
		trigger.calls.length = 0;
		const moved = genuine(confirmation(OTHER, 'token', HOST));
		expect(await trigger.post({ ...moved, Token: 'other' })).toBe(403);
		expect(await trigger.post({ ...moved, Signature: SIGNATURE })).toBe(403);
		expect(trigger.calls).toEqual([]);
		expect(await thousand(() => moved)).toEqual(new Set([403]));
		expect(trigger.calls).toEqual([DETAILS]);
	});
});

describe('if no topic is recorded', () => {
	it('AWS is called once a minute for all messages together', async () => {
		trigger.answer = destination(TOPIC);
		const unknown = await thousand((index) => forged(notification(madeUp(index), 'x')));
		expect(unknown).toEqual(new Set([403]));
		expect(trigger.calls).toEqual([DETAILS]);
		expect(await trigger.post(genuine())).toMatchObject({ kind: 'published' });
		later(MINUTE);
		expect(await thousand((index) => forged(notification(madeUp(index), 'x')))).toEqual(
			new Set([403]),
		);
		expect(trigger.calls.filter((call) => call === DETAILS)).toHaveLength(2);
	});

	it.each([
		['throttles', 400, { 'x-amzn-errortype': 'ThrottlingException' }],
		['is broken', 500, {}],
		['refuses', 403, { 'x-amzn-errortype': 'AccessDeniedException' }],
	])(
		'AWS is called once a minute if it %s, and the message comes again',
		async (_name, statusCode, headers) => {
			trigger.answer = () => ({ statusCode, headers, body: '{}' });
			expect(await thousand(() => genuine())).toEqual(new Set([503]));
			expect(trigger.calls).toEqual([DETAILS]);
			later(MINUTE - 1);
			expect(await trigger.post(genuine())).toBe(503);
			expect(trigger.calls).toEqual([DETAILS]);
			later(1);
			trigger.answer = destination(TOPIC);
			expect(await trigger.post(genuine())).toMatchObject({ kind: 'published' });
		},
	);

	it('nonsense calls nothing at all', async () => {
		for (const message of [
			{ ...forged(), Signature: 'AAAA' },
			{ ...forged(), Timestamp: 'soon' },
			{ ...forged(), SignatureVersion: '3' },
			{ ...forged(), Type: 'Invitation' },
		])
			expect([401, 403]).toContain(await trigger.post(message));
		for (const body of ['{"Type":', '[]', 'null', '"x"', '{}', '\0', '[[['.repeat(100_000)])
			expect(await trigger.post(body)).toBe(403);
		expect(trigger.calls).toEqual([]);
	});

	it('the topic that is being subscribed to is known', async () => {
		rememberTopic(trigger.name, TOPIC);
		expect(await trigger.post(genuine(notification(OTHER, 'x')))).toBe(403);
		expect(await trigger.post(genuine())).toMatchObject({ kind: 'published' });
		expect(trigger.calls).not.toContain(DETAILS);
	});
});

it("a message that names the trigger's subscription is not delayed by strangers", async () => {
	const renewed = await foreignCertificate();
	const subscriptionArn = `${TOPIC}:5be8f5b0-0c5e-4c0d-9d0e-1f2a3b4c5d6e`;
	trigger.staticData = { subscriptions: [made(TOPIC, subscriptionArn)] };
	await trigger.post(forged());
	trigger.certificate = renewed.pem;
	const message = signed(notification(TOPIC, 'x'), renewed, HOST, 2);
	const headers = { 'x-amz-sns-subscription-arn': `${subscriptionArn}0` };
	expect(await trigger.post(message, { headers })).toBe(503);
	headers['x-amz-sns-subscription-arn'] = subscriptionArn;
	expect(await trigger.post(message, { headers })).toMatchObject({ kind: 'published' });
});

it('the recorded certificate is not delayed by strangers', async () => {
	const renewed = await foreignCertificate();
	trigger.staticData = { topicArn: TOPIC, certificate: `${HOST}/${renewed.fileName}` };
	await trigger.post(forged());
	trigger.certificate = renewed.pem;
	expect(await trigger.post(signed(notification(TOPIC, 'x'), renewed, HOST, 2))).toMatchObject({
		kind: 'published',
	});
});

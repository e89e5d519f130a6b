import {
	confirmation,
	foreignCertificate,
	notification,
	signed,
	type SigningCertificate,
	type SnsMessage,
} from '../../../local-aws/index.mts';
import { json } from '../../../form/unknown.ts';
import { isSnsMessage } from '../../../nodes/AwsWhatsAppTrigger/sns/message.ts';
import { isSecret } from '../../../nodes/AwsWhatsAppTrigger/verifyDelivery.ts';
import { Checker, HOST, TOPIC, type Circumstances } from './checker.mts';

let certificate: SigningCertificate;
let stranger: SigningCertificate;
beforeAll(async () => {
	[certificate, stranger] = await Promise.all([foreignCertificate(), foreignCertificate()]);
});

/** Every test has a process of its own. */
let checker: Checker;
beforeEach(() => (checker = new Checker(() => ({ status: 200, body: certificate.pem }))));

const check = async (message: SnsMessage, circumstances?: Circumstances) =>
	await checker.check(message, circumstances);

const plain = (content = 'Hello', subject?: string) => notification(TOPIC, content, subject);
const genuine = (message = plain(), version: 1 | 2 = 1, endpoint = HOST) =>
	signed(message, certificate, endpoint, version);

describe('a message of SNS', () => {
	it.each([1, 2] as const)('is accepted with signature version %i', async (version) => {
		expect(await check(genuine(plain(), version))).toBe('genuine');
		expect(await check(genuine(plain('Hällo 💻\n\u2028', 'Subject'), version))).toBe('genuine');
		expect(await check(genuine(confirmation(TOPIC, 'token', HOST), version))).toBe('genuine');
		const end = { ...confirmation(TOPIC, 'token', HOST), Type: 'UnsubscribeConfirmation' };
		expect(await check(genuine(end, version))).toBe('genuine');
	});

	it('is accepted if it is almost 75 minutes old, and if it is a little ahead', async () => {
		const message = genuine();
		const sent = Date.parse(message.Timestamp ?? '');
		expect(await check(message, { now: sent + 75 * 60_000 - 1 })).toBe('genuine');
		expect(await check(message, { now: sent - 14 * 60_000 })).toBe('genuine');
	});

	it.each([
		['aws', 'eu-west-1', 'https://sns.eu-west-1.amazonaws.com'],
		['aws-cn', 'cn-north-1', 'https://sns.cn-north-1.amazonaws.com.cn'],
		['aws-us-gov', 'us-gov-west-1', 'https://sns.us-gov-west-1.amazonaws.com'],
		['aws-eusc', 'eusc-de-east-1', 'https://sns.eusc-de-east-1.amazonaws.eu'],
	])('is accepted from partition %s', async (partition, region, host) => {
		const topicArn = `arn:${partition}:sns:${region}:111122223333:whatsapp-events`;
		expect(await check(genuine(notification(topicArn, 'x'), 2, host), { topicArn })).toBe(
			'genuine',
		);
	});
});

describe('a forgery', () => {
	it.each(['Message', 'MessageId', 'Timestamp', 'Subject'])(
		'is refused if its %s was changed',
		async (member) => {
			const message = genuine(plain('Hello', 'Subject'));
			const value = member === 'Timestamp' ? new Date(Date.now() - 1000).toISOString() : 'changed';
			expect(await check({ ...message, [member]: value })).toBe(401);
		},
	);

	it('is refused if a subject was added or removed, or the type was changed', async () => {
		expect(await check({ ...genuine(), Subject: 'Added' })).toBe(401);
		const { Subject: _subject, ...without } = genuine(plain('Hello', 'Subject'));
		expect(await check(without)).toBe(401);
		const confirmed = genuine(confirmation(TOPIC, 'token', HOST));
		expect(await check({ ...confirmed, Token: 'other' })).toBe(401);
		expect(await check({ ...confirmed, Type: 'Notification' })).toBe(401);
	});

	it.each([
		'',
		'AAAA',
		'not base64 !!',
		`${'A'.repeat(343)}\n`,
		'A'.repeat(345),
		'A'.repeat(2_000),
	])('is refused without a download with signature %j', async (Signature) => {
		expect(await check({ ...genuine(), Signature })).toBe(401);
		expect(checker.fetched).toEqual([]);
	});

	it('is refused with a signature that only looks like one', async () => {
		expect(await check({ ...genuine(), Signature: 'A'.repeat(344) })).toBe(401);
		expect(await check({ ...genuine(), Signature: `${'/'.repeat(342)}==` })).toBe(401);
	});

	it('is refused if the signature is of the other version', async () => {
		expect(await check({ ...genuine(plain(), 1), SignatureVersion: '2' })).toBe(401);
		expect(await check({ ...genuine(plain(), 2), SignatureVersion: '1' })).toBe(401);
	});

	it('is refused if someone else signed it', async () => {
		const message = { ...genuine(), Signature: signed(plain(), stranger, HOST, 1).Signature ?? '' };
		expect(await check(message)).toBe(401);
	});

	it('is refused without a download if it is from another topic', async () => {
		const other = 'arn:aws:sns:eu-west-1:111122223333:other';
		expect(await check(genuine(notification(other, 'x')))).toBe(403);
		expect(checker.fetched).toEqual([]);
	});

	it.each([
		['a stranger', 'https://evil.example.com'],
		['a name that ends like it', 'https://evil-sns.eu-west-1.amazonaws.com'],
		['a name that begins like it', 'https://sns.eu-west-1.amazonaws.com.evil.example'],
		['a bucket', 'https://sns.s3.eu-west-1.amazonaws.com'],
		['another Region', 'https://sns.us-east-1.amazonaws.com'],
		['another partition', 'https://sns.eu-west-1.amazonaws.com.cn'],
		['plain HTTP', 'http://sns.eu-west-1.amazonaws.com'],
		['another port', 'https://sns.eu-west-1.amazonaws.com:8443'],
		['a user in the address', 'https://user:pass@sns.eu-west-1.amazonaws.com'],
		['a folder', 'https://sns.eu-west-1.amazonaws.com/folder'],
		['no address at all', 'sns'],
		['a file', 'file:///etc'],
	])('is refused without a download if the certificate is at %s', async (_name, endpoint) => {
		expect(await check(genuine(plain(), 1, endpoint))).toBe(403);
		expect(checker.fetched).toEqual([]);
	});

	it.each([
		'/SimpleNotificationService-../../x.pem',
		'/SimpleNotificationService-.pem',
		'/certificate.pem',
		'/SimpleNotificationService-aa.pem?x=1',
		'/SimpleNotificationService-aa.pem#x',
		'/SimpleNotificationService-aa.pem/..',
		'/simplenotificationservice-aa.pem',
	])('is refused if the certificate is at path %s', async (path) => {
		expect(await check({ ...genuine(), SigningCertURL: `${HOST}${path}` })).toBe(403);
		expect(checker.fetched).toEqual([]);
	});

	it("is refused with a custom endpoint's certificate unless the credential names that endpoint", async () => {
		const own = 'http://127.0.0.1:4566';
		const message = genuine(plain(), 1, own);
		expect(await check(message)).toBe(403);
		expect(await check(message, { ownEndpoint: 'http://127.0.0.1:4567' })).toBe(403);
		expect(await check(message, { ownEndpoint: `${own}/sns/` })).toBe('genuine');
	});

	it('is refused without a download if it has no time', async () => {
		expect(await check(genuine({ ...plain(), Timestamp: 'soon' }))).toBe(403);
		expect(checker.fetched).toEqual([]);
	});
});

describe("a message that is not SNS's", () => {
	it.each([
		['no JSON', '{broken'],
		['a text', '"x"'],
		['a list', '[]'],
		['null', 'null'],
		['an unknown type', { Type: 'Invitation' }],
		['an inherited type', { Type: 'constructor' }],
		['no type', { Type: undefined }],
		['no signature', { Signature: undefined }],
		['a signature that is an object', { Signature: {} }],
		['version 3', { SignatureVersion: '3' }],
		['version 1 as a number', { SignatureVersion: 1 }],
		['a message that is a list', { Message: ['x'] }],
		['a subject that is a number', { Subject: 7 }],
		['a confirmation without a token', { Type: 'SubscriptionConfirmation', SubscribeURL: 'x' }],
	])('is not read: %s', (_name, change) => {
		const body = typeof change === 'string' ? json(change) : { ...genuine(), ...change };
		expect(isSnsMessage(body)).toBe(false);
	});
});

describe('a secret', () => {
	it('is compared in full', () => {
		expect(isSecret('correct horse', 'correct horse')).toBe(true);
		for (const given of [
			'correct hors',
			'correct horsf',
			'',
			'Correct horse',
			undefined,
			['correct horse'],
			7,
		])
			expect(isSecret(given, 'correct horse')).toBe(false);
	});
});

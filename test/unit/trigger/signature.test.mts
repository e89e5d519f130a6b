import { foreignCertificate, type SigningCertificate } from '../../local-aws/sns/certificate.mts';
import {
	confirmation,
	notification,
	signed,
	type SnsMessage,
} from '../../local-aws/sns/message.mts';
import { snsMessageIn } from '../../../nodes/AwsWhatsAppTrigger/sns/message.ts';
import { Refusal } from '../../../nodes/AwsWhatsAppTrigger/sns/refusal.ts';
import { isSecret } from '../../../nodes/AwsWhatsAppTrigger/sns/secret.ts';
import { checkMessage } from '../../../nodes/AwsWhatsAppTrigger/sns/signature.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
const HOST = 'https://sns.eu-west-1.amazonaws.com';

let certificate: SigningCertificate;
let stranger: SigningCertificate;
beforeAll(async () => {
	[certificate, stranger] = await Promise.all([foreignCertificate(), foreignCertificate()]);
});

/** What is on the other side: addresses that were fetched, and the answers. */
let fetched: string[];
beforeEach(() => (fetched = []));

interface Check {
	topicArn?: string;
	ownEndpoint?: string;
	now?: number;
	answer?: { status: number; body: string } | Error;
}

async function check(
	message: SnsMessage,
	{ answer, topicArn = TOPIC, ownEndpoint, now }: Check = {},
) {
	const read = snsMessageIn(JSON.stringify(message));
	if (!read) return 'unreadable';
	const fetch = async (url: string) => {
		fetched.push(url);
		if (answer instanceof Error) throw answer;
		return answer ?? { status: 200, body: certificate.pem };
	};
	try {
		await checkMessage(read, { topicArn, fetch, ownEndpoint: async () => ownEndpoint }, now);
		return 'genuine';
	} catch (failure) {
		if (failure instanceof Refusal) return failure.status;
		throw failure;
	}
}

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

	it('is accepted where it is a day old less a moment, and a little ahead', async () => {
		const message = genuine();
		const sent = Date.parse(message.Timestamp ?? '');
		expect(await check(message, { now: sent + 24 * 3_600_000 - 1 })).toBe('genuine');
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

	it('has its certificate fetched only once', async () => {
		const again = await foreignCertificate();
		const message = signed(plain(), again, HOST, 1);
		const answer = { status: 200, body: again.pem };
		await check(message, { answer });
		await check(message, { answer });
		expect(fetched).toEqual([`${HOST}/${again.fileName}`]);
	});
});

describe('a forgery', () => {
	it.each(['Message', 'MessageId', 'Timestamp', 'Subject'])(
		'is refused when its %s was changed',
		async (member) => {
			const message = genuine(plain('Hello', 'Subject'));
			const value = member === 'Timestamp' ? new Date(Date.now() - 1000).toISOString() : 'changed';
			expect(await check({ ...message, [member]: value })).toBe(401);
		},
	);

	it('is refused when a subject was added or taken away, and when the type was changed', async () => {
		expect(await check({ ...genuine(), Subject: 'Added' })).toBe(401);
		const { Subject: _subject, ...without } = genuine(plain('Hello', 'Subject'));
		expect(await check(without)).toBe(401);
		const confirmed = genuine(confirmation(TOPIC, 'token', HOST));
		expect(await check({ ...confirmed, Token: 'other' })).toBe(401);
		expect(await check({ ...confirmed, Type: 'Notification' })).toBe(401);
	});

	it.each(['', 'AAAA', 'not base64 !!', 'A'.repeat(344)])(
		'is refused with signature %j',
		async (Signature) => {
			expect(await check({ ...genuine(), Signature })).toBe(401);
		},
	);

	it('is refused where the signature is of the other version', async () => {
		expect(await check({ ...genuine(plain(), 1), SignatureVersion: '2' })).toBe(401);
		expect(await check({ ...genuine(plain(), 2), SignatureVersion: '1' })).toBe(401);
	});

	it('is refused where somebody else signed it', async () => {
		const message = { ...genuine(), Signature: signed(plain(), stranger, HOST, 1).Signature ?? '' };
		expect(await check(message)).toBe(401);
	});

	it('is refused before anything is fetched where it is from another topic', async () => {
		const other = 'arn:aws:sns:eu-west-1:111122223333:other';
		expect(await check(genuine(notification(other, 'x')))).toBe(403);
		expect(fetched).toEqual([]);
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
	])(
		'is refused, with nothing fetched, where the certificate is at %s',
		async (_name, endpoint) => {
			expect(await check(genuine(plain(), 1, endpoint))).toBe(403);
			expect(fetched).toEqual([]);
		},
	);

	it.each([
		'/SimpleNotificationService-../../x.pem',
		'/SimpleNotificationService-.pem',
		'/certificate.pem',
		'/SimpleNotificationService-aa.pem?x=1',
		'/SimpleNotificationService-aa.pem#x',
		'/SimpleNotificationService-aa.pem/..',
		'/simplenotificationservice-aa.pem',
	])('is refused where the certificate is at path %s', async (path) => {
		expect(await check({ ...genuine(), SigningCertURL: `${HOST}${path}` })).toBe(403);
		expect(fetched).toEqual([]);
	});

	it("trusts a custom endpoint's certificates only where the credential names that endpoint", async () => {
		const own = 'http://127.0.0.1:4566';
		const message = genuine(plain(), 1, own);
		expect(await check(message)).toBe(403);
		expect(await check(message, { ownEndpoint: 'http://127.0.0.1:4567' })).toBe(403);
		expect(await check(message, { ownEndpoint: `${own}/sns/` })).toBe('genuine');
	});

	it.each([
		['a redirect', { status: 302, body: '' }, 403],
		['nothing', { status: 404, body: '' }, 403],
		['an error', { status: 500, body: '' }, 503],
		['"too many"', { status: 429, body: '' }, 503],
		['no answer', new Error('ECONNREFUSED'), 503],
		['no certificate', { status: 200, body: '<html>' }, 403],
		['an empty answer', { status: 200, body: '' }, 403],
		['far too much', { status: 200, body: 'A'.repeat(20_000) }, 403],
	])(
		'is answered as it should where the address of the certificate gives %s',
		async (_name, answer, status) => {
			const message = signed(plain(), await foreignCertificate(), HOST, 1);
			expect(await check(message, { answer })).toBe(status);
		},
	);

	it('is refused where the certificate is not valid yet or no longer', async () => {
		const expired = await foreignCertificate();
		const years = 3 * 365 * 24 * 3_600_000;
		const Timestamp = new Date(Date.now() + years).toISOString();
		const message = signed({ ...plain(), Timestamp }, expired, HOST, 1);
		const answer = { status: 200, body: expired.pem };
		expect(await check(message, { now: Date.parse(Timestamp), answer })).toBe(403);
	});

	it.each([
		['more than a day old', new Date(Date.now() - 24 * 3_600_000 - 1000).toISOString()],
		['from tomorrow', new Date(Date.now() + 24 * 3_600_000).toISOString()],
		['without a time', 'soon'],
	])('is refused where it is %s', async (_name, Timestamp) => {
		expect(await check(genuine({ ...plain(), Timestamp }))).toBe(403);
		expect(fetched).toEqual([]);
	});
});

describe('what is no message of SNS', () => {
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
		const body = typeof change === 'string' ? change : JSON.stringify({ ...genuine(), ...change });
		expect(snsMessageIn(body)).toBeUndefined();
	});
});

describe('a secret', () => {
	it('is known by its every letter', () => {
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

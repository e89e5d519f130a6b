/** Thousands of posts from strangers to an active trigger: what they cost, and whom they hold up. */
import { setTimeout as wait } from 'node:timers/promises';
import { notification, signed, topicArnOf, type SnsMessage } from '../../local-aws/index.mts';
import { openDemo, type Demo } from './demo.mts';
import { activate, executionsOf, listener, TOPIC, untilSubscribed } from './live.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

const POSTS = 1_000;
/** How many strangers post at the same time. */
const STRANGERS = 4;
const MINUTE_MS = 60_000;
const MEBIBYTE = 1024 * 1024;

jest.setTimeout(480_000);

let demo: Demo;
let server: N8nServer;
let port: number;

beforeAll(async () => {
	demo = await openDemo({
		env: {
			// n8n's isolates cannot take such a crowd, whatever the node does; see flood.test.mts.
			N8N_EXPRESSION_ENGINE: 'legacy',
			// Where there is room, Node.js lets garbage grow to more than a gigabyte before it looks.
			NODE_OPTIONS: '--max-old-space-size=400',
		},
		workflowsFor: (aws) => [listener(aws, 'first')],
	});
	port = await freePort();
	server = await demo.home.serve(port);
	await activate(server, 'first');
	await untilSubscribed(demo.aws, 1);
	// Until n8n has stopped looking at what it has just confirmed.
	await wait(2_500);
	demo.aws.requests.length = 0;
});
afterAll(async () => await demo?.dispose());

const SIGNATURE = Buffer.alloc(256, 7).toString('base64');
const genuine = (message: SnsMessage = notification(TOPIC, '{}')) =>
	signed(message, demo.aws.sns.certificate, demo.aws.endpoints.sns, 1);
const forged = (message: SnsMessage, name = demo.aws.sns.certificate.fileName) => ({
	...message,
	SignatureVersion: '1',
	Signature: SIGNATURE,
	SigningCertURL: `${demo.aws.endpoints.sns}/${name}`,
});
const subscriptionLike = { Token: 'token', SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/' };
const madeUpName = (index: number) => `SimpleNotificationService-${index.toString(16)}.pem`;
const madeUpTopic = (index: number) => topicArnOf(`made-up-${index}`);

/** All kinds of posts that a stranger can think of, one after the other. */
const KINDS: Array<(index: number) => unknown> = [
	(index) => forged(notification(madeUpTopic(index), 'x'), madeUpName(index)),
	(index) => forged(notification(TOPIC, 'x'), madeUpName(index)),
	() => forged(notification(TOPIC, 'x')),
	(index) => ({
		...forged(notification(madeUpTopic(index), 'x'), madeUpName(index)),
		...subscriptionLike,
		Type: 'SubscriptionConfirmation',
	}),
	(index) => ({
		...forged(notification(TOPIC, 'x'), madeUpName(index)),
		...subscriptionLike,
		Type: 'UnsubscribeConfirmation',
	}),
	() => ({ ...genuine(), ...subscriptionLike, Type: 'UnsubscribeConfirmation' }),
	() => ({ ...genuine(), ...subscriptionLike, Type: 'SubscriptionConfirmation' }),
	(index) => ({
		...forged(notification(TOPIC, 'x'), madeUpName(index)),
		Timestamp: new Date(index * 1e9).toISOString(),
	}),
	(index) => ({
		...forged(notification(TOPIC, 'x')),
		SigningCertURL: `https://127.0.0.1:1/${madeUpName(index)}`,
	}),
	() => ({ ...genuine(), Message: 'changed' }),
	() => ({ ...genuine(), Signature: 'AAAA' }),
	() => ({ ...genuine(), TopicArn: [TOPIC], Message: { toString: 'x' } }),
	() => '{"Type":"Notification"',
	() => `{"Type":${'['.repeat(50_000)}`,
	(index) => forged(notification(TOPIC, 'x'.repeat(100_000)), madeUpName(index)),
	() => ({ object: 'whatsapp_business_account', entry: [] }),
];

async function postAsStranger(index: number): Promise<number> {
	const body = KINDS[index % KINDS.length]?.(index);
	const response = await fetch(`${server.url}/webhook/webhook-of-first/webhook`, {
		method: 'POST',
		headers: { 'content-type': 'text/plain; charset=UTF-8' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	await response.arrayBuffer();
	return response.status;
}

/** How often each status was answered. */
async function crowd(
	from: number,
	counts: Record<number, number> = {},
): Promise<Record<number, number>> {
	let next = from;
	const stranger = async () => {
		while (next < from + POSTS) {
			const status = await postAsStranger(next++);
			counts[status] = (counts[status] ?? 0) + 1;
		}
	};
	await Promise.all(Array.from({ length: STRANGERS }, stranger));
	return counts;
}

const total = (counts: Record<number, number>) =>
	Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Writes to the business as a customer does; how long it took, in ms, until n8n had taken it at once. */
async function customerWrites(text: string): Promise<number> {
	const { attempts } = demo.aws.sns.deliveries;
	const { length } = attempts;
	const started = performance.now();
	demo.aws.phone.write({
		from: '+4915112345678',
		message: { type: 'text', text: { body: text } },
	});
	while (attempts.length === length) await wait(20);
	const took = performance.now() - started;
	expect(attempts.slice(length)).toMatchObject([{ status: 200 }]);
	return took;
}

/** The largest number of requests to AWS within any minute. */
function mostInAMinute(): number {
	const times = demo.aws.requests.map(({ arrivedAt }) => arrivedAt);
	return Math.max(
		0,
		...times.map(
			(begin) => times.filter((time) => begin <= time && time < begin + MINUTE_MS).length,
		),
	);
}

it(`${POSTS} strangers at a time cost one call a minute and no memory, and delay nobody`, async () => {
	const executed = (await executionsOf(server, 'first')).length;
	const refused = [await crowd(0)];
	const before = server.rssBytes() ?? 0;
	let isOver = false;
	const second = crowd(POSTS).finally(() => (isOver = true));
	const took: number[] = [];
	while (!isOver && took.length < 10) {
		took.push(await customerWrites(`Number ${took.length}`));
		await wait(500);
	}
	refused.push(await second);
	const grown = ((server.rssBytes() ?? 0) - before) / MEBIBYTE;
	console.info(
		`${JSON.stringify(refused)}; ${demo.aws.requests.length} calls; ${grown.toFixed(1)} MiB more; ` +
			`genuine events in ${took.map((ms) => Math.round(ms)).join(', ')} ms`,
	);
	for (const counts of refused) {
		expect(Object.keys(counts).sort()).toEqual(['401', '403', '503']);
		expect(total(counts)).toBe(POSTS);
	}
	expect(mostInAMinute()).toBeLessThanOrEqual(1);
	expect(took.length).toBeGreaterThan(2);
	expect(Math.max(...took)).toBeLessThan(2_000);
	expect(grown).toBeLessThan(64);
	await until(
		'the executions',
		async () => (await executionsOf(server, 'first')).length === executed + took.length,
	);
	expect(demo.aws.requests.map(({ path }) => path).join()).not.toContain('waba');
});

it('an n8n that has just started accepts the genuine event even if strangers came first', async () => {
	await server.kill();
	server = await demo.home.serve(port);
	await wait(2_500);
	demo.aws.requests.length = 0;
	const refused = {};
	const strangers = crowd(2 * POSTS, refused);
	// n8n itself is slow at first.
	await until('strangers who were refused', async () => total(refused) > 200);
	expect(demo.aws.requests.length).toBeGreaterThan(0);
	const took = await customerWrites('The first after the start');
	console.info(`The first genuine event in ${Math.round(took)} ms`);
	await strangers;
	expect(took).toBeLessThan(2_000);
	expect(Object.keys(refused).sort()).toEqual(['401', '403', '503']);
	// At most one for a made-up name that came first, and one for the certificate of SNS.
	const paths = demo.aws.requests.map(({ path }) => path);
	expect(paths.filter((path) => path.includes(demo.aws.sns.certificate.fileName))).toHaveLength(1);
	expect(mostInAMinute()).toBeLessThanOrEqual(2);
});

/** Whatever is posted to an active trigger that does not come from its SNS topic: refused, and nothing starts. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	foreignCertificate,
	notification,
	signed,
	topicArnOf,
	type SnsMessage,
} from '../../local-aws/index.mts';
import { openDemo, type Demo } from './demo.mts';
import { activate, executionsOf, listener, TOPIC, untilSubscribed } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const OTHER_TOPIC = topicArnOf('terraform-events');

jest.setTimeout(180_000);

let demo: Demo;
let server: N8nServer;

beforeAll(async () => {
	demo = await openDemo({ workflowsFor: (aws) => [listener(aws, 'first')] });
	server = await demo.home.serve();
});
afterAll(async () => await demo?.dispose());

async function untilExecuted(id: string, count: number): Promise<void> {
	await demo.aws.sns.deliveries.settled();
	await until(
		`${count} executions of ${id}`,
		async () => (await executionsOf(server, id)).length === count,
		30_000,
	);
}

const webhookUrl = (id: string) => `${server.url}/webhook/webhook-of-${id}/webhook`;

describe('only SNS gets in:', () => {
	let executed: number;
	let thief: Server;
	let thiefUrl: string;
	let thefts: string[];

	beforeAll(async () => {
		await activate(server, 'first');
		await untilSubscribed(demo.aws, 1);
		executed = (await executionsOf(server, 'first')).length;
		thefts = [];
		thief = createServer((request, response) => {
			thefts.push(request.url ?? '');
			response
				.writeHead(302, {
					location: `${demo.aws.endpoints.sns}/${demo.aws.sns.certificate.fileName}`,
				})
				.end();
		});
		await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
		thiefUrl = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
	});
	afterAll(async () => {
		await new Promise((resolve) => thief.close(resolve));
	});

	const content = () =>
		JSON.stringify(
			demo.aws.events.envelope(
				demo.aws.account.businessAccounts[0]!,
				demo.aws.account.phoneNumbers[0]!,
				[
					{
						field: 'messages',
						value: { messages: [{ id: `wamid.${Math.random()}`, type: 'text' }] },
					},
				],
			),
		);
	const genuine = (message: SnsMessage = notification(TOPIC, content())) =>
		signed(message, demo.aws.sns.certificate, demo.aws.endpoints.sns, 1);

	const post = async (body: string | Buffer, headers: Record<string, string> = {}) =>
		(
			await fetch(webhookUrl('first'), {
				method: 'POST',
				headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers },
				body,
			})
		).status;

	const old = () => new Date(Date.now() - 76 * 60_000).toISOString();

	it.each<
		[
			what: string,
			body: () => Promise<string | Buffer> | string | Buffer,
			status: number,
			headers?: Record<string, string>,
		]
	>([
		['a forged signature', () => JSON.stringify({ ...genuine(), Signature: 'AAAA' }), 401],
		['a changed message', () => JSON.stringify({ ...genuine(), Message: content() }), 401],
		[
			'the right signature from the wrong topic',
			() => JSON.stringify(genuine(notification(OTHER_TOPIC, content()))),
			403,
		],
		[
			'a certificate on a foreign host',
			async () => {
				const stranger = await foreignCertificate();
				return JSON.stringify(signed(notification(TOPIC, content()), stranger, thiefUrl, 1));
			},
			403,
		],
		[
			'a certificate that SNS does not have',
			async () => {
				const stranger = await foreignCertificate();
				return JSON.stringify(
					signed(notification(TOPIC, content()), stranger, demo.aws.endpoints.sns, 2),
				);
			},
			503,
		],
		[
			'a replayed old message',
			() => JSON.stringify(genuine({ ...notification(TOPIC, content()), Timestamp: old() })),
			503,
		],
		[
			'a body of three megabytes',
			() => JSON.stringify(genuine(notification(TOPIC, 'x'.repeat(3_000_000)))),
			413,
		],
		['a body that n8n itself refuses', () => Buffer.alloc(17 * 1024 * 1024, 120), 500],
		['broken JSON', () => '{"Type":"Notification"', 403],
		[
			'broken JSON that says it is JSON',
			() => '{"Type":',
			422,
			{ 'content-type': 'application/json' },
		],
		['an unknown type', () => JSON.stringify({ ...genuine(), Type: 'Invitation' }), 403],
		['raw delivery', () => content(), 403, { 'x-amz-sns-rawdelivery': 'true' }],
		[
			'a message that says it is raw',
			() => JSON.stringify(genuine()),
			403,
			{ 'x-amz-sns-rawdelivery': 'true' },
		],
		['what looks like an event', () => content(), 403],
		['an empty body', () => '', 403],
		['a form', () => 'a=1', 403, { 'content-type': 'application/x-www-form-urlencoded' }],
		[
			'bytes',
			() => Buffer.from([0, 255, 254, 1]),
			403,
			{ 'content-type': 'application/octet-stream' },
		],
	])('%s is refused, and nothing starts', async (_what, body, status, headers = {}) => {
		const before = thefts.length;
		expect(await post(await body(), headers)).toBe(status);
		expect(thefts).toHaveLength(before);
	});

	it('a certificate behind a redirect is not downloaded', async () => {
		const { fileName } = demo.aws.sns.certificate;
		demo.aws.sns.certificate.fileName = 'SimpleNotificationService-moved.pem';
		const message = signed(notification(TOPIC, content()), demo.aws.sns.certificate, thiefUrl, 1);
		demo.aws.sns.certificate.fileName = fileName;
		expect(await post(JSON.stringify(message))).toBe(403);
		expect(thefts).toEqual([]);
	});

	it.each(['GET', 'PUT', 'DELETE'])('%s requests are ignored', async (method) => {
		expect((await fetch(webhookUrl('first'), { method })).status).toBe(404);
	});

	it('n8n is alive, has started nothing for any of these, and still listens', async () => {
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(await executionsOf(server, 'first')).toHaveLength(executed);
		expect(await post(JSON.stringify(genuine()))).toBe(200);
		await untilExecuted('first', executed + 1);
	});

	it('a repeated post within the hour starts nothing', async () => {
		const message = JSON.stringify(genuine());
		expect([await post(message), await post(message)]).toEqual([200, 200]);
		await untilExecuted('first', executed + 2);
	});
});

/** The subscription of a trigger in real n8n: kept, moved, repaired, and gone in the end. */
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalAws } from '../../local-aws/index.mts';
import { openDemo, type Demo } from './demo.mts';
import { editAndPublish, setOptions } from './editing.mts';
import {
	activate,
	deactivate,
	executionsOf,
	listener,
	subscriptionsOf,
	TOPIC,
	untilSubscribed,
} from './live.mts';
import { freePort, until } from './process.mts';
import type { N8nServer } from './server.mts';

const QUEUE = TOPIC.replace(':sns:', ':sqs:').replace(/[^:]+$/, 'undelivered');

jest.setTimeout(240_000);

/** A workflow that n8n starts when another one has failed. */
const alarm = {
	id: 'alarm',
	name: 'Alarm',
	active: true,
	settings: { executionOrder: 'v1' },
	nodes: [
		{
			id: 'alarm-trigger',
			name: 'On Error',
			type: 'n8n-nodes-base.errorTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		},
	],
	connections: {},
};

const watched = (aws: LocalAws, id: string, parameters: Record<string, unknown> = {}) => ({
	...listener(aws, id, parameters),
	settings: { executionOrder: 'v1', errorWorkflow: 'alarm' },
});

let demo: Demo;
let port: number;

beforeAll(async () => {
	demo = await openDemo({
		// Four events a second are too many for the isolates of a busy machine.
		env: { N8N_EXPRESSION_ENGINE: 'legacy' },
		workflowsFor: (aws) => [
			alarm,
			watched(aws, 'own'),
			watched(aws, 'others', { subscription: 'external', topicArn: TOPIC }),
		],
	});
	port = await freePort();
});
afterAll(async () => await demo?.dispose());

describe.each([
	['with', 'true'],
	['without', 'false'],
])("%s n8n's publication service", (_with, isOn) => {
	let server: N8nServer;

	const start = async (env: Record<string, string> = {}) =>
		await demo.home.serve(port, { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: isOn, ...env });

	beforeAll(async () => {
		server = await start();
		await activate(server, 'alarm');
	});
	afterAll(async () => {
		await deactivate(server, 'others');
		await server.stop();
	});

	const own = () => subscriptionsOf(demo.aws).find(({ endpoint }) => endpoint.includes('-of-own/'));
	const count = async (id: string) => (await executionsOf(server, id)).length;
	const say = (body: string) =>
		demo.aws.phone.write({ from: '+4915112345678', message: { type: 'text', text: { body } } });

	const edit = async (options: Record<string, unknown>) =>
		await editAndPublish(server, 'own', setOptions(options));

	async function untilNone(): Promise<void> {
		await until('no subscription', async () => subscriptionsOf(demo.aws).length === 0, 15_000);
	}

	async function restart(env?: Record<string, string>): Promise<void> {
		await server.stop();
		server = await start(env);
	}

	it('that AWS denies is reported to the person who publishes', async () => {
		const denial = demo.aws.faults.add({
			kind: 'error',
			action: 'Subscribe',
			status: 403,
			errorName: 'AuthorizationError',
			message: 'User: n8n is not authorized to perform: SNS:Subscribe',
		});
		const refused = await activate(server, 'own').then(
			() => '',
			(error: unknown) => String(error),
		);
		const status = async () =>
			JSON.stringify(await server.rest('GET', '/rest/workflows/own/publication-status'));
		// With the publication service n8n answers at once, and tries five times before it gives up.
		if (isOn === 'true')
			await until('n8n to give up', async () => (await status()).includes('"failed"'));
		expect(isOn === 'true' ? await status() : refused).toContain(
			'AWS denied access to sns:Subscribe. The identity behind the credential is not allowed to do this',
		);
		demo.aws.faults.remove(denial);
	});

	it('retries for an hour, not for a minute', async () => {
		await activate(server, 'own');
		await untilSubscribed(demo.aws, 1);
		const { healthyRetryPolicy, throttlePolicy } = own()?.deliveryPolicy ?? {};
		expect(healthyRetryPolicy).toMatchObject({ numRetries: 35, minDelayTarget: 5 });
		expect(throttlePolicy).toBeNull();
		expect(own()?.deadLetterArn).toBeUndefined();
	});

	it('remains while its workflow is edited and published, and nothing is lost', async () => {
		const { arn } = own() ?? {};
		const before = await count('own');
		demo.aws.sns.deliveries.dropped.length = 0;
		let said = 0;
		const talking = setInterval(() => say(`${(said += 1)}`), 250);
		try {
			for (const options of [{ dropDuplicates: true }, {}, { dropDuplicates: true }]) {
				await edit(options);
				await wait(1_500);
			}
			// As long as unsubscribing takes.
			await wait(4_000);
		} finally {
			clearInterval(talking);
		}
		expect(own()?.arn).toBe(arn);
		await demo.aws.sns.deliveries.settled();
		// n8n itself takes the webhook away for a moment.
		const turnedAway = demo.aws.sns.deliveries.dropped.filter(({ attempts }) =>
			attempts.some(({ status }) => status === 404),
		);
		console.info(`${turnedAway.length} of ${said} events met n8n without the webhook`);
		expect(turnedAway.length).toBeLessThanOrEqual(3);
		await until('all', async () => (await count('own')) === before + said - turnedAway.length);
	});

	it('gets the configured limit and queue, and loses them again', async () => {
		const { arn } = own() ?? {};
		await edit({ maxReceivesPerSecond: 5, deadLetterTargetArn: QUEUE });
		await until('a queue', async () => own()?.deadLetterArn === QUEUE);
		expect(own()?.deliveryPolicy?.throttlePolicy).toMatchObject({ maxReceivesPerSecond: 5 });
		await edit({});
		await until('no queue', async () => own()?.deadLetterArn === undefined);
		await until('no limit', async () => own()?.deliveryPolicy?.throttlePolicy === null);
		expect(own()?.arn).toBe(arn);
	});

	// With the publication service n8n calls no trigger when it starts, and leaves alone for two minutes what
	// it was killed at.
	const whereCalled = isOn === 'true' ? it.skip : it;

	whereCalled('is still there, and known, where AWS fails while n8n starts', async () => {
		const { arn } = own() ?? {};
		const failing = [
			demo.aws.faults.add({ kind: 'error', service: 'sns' }),
			demo.aws.faults.add({ kind: 'error', service: 'socialMessaging' }),
		];
		await restart();
		await wait(12_000);
		for (const fault of failing) demo.aws.faults.remove(fault);
		expect(own()?.arn).toBe(arn);
		const before = await count('own');
		say('After a bad start');
		await until('an execution', async () => (await count('own')) === before + 1);
	});

	it('is restored if someone removes it', async () => {
		const { arn = '' } = own() ?? {};
		demo.aws.sns.unsubscribe(arn);
		await untilSubscribed(demo.aws, 1);
		expect(own()?.arn).not.toBe(arn);
		const before = await count('own');
		say('Once more');
		await until('an execution', async () => (await count('own')) === before + 1);
	});

	it("moves with n8n's URL, and leaves nothing behind", async () => {
		const { arn } = own() ?? {};
		await restart({ WEBHOOK_URL: `http://localhost:${port}/` });
		if (isOn === 'true') await edit({ dropDuplicates: true });
		await until(
			'the new address',
			async () => own()?.endpoint.startsWith('http://localhost:') === true,
			30_000,
		);
		await until('the old to go', async () => subscriptionsOf(demo.aws).length === 1);
		expect(own()?.arn).not.toBe(arn);
		await deactivate(server, 'own');
		await untilNone();
	});

	whereCalled('ends also where n8n was killed in the middle of making it', async () => {
		await restart();
		const activating = activate(server, 'own').catch(() => undefined);
		await until('a subscription', async () => subscriptionsOf(demo.aws).length === 1);
		await server.kill();
		await activating;
		server = await start();
		await untilSubscribed(demo.aws, 1);
		await deactivate(server, 'own');
		await untilNone();
	});

	it('is not assumed to work if it was removed before, and AWS fails', async () => {
		await activate(server, 'own');
		await untilSubscribed(demo.aws, 1);
		await deactivate(server, 'own');
		await untilNone();
		const failing = demo.aws.faults.add({ kind: 'error', service: 'sns' });
		const activating = activate(server, 'own').catch(() => undefined);
		await wait(2_000);
		demo.aws.faults.remove(failing);
		await activating;
		if (isOn === 'false') await activate(server, 'own');
		await untilSubscribed(demo.aws, 1);
	});

	it('is removed eventually if AWS fails while its workflow is unpublished', async () => {
		const failing = demo.aws.faults.add({ kind: 'error', service: 'sns' });
		await deactivate(server, 'own');
		await wait(8_000);
		demo.aws.faults.remove(failing);
		expect(subscriptionsOf(demo.aws)).toHaveLength(1);
		await until('no subscription', async () => subscriptionsOf(demo.aws).length === 0, 40_000);
	});

	it('that others manage is reported once if it is removed', async () => {
		const before = await count('alarm');
		const heardBefore = await executionsOf(server, 'others');
		await activate(server, 'others');
		const url = `${server.url}/webhook/webhook-of-others/webhook`;
		await until('the webhook', async () => (await fetch(url, { method: 'POST' })).status !== 404);
		demo.aws.sns.subscribe(TOPIC, 'http', url);
		await untilSubscribed(demo.aws, 1);
		demo.aws.sns.unsubscribe(subscriptionsOf(demo.aws)[0]?.arn ?? '');
		await until('the alarm', async () => (await count('alarm')) > before);
		await demo.aws.sns.deliveries.settled();
		await wait(1_000);
		expect(await count('alarm')).toBe(before + 1);
		const known = new Set(heardBefore.map(({ id }) => id));
		const heard = (await executionsOf(server, 'others')).filter(({ id }) => !known.has(id));
		expect(heard).toMatchObject([{ status: 'error' }]);
	});
});

/** Many events at once, some of them twice and none in order: each starts the workflow once. */
import { setTimeout as wait } from 'node:timers/promises';
import { openDemo, type Demo } from './demo.mts';
import { activate, executionsOf, keysOf, listener, untilSubscribed } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const EVENTS = 1_000;
const EACH_SECOND = 100;

let demo: Demo;
let server: N8nServer;

beforeAll(async () => {
	// Since 2.4x n8n sets up an isolate for every post to a webhook of a community node, all at once,
	// which is too much for two cores: at 100 a second it stops answering, whatever the node does.
	demo = await openDemo({
		env: { N8N_EXPRESSION_ENGINE: 'legacy' },
		workflowsFor: (aws) => [listener(aws, 'flood', { triggerOn: ['messages', 'statuses'] })],
	});
	server = await demo.home.serve();
	await activate(server, 'flood');
	await untilSubscribed(demo.aws, 1);
});
afterAll(async () => await demo?.dispose());

/** Half of them messages, half statuses. */
function publish(index: number): string {
	const [account] = demo.aws.account.businessAccounts;
	const [number] = demo.aws.account.phoneNumbers;
	if (!account || !number) throw new Error('The seed has an account');
	const id = `wamid.${index}`;
	const timestamp = '1795509654';
	const value =
		index % 2 === 0
			? { messages: [{ id, timestamp, from: '4915112345678', type: 'text', text: { body: id } }] }
			: { statuses: [{ id, timestamp, status: 'delivered', recipient_id: '4915112345678' }] };
	const envelope = demo.aws.events.envelope(account, number, [{ field: 'messages', value }]);
	demo.aws.sns.publish(
		account.eventDestinations[0]?.eventDestinationArn ?? '',
		JSON.stringify(envelope),
	);
	return index % 2 === 0 ? `message:${id}` : `status:${id}:delivered`;
}

it(`takes ${EVENTS} events at ${EACH_SECOND} a second, a tenth of them twice and out of order, each once`, async () => {
	Object.assign(demo.aws.sns.deliveries.settings, {
		duplicates: 0.1,
		disorderMs: 3_000,
		retries: 100,
		// As with a throttle policy: n8n alone manages 50 a second on two cores, and less beside other tests.
		atOnce: 40,
	});
	const started = performance.now();
	const published: string[] = [];
	while (published.length < EVENTS) {
		const due = Math.ceil(((performance.now() - started) / 1000) * EACH_SECOND);
		while (published.length < Math.min(due, EVENTS)) published.push(publish(published.length));
		await wait(10);
	}
	await demo.aws.sns.deliveries.settled();
	const seconds = (performance.now() - started) / 1000;
	const delivered = demo.aws.sns.deliveries.attempts.filter(({ status }) => status === 200);
	console.info(
		`${EVENTS} events as ${demo.aws.sns.deliveries.attempts.length} posts in ${seconds.toFixed(1)} s`,
	);
	expect(delivered.length).toBeGreaterThan(EVENTS * 1.05);
	expect(new Set(delivered.map(({ messageId }) => messageId)).size).toBe(EVENTS + 1);

	await until(
		'all executions',
		async () => (await executionsOf(server, 'flood')).length >= EVENTS,
		120_000,
	);
	await wait(1_000);
	const executions = await executionsOf(server, 'flood');
	const keys: string[] = [];
	for (let at = 0; at < executions.length; at += 20) {
		const some = await Promise.all(
			executions.slice(at, at + 20).map(async (execution) => await keysOf(server, execution)),
		);
		keys.push(...some.flat());
	}
	const known = keys.map((key) => key.replace(/:[0-9a-f]{32}$/, '')).sort();
	expect(known).toEqual(published.sort());
}, 480_000);

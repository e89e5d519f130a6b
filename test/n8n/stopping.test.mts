/** The user stops an execution that is sending: what n8n then shows of it. */
import { manyItems, whatsApp, type Step } from '../bench/workflows.mts';
import { openDemo, type Demo } from './demo.mts';
import { activate, executionsOf } from './live.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

const ID = 'sendToMany000000';
const MESSAGES = 2_000;

jest.setTimeout(120_000);

let demo: Demo;
let server: N8nServer;

beforeAll(async () => {
	demo = await openDemo({
		workflowsFor: ({ account }) => [
			chain(ID, [
				{
					name: 'Webhook',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					parameters: { path: 'send', options: {} },
					webhookId: 'send',
				},
				...manyItems(MESSAGES, account.phoneNumbers[0]?.id ?? '', 1),
				{
					...whatsApp({
						resource: 'message',
						operation: 'send',
						originationPhoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.from }}' },
						to: '=+49151{{ 10000000 + $json.n }}',
						messageType: 'text',
						textBody: '=Hello {{ $json.n }}',
					}),
					name: 'Send',
				},
			]),
		],
	});
	server = await demo.home.serve();
	await activate(server, ID);
});
afterAll(async () => await demo?.dispose());

/** A workflow of nodes, one after the other. */
function chain(id: string, nodes: Step[]) {
	return {
		id,
		name: id,
		active: false,
		settings: {},
		nodes: nodes.map((node, i) => ({ id: node.name, position: [220 * i, 0], ...node })),
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, i) => [
					nodes[i]?.name,
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		),
	};
}

const sent = () => demo.aws.phone.messages.length;
const line = (pattern: RegExp) => pattern.exec(server.log());

/** How many items "items 0-12, 14" names. */
function counted(items: string): number {
	const ranges = [...items.matchAll(/(\d+)(?:-(\d+))?/g)];
	return ranges.reduce((sum, [, first, last = first]) => sum + Number(last) - Number(first) + 1, 0);
}

it('says in the log how far it is, and when it is stopped, ends at once and says which items were sent', async () => {
	demo.aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs: 100 });
	await until('the webhook', async () => (await fetch(`${server.url}/webhook/send`)).ok, 20_000);
	await until(
		'a line about the progress',
		async () => line(/Send: Send message: [\d,]+ of 2,000 items are done/) !== null,
		60_000,
	);
	const { results } = (await server.rest('GET', '/rest/executions?limit=1')) as {
		results: Array<{ id: string }>;
	};
	const stoppedAt = Date.now();
	await server.rest('POST', `/rest/executions/${results[0]?.id}/stop`);
	const report = /Send: The execution was canceled: .*/;
	await until('a report', async () => line(report) !== null, 10_000);
	// A second, and what this test and n8n's log take.
	expect(Date.now() - stoppedAt).toBeLessThan(2_500);
	const arrived = sent();
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(sent()).toBeLessThanOrEqual(arrived + 16);

	const [text = ''] = line(report) ?? [];
	const done = /already done for (\d+) of the 2000 items \((items [-\d, ]+)\)/.exec(text);
	const inDoubt = /may have been done for (items? [-\d, ]+), so check/.exec(text);
	expect(counted(done?.[2] ?? '')).toBe(Number(done?.[1]));
	expect(sent()).toBeGreaterThanOrEqual(Number(done?.[1]));
	expect(sent()).toBeLessThanOrEqual(Number(done?.[1]) + counted(inDoubt?.[1] ?? ''));
	const [execution] = await executionsOf(server, ID);
	expect(execution?.status).toBe('canceled');
});

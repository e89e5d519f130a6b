/** Active workflows: switching them on and off, and what they did. */
import { topicArnOf, type LocalAws, type Subscription } from '../../local-aws/index.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

export const TOPIC = topicArnOf('whatsapp-events');

interface WorkflowState {
	versionId: string;
	active: boolean;
}

export const subscriptionsOf = (aws: LocalAws, topic = TOPIC): Subscription[] =>
	aws.sns.topics.subscriptions(topic);

/** Switches a workflow on, and waits until this many subscriptions are confirmed. */
export async function activate(server: N8nServer, workflowId: string): Promise<void> {
	const path = `/rest/workflows/${workflowId}`;
	const { versionId } = (await server.rest('GET', path)) as WorkflowState;
	await server.rest('POST', `${path}/activate`, { versionId });
}

export async function deactivate(server: N8nServer, workflowId: string): Promise<void> {
	await server.rest('POST', `/rest/workflows/${workflowId}/deactivate`, {});
}

export async function untilSubscribed(aws: LocalAws, count: number, topic = TOPIC): Promise<void> {
	await until(
		`${count} subscriptions`,
		async () =>
			subscriptionsOf(aws, topic).length === count &&
			subscriptionsOf(aws, topic).every(({ isConfirmed }) => isConfirmed),
		30_000,
	);
}

export interface Execution {
	id: string;
	status: string;
	mode: string;
}

/** All executions of a workflow that have ended, newest first. */
export async function executionsOf(server: N8nServer, workflowId: string): Promise<Execution[]> {
	const found: Execution[] = [];
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	for (let cursor: string | null = ''; cursor !== null; ) {
		const from: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
		const page = (await server.rest(
			'GET',
			`/rest/executions?limit=100&filter=${filter}${from}`,
		)) as { results: Array<Execution & { stoppedAt: string | null }>; nextCursor: string | null };
		found.push(...page.results.filter(({ stoppedAt }) => stoppedAt !== null));
		cursor = page.nextCursor;
	}
	return found;
}

/** The data of an execution as n8n keeps it: a flat list in which members refer to each other. */
export async function dataOf(server: N8nServer, { id }: Execution): Promise<string> {
	const { data } = (await server.rest('GET', `/rest/executions/${id}`)) as { data: string };
	return data;
}

/** The keys of the events that an execution was started with. */
export async function keysOf(server: N8nServer, execution: Execution): Promise<string[]> {
	const data = JSON.parse(await dataOf(server, execution)) as unknown[];
	const texts = data.filter((each) => typeof each === 'string');
	return texts.filter((each) => /^(message|status):/.test(each));
}

/** A workflow of the trigger and a node that does nothing. */
export function listener(
	aws: LocalAws,
	id: string,
	parameters: Record<string, unknown> = {},
): { id: string } & Record<string, unknown> {
	const account = aws.account.businessAccounts[0]?.id;
	return {
		id,
		name: `Listener ${id}`,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			{
				id: `${id}-trigger`,
				name: 'Trigger',
				type: 'n8n-nodes-aws-whatsapp.awsWhatsAppTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: `webhook-of-${id}`,
				credentials: {
					awsSocialMessagingApi: {
						id: 'awsSocialMessaging',
						name: 'AWS End User Messaging Social',
					},
				},
				parameters: {
					businessAccountId: { __rl: true, mode: 'id', value: account },
					...parameters,
				},
			},
			{
				id: `${id}-end`,
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
			},
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	};
}

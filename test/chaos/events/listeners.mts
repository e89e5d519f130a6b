/** The two workflows that listen, and how the editor changes and publishes them. */
import type { LocalAws } from '../../local-aws/local-aws.mts';
import { listener, subscriptionsOf } from '../../n8n/live.mts';
import type { N8nServer } from '../../n8n/server.mts';
import { eventKinds, type Listener } from './evidence.mts';

interface Node {
	name: string;
	parameters: Record<string, unknown>;
	notes?: string;
}

interface Workflow {
	versionId: string;
	nodes: Node[];
	connections: object;
}

export const LISTENERS: Listener[] = [
	{
		workflowId: 'chaosEvents',
		path: '/webhook/webhook-of-chaosEvents/webhook',
		kinds: [...eventKinds],
	},
	{
		workflowId: 'chaosPhotos',
		path: '/webhook/webhook-of-chaosPhotos/webhook',
		kinds: ['photo'],
	},
];

const PHOTO_BUCKET = 'whatsapp-media';

export const workflowsFor = (aws: LocalAws) => [
	listener(aws, 'chaosEvents', { triggerOn: ['everything'] }),
	listener(aws, 'chaosPhotos', {
		triggerOn: ['messages'],
		filters: { messageTypes: ['image'] },
		downloadMedia: true,
		bucketName: PHOTO_BUCKET,
	}),
];

/** Whether SNS posts to this workflow, at this address and at no other. */
export function isSubscribed(aws: LocalAws, { path }: Listener, baseUrl: string): boolean {
	return subscriptionsOf(aws).some(
		({ endpoint, isConfirmed }) => isConfirmed && endpoint === `${baseUrl.slice(0, -1)}${path}`,
	);
}

/** Changes a node as a person does in the editor, and publishes that. */
export async function editAndPublish(
	server: N8nServer,
	{ workflowId }: Listener,
	edit: (workflow: Workflow) => void,
): Promise<void> {
	const path = `/rest/workflows/${workflowId}`;
	const workflow = (await server.rest('GET', path)) as Workflow;
	edit(workflow);
	const { nodes, connections, versionId } = workflow;
	const saved = (await server.rest('PATCH', path, { nodes, connections, versionId })) as Workflow;
	await server.rest('POST', `${path}/activate`, { versionId: saved.versionId });
}

/** A change that every registration of the trigger has to go through, and that changes no event. */
export function editTrigger({ nodes }: Workflow): void {
	const trigger = nodes.find(({ name }) => name === 'Trigger');
	if (!trigger) throw new Error('The workflow has a trigger');
	const options = Object(trigger.parameters.options) as { dropDuplicates?: boolean };
	trigger.parameters.options =
		options.dropDuplicates === undefined ? { ...options, dropDuplicates: true } : {};
}

export function editAnotherNode({ nodes }: Workflow): void {
	const end = nodes.find(({ name }) => name === 'End');
	if (end) end.notes = `Edited at ${new Date().toISOString()}`;
}

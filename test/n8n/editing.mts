/** What a person does in the editor to a workflow that is on. */
import type { N8nServer } from './server.mts';

interface Node {
	name: string;
	parameters: Record<string, unknown>;
	notes?: string;
}

export interface Workflow {
	versionId: string;
	nodes: Node[];
	connections: object;
}

/** Changes the workflow, saves it, and publishes that. */
export async function editAndPublish(
	server: N8nServer,
	workflowId: string,
	edit: (workflow: Workflow) => void,
): Promise<void> {
	const path = `/rest/workflows/${workflowId}`;
	const workflow = (await server.rest('GET', path)) as Workflow;
	edit(workflow);
	const { nodes, connections, versionId } = workflow;
	const saved = (await server.rest('PATCH', path, { nodes, connections, versionId })) as Workflow;
	await server.rest('POST', `${path}/activate`, { versionId: saved.versionId });
}

/** A change for which n8n registers the trigger anew, and which changes no event. */
export function editTrigger({ nodes }: Workflow): void {
	const trigger = nodes.find(({ name }) => name === 'Trigger');
	if (!trigger) throw new Error('The workflow has a trigger');
	const { dropDuplicates, ...options } = Object(trigger.parameters.options) as {
		dropDuplicates?: boolean;
	};
	trigger.parameters.options =
		dropDuplicates === undefined ? { ...options, dropDuplicates: true } : options;
}

/** A change that is none of the trigger's business. */
export function editAnotherNode({ nodes }: Workflow): void {
	const end = nodes.find(({ name }) => name === 'End');
	if (end) end.notes = `Edited at ${new Date().toISOString()}`;
}

/** Whether n8n is still at work on what was published last; until 2.40 it never is. */
export async function isPublishing(server: N8nServer, workflowId: string): Promise<boolean> {
	const { status } = (await server
		.rest('GET', `/rest/workflows/${workflowId}/publication-status`)
		.catch(() => ({ status: 'not available' }))) as { status: string };
	return status === 'in_progress';
}

/** What a person does in the editor to an active workflow. */
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

function triggerOf({ nodes }: Workflow): Node {
	const trigger = nodes.find(({ name }) => name === 'Trigger');
	if (!trigger) throw new Error('The workflow has a trigger');
	return trigger;
}

/** Sets the trigger's options to these and no others. */
export const setOptions =
	(options: Record<string, unknown>) =>
	(workflow: Workflow): void => {
		triggerOf(workflow).parameters.options = options;
	};

/** A change for which n8n registers the trigger again, and which changes no event. */
export function editTrigger(workflow: Workflow): void {
	const { parameters } = triggerOf(workflow);
	const { dropDuplicates, ...options } = Object(parameters.options) as {
		dropDuplicates?: boolean;
	};
	parameters.options =
		dropDuplicates === undefined ? { ...options, dropDuplicates: true } : options;
}

/** A change that does not concern the trigger. */
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

/** An execution as n8n saved it, read by its API. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Outcome } from './execution.mts';
import { until } from './process.mts';
import type { N8nServer } from './server.mts';

/** While it runs, and if its process was killed, n8n has saved nothing of its nodes. */
export interface SavedExecution extends Outcome {
	id: string;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
}

interface Saved extends Omit<SavedExecution, 'runData' | 'error'> {
	/** A flat list in which members refer to each other. */
	data: string;
}

/** What is used of `flatted`, which n8n brings along. */
interface Flatted {
	parse(text: string): unknown;
}
interface RunExecutionData {
	resultData?: { runData?: Outcome['runData'] | null; error?: Outcome['error'] };
}

/** Starts a workflow as a person in the editor does, with its first trigger, and does not wait for its end. */
export async function startExecution(server: N8nServer, workflowId: string): Promise<string> {
	const path = `/rest/workflows/${workflowId}`;
	const { nodes } = (await server.rest('GET', path)) as {
		nodes: Array<{ name: string; type: string }>;
	};
	const trigger = nodes.find(({ type }) => type.endsWith('Trigger'));
	const started = (await server.rest('POST', `${path}/run`, {
		triggerToStartFrom: { name: trigger?.name },
	})) as { executionId?: string };
	if (!started.executionId) throw new Error(`n8n did not start ${workflowId}`);
	return started.executionId;
}

export async function readExecution(server: N8nServer, id: string): Promise<SavedExecution> {
	const { data, status, mode, startedAt, stoppedAt } = (await server.rest(
		'GET',
		`/rest/executions/${id}`,
	)) as Saved;
	const { resultData } = flatted().parse(data) as RunExecutionData;
	const { runData, error } = resultData ?? {};
	return { id, status, mode, startedAt, stoppedAt, runData: runData ?? {}, error };
}

/** The execution when it has ended, however that was. */
export async function endedExecution(
	server: N8nServer,
	id: string,
	timeoutMs?: number,
): Promise<SavedExecution> {
	let saved = await readExecution(server, id);
	const hasEnded = async () => {
		saved = await readExecution(server, id);
		return saved.stoppedAt !== null;
	};
	await until(`the end of execution ${id}`, hasEnded, timeoutMs);
	return saved;
}

function flatted(): Flatted {
	const installed = join(process.env.AWS_WHATSAPP_N8N_DIR ?? '', 'node_modules/n8n/package.json');
	return createRequire(installed)('flatted') as Flatted;
}

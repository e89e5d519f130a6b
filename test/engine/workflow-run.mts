import type {
	IBinaryData,
	IBinaryKeyData,
	IConnections,
	INode,
	INodeExecutionData,
	IPinData,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { CancelableRun, Installation } from './installation.mts';
import { toEngineError, toPlain } from './plain.mts';
import { throughDoor } from './door.mts';
import type {
	Door,
	InputBinary,
	InputItem,
	Json,
	OutputBinary,
	OutputItem,
	RunResult,
} from './protocol.mts';
import type { Services } from './services.mts';

export const TRIGGER = 'Trigger';
export const OWNER = { userId: 'user', projectId: 'project' };

/** A workflow that starts with a trigger, which is added to its nodes, and what is wanted of it. */
export interface Plan {
	nodes: INode[];
	connections: IConnections;
	/** What the trigger emits. */
	items: InputItem[];
	cancelAfterMs?: number;
	/** How n8n runs the nodes that have custom operations. */
	door?: Door;
	/** Data pinned to nodes, by their names. */
	pinned?: Record<string, InputItem[]>;
	/** Name of the node whose last outputs are the result. */
	result: string;
}

/** Runs workflows of nodes that are loaded. */
export class Workflows {
	private readonly n8n: Installation;
	private readonly services: Services;
	private executions = 0;

	constructor(n8n: Installation, services: Services) {
		this.n8n = n8n;
		this.services = services;
	}

	/** An execution as a trigger in production starts it: the trigger's items are on the stack already. */
	async run(plan: Plan): Promise<RunResult> {
		const { core } = this.n8n;
		const executionId = String(++this.executions);
		const workflow = this.createWorkflow(executionId, plan);
		const additionalData = await this.n8n.getBase(OWNER);
		const hooks = new core.ExecutionLifecycleHooks('trigger', executionId, {
			id: workflow.id,
			nodes: Object.values(workflow.nodes),
			connections: workflow.connectionsBySourceNode,
		});
		let saved: RunResult['status'] | undefined;
		hooks.addHandler('workflowExecuteAfter', ({ status }) => {
			saved ??= status as RunResult['status'];
		});
		Object.assign(additionalData, { executionId, workflowId: workflow.id, hooks });

		const items = await this.storeItems(plan.items, additionalData, workflow.id);
		const startedAt = performance.now();
		const elapsed = () => performance.now() - startedAt;
		let cancelTimer: NodeJS.Timeout | undefined;
		try {
			const running = new core.WorkflowExecute(
				additionalData,
				'trigger',
				this.startingPoint(workflow.nodes[TRIGGER] as INode, items, plan.pinned),
			).processRunExecutionData(workflow);
			cancelTimer = this.scheduleCancel(running, plan.cancelAfterMs);
			const finished = await running;
			const ms = elapsed();
			return {
				status: saved ?? (finished.status as RunResult['status']),
				error: this.failureOf(finished),
				outputs: await this.readOutputs(finished, plan.result),
				ms,
			};
		} catch (error) {
			return {
				status: 'error',
				error: toEngineError(this.n8n.workflow, error),
				outputs: [],
				ms: elapsed(),
			};
		} finally {
			clearTimeout(cancelTimer);
			await this.services.binaryData.deleteMany([
				{ type: 'execution', workflowId: workflow.id, executionId },
			]);
		}
	}

	private createWorkflow(id: string, { nodes, connections, door }: Plan) {
		const trigger: INode = {
			id: 'trigger',
			name: TRIGGER,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		return new this.n8n.workflow.Workflow({
			id: `workflow${id}`,
			name: 'Test workflow',
			nodes: [trigger, ...nodes],
			connections,
			active: true,
			nodeTypes: throughDoor(this.n8n.container.get(this.n8n.NodeTypes), door),
			settings: { executionOrder: 'v1' },
		});
	}

	private startingPoint(
		trigger: INode,
		items: INodeExecutionData[],
		pinned: Plan['pinned'],
	): IRunExecutionData {
		return this.n8n.workflow.createRunExecutionData({
			resultData: { pinData: pinned as IPinData | undefined },
			executionData: {
				nodeExecutionStack: [{ node: trigger, data: { main: [items] }, source: null }],
			},
		});
	}

	/** The same call that n8n's stop button ends in. */
	private scheduleCancel(running: CancelableRun, afterMs: number | undefined) {
		if (afterMs === undefined) return undefined;
		return setTimeout(() => running.cancel(), afterMs);
	}

	private async storeItems(
		items: InputItem[],
		additionalData: IWorkflowExecuteAdditionalData,
		workflowId: string,
	): Promise<INodeExecutionData[]> {
		const helpers = this.n8n.core.getBinaryHelperFunctions(additionalData, workflowId);
		// A file that several items share is stored once, as where a workflow copies items.
		const kept = new Map<InputBinary, Promise<IBinaryData>>();
		const keep = async (file: InputBinary) =>
			await helpers.prepareBinaryData(file.data, file.fileName, file.mimeType);
		return await Promise.all(
			items.map(async ({ json, binary }) => {
				const item: INodeExecutionData = { json: json as INodeExecutionData['json'] };
				if (!binary) return item;
				const stored: IBinaryKeyData = {};
				for (const [field, file] of Object.entries(binary)) {
					const storing = kept.get(file) ?? keep(file);
					kept.set(file, storing);
					stored[field] = { ...(await storing) };
				}
				return { ...item, binary: stored };
			}),
		);
	}

	private failureOf(run: IRun) {
		const { error } = run.data.resultData;
		return error && toEngineError(this.n8n.workflow, error);
	}

	private async readOutputs(run: IRun, node: string): Promise<OutputItem[][]> {
		const outputs = run.data.resultData.runData[node]?.at(-1)?.data?.main ?? [];
		return await Promise.all(
			outputs.map(
				async (items) =>
					await Promise.all((items ?? []).map(async (item) => await this.readItem(item))),
			),
		);
	}

	private async readItem({
		json,
		pairedItem,
		error,
		binary,
	}: INodeExecutionData): Promise<OutputItem> {
		const item: OutputItem = { json: toPlain(this.n8n.workflow, json) as Json };
		if (pairedItem !== undefined) item.pairedItem = toPlain(this.n8n.workflow, pairedItem);
		if (error !== undefined) item.error = toEngineError(this.n8n.workflow, error);
		if (binary) {
			item.binary = {};
			for (const [field, data] of Object.entries(binary)) {
				item.binary[field] = await this.readBinary(data);
			}
		}
		return item;
	}

	private async readBinary(binary: IBinaryData): Promise<OutputBinary> {
		const { mimeType, fileName, fileExtension, fileSize, directory, id } = binary;
		const data = await this.services.binaryData.getAsBuffer(binary);
		return { data, mimeType, fileName, fileExtension, fileSize, directory, id };
	}
}

import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	IRunExecutionData,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import type { CancelableRun, Installation } from './installation.mts';
import { toEngineError, toPlain } from './plain.mts';
import type {
	CredentialTestRequest,
	CredentialTestResult,
	InputItem,
	Json,
	ListSearchRequest,
	ListSearchResult,
	MapperRequest,
	MapperResult,
	OutputBinary,
	OutputItem,
	RunRequest,
	RunResult,
} from './protocol.mts';
import type { Services } from './services.mts';

const TRIGGER = 'Trigger';
const OWNER = { userId: 'user', projectId: 'project' };

/** The node under test, as the loaded package describes it. */
interface Subject {
	type: string;
	displayName: string;
	version: number;
	credentialType: string;
}

/** Runs nodes of one loaded package: executions, pick lists and credential tests. */
export class Runner {
	private readonly n8n: Installation;
	private readonly services: Services;
	private readonly packageName: string;
	private executions = 0;

	constructor(n8n: Installation, services: Services, packageName: string) {
		this.n8n = n8n;
		this.services = services;
		this.packageName = packageName;
	}

	async run(request: RunRequest): Promise<RunResult> {
		const subject = this.subject(request.node);
		return await this.services.withCredential(
			subject.credentialType,
			request.credentials as IDataObject,
			async (credentials) =>
				await this.execute(request, {
					id: 'subject',
					name: subject.displayName,
					type: subject.type,
					typeVersion: subject.version,
					position: [200, 0],
					parameters: request.parameters as INode['parameters'],
					credentials,
					onError: request.onError,
					...(request.retryOnFail && { retryOnFail: true, ...request.retryOnFail }),
				}),
		);
	}

	async listSearch(request: ListSearchRequest): Promise<ListSearchResult> {
		const { type, version, credentialType } = this.subject(request.node);
		const parameters = (request.parameters ?? {}) as INode['parameters'];
		return await this.services.withCredential(
			credentialType,
			request.credentials as IDataObject,
			async (credentials) => {
				try {
					const found = await this.services.dynamicParameters.getResourceLocatorResults(
						request.method,
						'',
						await this.n8n.getBase({ ...OWNER, currentNodeParameters: parameters }),
						{ name: type, version },
						parameters,
						credentials,
						request.filter,
						request.paginationToken,
					);
					return toPlain(this.n8n.workflow, found) as ListSearchResult;
				} catch (error) {
					return { error: toEngineError(this.n8n.workflow, error) };
				}
			},
		);
	}

	async mapperFields(request: MapperRequest): Promise<MapperResult> {
		const { type, version, credentialType } = this.subject(request.node);
		const parameters = request.parameters as INode['parameters'];
		return await this.services.withCredential(
			credentialType,
			request.credentials as IDataObject,
			async (credentials) => {
				try {
					const found = await this.services.dynamicParameters.getResourceMappingFields(
						request.method,
						'',
						await this.n8n.getBase({ ...OWNER, currentNodeParameters: parameters }),
						{ name: type, version },
						parameters,
						credentials,
					);
					return toPlain(this.n8n.workflow, found) as MapperResult;
				} catch (error) {
					return { error: toEngineError(this.n8n.workflow, error) };
				}
			},
		);
	}

	async testCredential(request: CredentialTestRequest): Promise<CredentialTestResult> {
		const { credentialType } = this.subject(request.node);
		const { status, message } = await this.services.withCredential(
			credentialType,
			request.credentials as IDataObject,
			async (credentials) => {
				const reference = credentials[credentialType];
				return await this.services.tester.testCredentials(OWNER.userId, credentialType, {
					id: reference?.id ?? '',
					name: reference?.name ?? '',
					type: credentialType,
					data: request.credentials as IDataObject,
				});
			},
		);
		return { status, message };
	}

	private subject(wanted?: string): Subject {
		const known = this.services.nodes.loaders[this.packageName]?.nodeTypes ?? {};
		const [first] = Object.keys(known);
		const name = wanted ?? first ?? '';
		const loaded = known[name]?.type;
		if (!loaded) throw new Error(`${this.packageName} has no node "${name}"`);
		const { description } = currentVersion(loaded);
		const { version } = description;
		return {
			type: `${this.packageName}.${name}`,
			displayName: description.defaults.name ?? description.displayName,
			version: Array.isArray(version) ? Math.max(...version) : version,
			credentialType: description.credentials?.[0]?.name ?? '',
		};
	}

	/** An execution as a trigger in production starts it: the trigger's items are on the stack already. */
	private async execute(request: RunRequest, node: INode): Promise<RunResult> {
		const { core } = this.n8n;
		const executionId = String(++this.executions);
		const workflow = this.createWorkflow(executionId, node);
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

		const items = await this.storeItems(
			request.items ?? [{ json: {} }],
			additionalData,
			workflow.id,
		);
		const startedAt = performance.now();
		const elapsed = () => performance.now() - startedAt;
		let cancelTimer: NodeJS.Timeout | undefined;
		try {
			const running = new core.WorkflowExecute(
				additionalData,
				'trigger',
				this.startingPoint(workflow.nodes[TRIGGER] as INode, items),
			).processRunExecutionData(workflow);
			cancelTimer = this.scheduleCancel(running, request.cancelAfterMs);
			const finished = await running;
			const ms = elapsed();
			return {
				status: saved ?? (finished.status as RunResult['status']),
				error: this.failureOf(finished),
				outputs: await this.readOutputs(finished, node.name),
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

	private createWorkflow(id: string, node: INode) {
		const { Workflow, NodeConnectionTypes } = this.n8n.workflow;
		const trigger: INode = {
			id: 'trigger',
			name: TRIGGER,
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const main = NodeConnectionTypes.Main;
		return new Workflow({
			id: `workflow${id}`,
			name: 'Test workflow',
			nodes: [trigger, node],
			connections: { [TRIGGER]: { main: [[{ node: node.name, type: main, index: 0 }]] } },
			active: true,
			nodeTypes: this.n8n.container.get(this.n8n.NodeTypes),
			settings: { executionOrder: 'v1' },
		});
	}

	private startingPoint(trigger: INode, items: INodeExecutionData[]): IRunExecutionData {
		return this.n8n.workflow.createRunExecutionData({
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
		return await Promise.all(
			items.map(async ({ json, binary }) => {
				const item: INodeExecutionData = { json: json as INodeExecutionData['json'] };
				if (!binary) return item;
				const stored: IBinaryKeyData = {};
				for (const [field, { data, fileName, mimeType }] of Object.entries(binary)) {
					stored[field] = await helpers.prepareBinaryData(data, fileName, mimeType);
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

function currentVersion(loaded: INodeType | IVersionedNodeType): INodeType {
	return 'nodeVersions' in loaded
		? (loaded.nodeVersions[loaded.currentVersion] as INodeType)
		: loaded;
}

import type {
	IConnections,
	IDataObject,
	INode,
	INodeType,
	IVersionedNodeType,
	NodeConnectionType,
} from 'n8n-workflow';

import type { Installation } from './installation.mts';
import { toEngineError, toPlain } from './plain.mts';
import type {
	CredentialTestRequest,
	CredentialTestResult,
	ListSearchRequest,
	ListSearchResult,
	MapperRequest,
	MapperResult,
	NodeSettings,
	RunRequest,
	RunResult,
	ToolAnswer,
	ToolsRequest,
	ToolsResult,
} from './protocol.mts';
import { AGENT_TYPE, type Services } from './services.mts';
import { OWNER, TRIGGER, Workflows } from './workflow-run.mts';

const AGENT = 'Agent';
const LOOP = 'Loop Over Items';

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
	private readonly workflows: Workflows;

	constructor(n8n: Installation, services: Services, packageName: string) {
		this.workflows = new Workflows(n8n, services);
		this.n8n = n8n;
		this.services = services;
		this.packageName = packageName;
	}

	async run(request: RunRequest): Promise<RunResult> {
		const { displayName: name } = this.subject(request.node);
		const { items = [{ json: {} }], cancelAfterMs, loopBatchSize, door, pinned } = request;
		return await this.withNodes(request, [{ ...request, name }], '', async (nodes) => {
			const pinnedTo = pinned && { [name]: pinned };
			const shared = { items, cancelAfterMs, door, pinned: pinnedTo };
			if (loopBatchSize === undefined) {
				const connections = { [TRIGGER]: to(name) };
				return await this.workflows.run({ ...shared, nodes, connections, result: name });
			}
			return await this.workflows.run({
				...shared,
				nodes: [...nodes, loop(loopBatchSize)],
				connections: {
					[TRIGGER]: to(LOOP),
					[LOOP]: { main: [[], ...to(name).main] },
					[name]: to(LOOP),
				},
				result: LOOP,
			});
		});
	}

	async runTools(request: ToolsRequest): Promise<ToolsResult> {
		const { tools, road = 'invoked', calls, inParallel = false, cancelAfterMs } = request;
		const agent: INode = {
			id: 'agent',
			name: AGENT,
			type: AGENT_TYPE,
			typeVersion: 1,
			position: [200, 0],
			parameters: { plan: JSON.stringify({ road, calls, inParallel }) },
		};
		const connections: IConnections = { [TRIGGER]: to(AGENT) };
		for (const { name } of tools) connections[name] = to(AGENT, 'ai_tool');
		const { outputs, ...result } = await this.withNodes(
			request,
			tools,
			'Tool',
			async (nodes) =>
				await this.workflows.run({
					nodes: [agent, ...nodes],
					connections,
					items: [{ json: {} }],
					cancelAfterMs,
					result: AGENT,
				}),
		);
		return { ...result, answers: (outputs[0] ?? []).map(({ json }) => json as ToolAnswer) };
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

	/** Makes nodes of the subject's type, with a credential saved for them. */
	private async withNodes<T>(
		{ node, credentials, credentialId }: Pick<RunRequest, 'node' | 'credentials' | 'credentialId'>,
		settings: Array<NodeSettings & { name: string }>,
		suffix: string,
		use: (nodes: INode[]) => Promise<T>,
	): Promise<T> {
		const { type, version, credentialType } = this.subject(node);
		return await this.services.withCredential(
			credentialType,
			credentials as IDataObject,
			async (reference) =>
				await use(
					settings.map(({ name, parameters, onError, retryOnFail, executeOnce }) => ({
						id: `subject ${name}`,
						name,
						type: type + suffix,
						typeVersion: version,
						position: [400, 0],
						parameters: parameters as INode['parameters'],
						credentials: reference,
						onError,
						executeOnce,
						...(retryOnFail && { retryOnFail: true, ...retryOnFail }),
					})),
				),
			credentialId,
		);
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
}

function currentVersion(loaded: INodeType | IVersionedNodeType): INodeType {
	return 'nodeVersions' in loaded
		? (loaded.nodeVersions[loaded.currentVersion] as INodeType)
		: loaded;
}

/** Connections of a node whose only output goes to that node. */
function to<Type extends NodeConnectionType = 'main'>(node: string, type = 'main' as Type) {
	return { [type]: [[{ node, type, index: 0 }]] } as Record<
		Type,
		Array<Array<{ node: string; type: Type; index: number }>>
	>;
}

function loop(batchSize: number): INode {
	return {
		id: 'loop',
		name: LOOP,
		type: 'n8n-nodes-base.splitInBatches',
		typeVersion: 3,
		position: [200, 0],
		parameters: { batchSize },
	};
}

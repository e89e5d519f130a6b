import type {
	Expression,
	IBinaryData,
	IDataObject,
	INode,
	INodeCredentials,
	INodeCredentialTestResult,
	INodeListSearchResult,
	ResourceMapperFields,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import type * as N8nWorkflow from 'n8n-workflow';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * The parts of an n8n installation that the harness drives. They are typed by hand because n8n itself is not
 * a dependency of this package: the tests take whichever installation they are pointed at.
 */

export type Token<T> = abstract new (...dependencies: never[]) => T;

export interface Container {
	get<T>(token: Token<T>): T;
	set<T>(token: Token<T>, instance: T): void;
}

export interface PackageLoader {
	/** By the names that the nodes have inside the package. */
	nodeTypes: Record<string, { type: INodeType | IVersionedNodeType }>;
	loadNodeFromFile(file: string): void;
}

export interface LoadNodesAndCredentials {
	loaders: Record<string, PackageLoader>;
	loadPackage(name: string): Promise<PackageLoader>;
	postProcessLoaders(): Promise<void>;
}

export interface BinaryDataService {
	init(): Promise<void>;
	getAsBuffer(binary: IBinaryData): Promise<Buffer>;
	deleteMany(
		locations: Array<{ type: 'execution'; workflowId: string; executionId: string }>,
	): Promise<void>;
}

interface KeyInfo {
	id: string;
	value: string;
	algorithm: 'aes-256-cbc';
	format: 'no-prefix';
}

interface EncryptionKeyProxy {
	setProvider(provider: {
		getActiveKey(): Promise<KeyInfo>;
		getLegacyKey(): Promise<KeyInfo>;
		getKeyById(): Promise<null>;
	}): void;
}

export interface CredentialEntity {
	id: string;
	name: string;
	type: string;
	data: string;
	/** Only `project` credentials may be used in workflows. */
	usageScope?: 'project';
}

export interface CredentialsTester {
	testCredentials(
		userId: string,
		type: string,
		credential: { id: string; name: string; type: string; data: IDataObject },
	): Promise<INodeCredentialTestResult>;
}

export interface DynamicNodeParameters {
	getResourceLocatorResults(
		method: string,
		path: string,
		additionalData: IWorkflowExecuteAdditionalData,
		node: { name: string; version: number },
		parameters: INodeParameters,
		credentials: INodeCredentials,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult>;
	getResourceMappingFields(
		method: string,
		path: string,
		additionalData: IWorkflowExecuteAdditionalData,
		node: { name: string; version: number },
		parameters: INodeParameters,
		credentials: INodeCredentials,
	): Promise<ResourceMapperFields>;
}

export type CancelableRun = Promise<IRun> & { cancel(): void };

export interface CoreModule {
	PackageDirectoryLoader: new (
		folder: string,
		exclude?: string[],
		include?: string[],
	) => PackageLoader;
	BinaryDataService: Token<BinaryDataService>;
	InstanceSettings: Token<{ encryptionKey: string }>;
	EncryptionKeyProxy: Token<EncryptionKeyProxy>;
	Cipher: Token<{ encryptDEKWithInstanceKey(key: string): string }>;
	Credentials: new (
		owner: { id: string; name: string },
		type: string,
	) => { setData(data: object): Promise<void>; getDataToSave(): CredentialEntity };
	ExecutionLifecycleHooks: new (
		mode: string,
		executionId: string,
		workflow: object,
	) => {
		addHandler(name: 'workflowExecuteAfter', handler: (run: IRun) => void): void;
	};
	WorkflowExecute: new (
		additionalData: IWorkflowExecuteAdditionalData,
		mode: string,
		data: IRunExecutionData,
	) => { processRunExecutionData(workflow: Workflow): CancelableRun };
	getBinaryHelperFunctions(
		additionalData: IWorkflowExecuteAdditionalData,
		workflowId: string,
	): {
		prepareBinaryData(data: Buffer, fileName?: string, mimeType?: string): Promise<IBinaryData>;
	};
}

interface ExpressionEngineConfig {
	engine: string;
	idleTimeout?: number;
	[option: string]: unknown;
}

type ServiceClass<T> = new (...dependencies: unknown[]) => T;

export interface Installation {
	container: Container;
	core: CoreModule;
	workflow: typeof N8nWorkflow & {
		Expression: typeof Expression & {
			initExpressionEngine(options: object): Promise<void>;
		};
	};
	baseNodesFolder: string;
	GlobalConfig: Token<{ expressionEngine: ExpressionEngineConfig }>;
	Logger: Token<object>;
	LoadNodesAndCredentials: Token<LoadNodesAndCredentials>;
	NodeTypes: Token<INodeTypes>;
	CredentialTypes: Token<object>;
	CredentialsHelper: ServiceClass<object>;
	CredentialsTester: Token<CredentialsTester>;
	DynamicCredentialsProxy: Token<object>;
	DynamicNodeParametersService: ServiceClass<DynamicNodeParameters>;
	VariablesService: Token<object>;
	getBase(options: {
		userId: string;
		projectId: string;
		currentNodeParameters?: INode['parameters'];
	}): Promise<IWorkflowExecuteAdditionalData>;
}

/** Loads n8n's own modules, in the order in which its start script does. */
export function loadInstallation(folder: string): Installation {
	const n8n = createRequire(join(folder, 'node_modules/n8n/package.json'));
	const load = <T,>(id: string): T => n8n(id) as T;
	const service = <T,>(file: string, name: string): T =>
		load<Record<string, T>>(`./dist/${file}.js`)[name] as T;

	load('reflect-metadata');
	load('./dist/config');
	return {
		container: load<{ Container: Container }>('@n8n/di').Container,
		core: load<CoreModule>('n8n-core'),
		workflow: load<Installation['workflow']>('n8n-workflow'),
		baseNodesFolder: join(n8n.resolve('n8n-nodes-base/package.json'), '..'),
		GlobalConfig: load<Pick<Installation, 'GlobalConfig'>>('@n8n/config').GlobalConfig,
		Logger: load<Pick<Installation, 'Logger'>>('@n8n/backend-common').Logger,
		LoadNodesAndCredentials: service('load-nodes-and-credentials', 'LoadNodesAndCredentials'),
		NodeTypes: service('node-types', 'NodeTypes'),
		CredentialTypes: service('credential-types', 'CredentialTypes'),
		CredentialsHelper: service('credentials-helper', 'CredentialsHelper'),
		CredentialsTester: service('services/credentials-tester.service', 'CredentialsTester'),
		DynamicCredentialsProxy: service(
			'credentials/dynamic-credentials-proxy',
			'DynamicCredentialsProxy',
		),
		DynamicNodeParametersService: service(
			'services/dynamic-node-parameters.service',
			'DynamicNodeParametersService',
		),
		VariablesService: service('environments.ee/variables/variables.service.ee', 'VariablesService'),
		getBase: service('workflow-execute-additional-data', 'getBase'),
	};
}

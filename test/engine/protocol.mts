/** What a test asks of the engine process, and what it gets back. Everything here crosses a process boundary as plain data. */

export type Json = Record<string, unknown>;

export interface InputBinary {
	data: Buffer;
	fileName?: string;
	mimeType?: string;
}

export interface InputItem {
	json: object;
	binary?: Record<string, InputBinary>;
}

export interface OutputBinary {
	data: Buffer;
	mimeType: string;
	fileName?: string;
	fileExtension?: string;
	fileSize?: string;
	directory?: string;
	/** Present when the bytes are kept outside the item, i.e. in every mode but `default`. */
	id?: string;
}

export interface EngineError {
	name: string;
	message: string;
	description?: string;
	httpCode?: string;
	itemIndex?: number;
	context?: unknown;
	stack?: string;
}

export interface OutputItem {
	json: Json;
	pairedItem?: unknown;
	error?: EngineError;
	binary?: Record<string, OutputBinary>;
}

/** What a workflow says about a node of the package under test. */
export interface NodeSettings {
	/** As a saved workflow holds them: expressions start with `=`. */
	parameters: Json;
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	/** n8n itself keeps tries within 2 to 5 and the wait within 0 to 5,000 ms; a wait of 0 means 1,000. */
	retryOnFail?: { maxTries: number; waitBetweenTries: number };
	/** n8n's 'Execute Once': only the first item is worked on. */
	executeOnce?: boolean;
}

/**
 * How n8n runs the node: `custom` as it does in workflows, `declarative` by its routing, which it
 * otherwise takes for tools that an AI agent calls as functions.
 */
export type Door = 'custom' | 'declarative';

export interface RunRequest extends NodeSettings {
	/** What the trigger before the node emits. Default: one empty item. */
	items?: InputItem[];
	/** Data of the credential that the node names first. */
	credentials: Json;
	/** ID of the credential in n8n, where several runs are to use the same one. Default: a new one. */
	credentialId?: string;
	/**
	 * Executes the node in n8n's 'Loop Over Items', which hands it so many items a round. The result is
	 * what the loop has collected in the end.
	 */
	loopBatchSize?: number;
	/** Presses "stop" so many milliseconds after the start. */
	cancelAfterMs?: number;
	/** Default: `custom`. */
	door?: Door;
	/** What is pinned to the node, as the editor does it. */
	pinned?: InputItem[];
	/** Name of the node in its package. Default: the package's first node. */
	node?: string;
}

export interface RunResult {
	/** The status n8n would save with the execution. */
	status: 'success' | 'error' | 'canceled';
	error?: EngineError;
	/** Items per output; with `continueErrorOutput` the last output holds the failed ones. Empty when the node failed. */
	outputs: OutputItem[][];
	/** Wall time of the execution, without preparing the items and reading back the binaries. */
	ms: number;
}

/** One call of a tool: which one, and the values that the agent's model gives. */
export interface ToolCall {
	tool: string;
	values: Json;
}

export interface ToolsRequest {
	/** The tools of the agent: nodes of the package, whose parameters may ask `$fromAI`. */
	tools: Array<NodeSettings & { name: string }>;
	calls: ToolCall[];
	/**
	 * How the agent calls its tools. `invoked`: as functions, as sub-agents, older agents and MCP servers
	 * do. `requested`: it asks n8n's engine to execute the nodes one after the other, as newer agents do.
	 */
	road?: 'invoked' | 'requested';
	/** Whether invoked tools are called all at once. */
	inParallel?: boolean;
	credentials: Json;
	cancelAfterMs?: number;
	node?: string;
}

/** What the agent's model gets to read. */
export type ToolAnswer =
	| { answer: string; error?: undefined }
	| { answer?: undefined; error: string };

export interface ToolsResult extends Omit<RunResult, 'outputs'> {
	/** In the order of the calls. */
	answers: ToolAnswer[];
}

export interface ListSearchRequest {
	method: string;
	parameters?: Json;
	credentials: Json;
	filter?: string;
	paginationToken?: string;
	node?: string;
}

export interface ListSearchEntry {
	name: string;
	value: string;
	url?: string;
	description?: string;
}

export type ListSearchResult =
	| { results: ListSearchEntry[]; paginationToken?: string; error?: undefined }
	| { error: EngineError; results?: undefined; paginationToken?: undefined };

export interface MapperRequest {
	method: string;
	parameters: Json;
	credentials: Json;
	node?: string;
}

export interface MapperField {
	id: string;
	displayName: string;
	required: boolean;
	type?: string;
	removed?: boolean;
}

export type MapperResult =
	| { fields: MapperField[]; emptyFieldsNotice?: string; error?: undefined }
	| { error: EngineError; fields?: undefined };

export interface CredentialTestRequest {
	credentials: Json;
	node?: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

export interface MemoryUsage {
	rss: number;
	heapUsed: number;
	/** The highest resident size since the process started. */
	peakRss: number;
}

/** What the engine process has seen of itself since it was asked the last time, or since it began to look. */
export interface Watched {
	/** In ms. */
	longestHoldMs: number;
	/** The most memory of the process that it saw, in bytes. */
	mostRss: number;
}

/** The calls the engine process answers: argument and result of each. */
export interface Calls {
	run: { request: RunRequest; result: RunResult };
	runTools: { request: ToolsRequest; result: ToolsResult };
	listSearch: { request: ListSearchRequest; result: ListSearchResult };
	mapperFields: { request: MapperRequest; result: MapperResult };
	testCredential: { request: CredentialTestRequest; result: CredentialTestResult };
	memory: { request: undefined; result: MemoryUsage };
	watched: { request: undefined; result: Watched };
}

export type CallName = keyof Calls;

export interface CallMessage {
	id: number;
	call: CallName;
	request: unknown;
}

export type ReplyMessage =
	| { id: number; result: unknown; failure?: undefined }
	| { id: number; failure: string; result?: undefined };

/** Id of the reply that says the engine is ready (or why it is not). */
export const STARTED = 0;

/** Environment through which the engine process learns what to load. */
export const ENGINE_ENV = {
	installation: 'AWS_WHATSAPP_N8N_DIR',
	packageName: 'ENGINE_PACKAGE_NAME',
	folder: 'ENGINE_FOLDER',
} as const;

/** What `n8n execute --rawOutput` prints, as data. */
export interface BinaryFile {
	/** The content in base64 when it is kept in memory, else only the way it is kept. */
	data: string;
	/** How and where it is kept, when not in memory: `filesystem-v2:<path>`. */
	id?: string;
	mimeType: string;
	fileName?: string;
	fileExtension?: string;
	fileSize?: string;
	bytes?: number;
}

export interface Item {
	json: Record<string, unknown>;
	binary?: Record<string, BinaryFile>;
	pairedItem?: unknown;
}

export interface ExecutionError {
	message: string;
	description?: string | null;
	name?: string;
	node?: { name: string };
	[detail: string]: unknown;
}

export interface NodeRun {
	/** In milliseconds since 1970. */
	startTime: number;
	/** The node's own time in milliseconds. */
	executionTime: number;
	executionStatus?: string;
	data?: Record<string, Array<Item[] | null>>;
	error?: ExecutionError;
}

/** How an execution went, whoever carried it out. */
export interface Outcome {
	/** n8n's word for it: `success`, `error`, `crashed` … */
	status: string;
	error?: ExecutionError;
	runData: Record<string, NodeRun[]>;
}

export interface ExecutedWorkflow extends Outcome {
	exitCode: number;
	stderr: string;
	/** Peak memory of the n8n process; null where the system does not tell. */
	peakRssBytes: number | null;
}

interface PrintedRun {
	status: string;
	data: { resultData: { runData: Record<string, NodeRun[]>; error?: ExecutionError } };
}

export function readRun(
	output: { stdout: string; stderr: string },
	exitCode: number,
	peakRssBytes: number | null,
): ExecutedWorkflow {
	const { status, data } = parseRun(output);
	const { runData, error } = data.resultData;
	return { status, error, runData, exitCode, stderr: output.stderr, peakRssBytes };
}

/** Log lines come before the JSON and, when the run failed, after it as well. */
function parseRun({ stdout, stderr }: { stdout: string; stderr: string }): PrintedRun {
	const json = /^\{$.*?^\}$/ms.exec(stdout)?.[0];
	if (!json) throw new Error(`n8n printed no run:\n${stdout}${stderr}`);
	return JSON.parse(json) as PrintedRun;
}

/** The items a node put out at its first output, in its last run. */
export function itemsOf(run: Outcome, nodeName: string): Item[] {
	return run.runData[nodeName]?.at(-1)?.data?.main?.[0] ?? [];
}

/** A server that speaks OpenAI's API, as a model whose every word is decided beforehand. */
import { listenOnLoopback } from '../../local-aws/index.mts';
import type { IncomingMessage } from 'node:http';

/** What the model wants of a tool. */
export interface ToolUse {
	tool: string;
	values: object;
}

export interface ModelServer {
	/** As n8n's OpenAI credential takes it. */
	url: string;
	/** Results of tools, by the ID that the model had given the use. */
	results: Map<string, string>;
	/** The tools that it was offered. */
	tools: Set<string>;
	close(): Promise<void>;
}

/** A message of the Chat Completions API, or an item of the Responses API. */
interface Said {
	role?: string;
	type?: string;
	content?: unknown;
	tool_call_id?: string;
	call_id?: string;
	output?: unknown;
}

interface Asked {
	/** Whether the answer is to come in pieces, as the oldest agents want it. */
	stream?: boolean;
	messages?: Said[];
	input?: Said[];
	tools?: Array<{ name?: string; function?: { name: string } }>;
}

const FINISHED = 'Done.';

async function bodyOf(incoming: IncomingMessage): Promise<Asked> {
	let text = '';
	for await (const chunk of incoming) text += String(chunk);
	return JSON.parse(text) as Asked;
}

const textOf = (content: unknown): string =>
	typeof content === 'string'
		? content
		: (content as Array<{ text?: string }>).map(({ text }) => text ?? '').join('');

/** What the model says in Chat Completions. */
const spoken = (uses: Array<ToolUse & { id: string }>) =>
	uses.length === 0
		? { role: 'assistant', content: FINISHED }
		: {
				role: 'assistant',
				content: null,
				tool_calls: uses.map(({ id, tool, values }, index) => ({
					index,
					id,
					type: 'function',
					function: { name: tool, arguments: JSON.stringify(values) },
				})),
			};

const reason = (uses: object[]) => (uses.length === 0 ? 'stop' : 'tool_calls');

/** The answer to Chat Completions. */
const completion = (uses: Array<ToolUse & { id: string }>) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	created: 1,
	model: 'scripted',
	choices: [{ index: 0, message: spoken(uses), finish_reason: reason(uses) }],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});

/** The same as events. */
function completionEvents(uses: Array<ToolUse & { id: string }>): string {
	const piece = (delta: object, finish: string | null) => ({
		id: 'chatcmpl-1',
		object: 'chat.completion.chunk',
		created: 1,
		model: 'scripted',
		choices: [{ index: 0, delta, finish_reason: finish }],
	});
	const pieces = [piece(spoken(uses), null), piece({}, reason(uses))];
	const data = [...pieces.map((each) => JSON.stringify(each)), '[DONE]'];
	return data.map((each) => `data: ${each}\n\n`).join('');
}

/** The answer to Responses. */
const response = (uses: Array<ToolUse & { id: string }>) => ({
	id: 'resp_1',
	object: 'response',
	created_at: 1,
	model: 'scripted',
	status: 'completed',
	error: null,
	incomplete_details: null,
	output:
		uses.length === 0
			? [
					{
						id: 'msg_1',
						type: 'message',
						role: 'assistant',
						status: 'completed',
						content: [{ type: 'output_text', text: FINISHED, annotations: [] }],
					},
				]
			: uses.map(({ id, tool, values }) => ({
					id: `fc_${id}`,
					type: 'function_call',
					call_id: id,
					name: tool,
					arguments: JSON.stringify(values),
					status: 'completed',
				})),
	usage: {
		input_tokens: 1,
		output_tokens: 1,
		total_tokens: 2,
		input_tokens_details: { cached_tokens: 0 },
		output_tokens_details: { reasoning_tokens: 0 },
	},
});

/**
 * Starts it.
 *
 * @param script what the model wants, turn by turn; it makes the next turn when it has all results of the
 * one before, and ends after the last
 */
export async function startModelServer(script: ToolUse[][]): Promise<ModelServer> {
	const results = new Map<string, string>();
	const tools = new Set<string>();
	const turns = script.map((uses, turn) =>
		uses.map((use, i) => ({ ...use, id: `call_${turn}_${i}` })),
	);
	const { url, close } = await listenOnLoopback(0, async (incoming, answer) => {
		const asked = await bodyOf(incoming);
		for (const { name, function: named } of asked.tools ?? []) tools.add(named?.name ?? name ?? '');
		for (const said of asked.messages ?? asked.input ?? []) {
			const id =
				said.tool_call_id ?? (said.type === 'function_call_output' ? said.call_id : undefined);
			if (id !== undefined) results.set(id, textOf(said.content ?? said.output));
		}
		const next = turns.find((uses) => uses.some(({ id }) => !results.has(id))) ?? [];
		if (asked.stream) {
			answer.writeHead(200, { 'content-type': 'text/event-stream' });
			answer.end(completionEvents(next));
			return;
		}
		const isResponses = incoming.url?.endsWith('/responses') === true;
		answer.writeHead(200, { 'content-type': 'application/json' });
		answer.end(JSON.stringify(isResponses ? response(next) : completion(next)));
	});
	return { url: `${url}/v1`, results, tools, close };
}

import type {
	EngineRequest,
	EngineResponse,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { ToolAnswer, ToolCall } from '../protocol.mts';

/** What it calls, in place of what a model would. */
interface Plan {
	road: 'invoked' | 'requested';
	calls: ToolCall[];
	inParallel: boolean;
}

/** What n8n makes of a node that is connected as a tool. */
interface Tool {
	metadata: { sourceNodeName: string };
	invoke(values: object): Promise<unknown>;
}

const items = (answers: ToolAnswer[]): INodeExecutionData[][] => [
	answers.map((json) => ({ json, pairedItem: { item: 0 } })),
];

async function invoked(
	context: IExecuteFunctions,
	{ calls, inParallel }: Plan,
): Promise<ToolAnswer[]> {
	const tools = (await context.getInputConnectionData('ai_tool', 0)) as Tool[];
	const call = async ({ tool: name, values }: ToolCall): Promise<ToolAnswer> => {
		const tool = tools.find(({ metadata }) => metadata.sourceNodeName === name);
		if (!tool) throw new Error(`There is no tool ${name}`);
		try {
			return { answer: String(await tool.invoke(values)) };
		} catch (error) {
			return { error: error instanceof Error ? error.message : String(error) };
		}
	};
	if (inParallel) return await Promise.all(calls.map(call));
	const answers: ToolAnswer[] = [];
	for (const each of calls) answers.push(await call(each));
	return answers;
}

const request = ({ calls }: Plan): EngineRequest => ({
	actions: calls.map(({ tool, values }, i) => ({
		actionType: 'ExecutionNodeAction',
		nodeName: tool,
		input: values as EngineRequest['actions'][number]['input'],
		type: 'ai_tool',
		id: `call ${i}`,
		metadata: { itemIndex: 0 },
	})),
	metadata: {},
});

/** As n8n's agent reads what a tool it asked for has given. */
const answersOf = ({ actionResponses }: EngineResponse): ToolAnswer[] =>
	actionResponses.map(({ data }) => {
		const given = data.data?.ai_tool?.[0]?.map(({ json }) => json);
		const isError = given?.length === 1 && typeof given[0]?.error === 'string' && data.error;
		if (isError) return { error: String(given[0]?.error) };
		if (given && given.length > 0) return { answer: JSON.stringify(given) };
		return data.error ? { error: data.error.message } : { answer: '""' };
	});

/** An AI agent without a model: it calls the tools that its plan names. */
export class Agent implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: 'Calls tools as an AI agent does',
		defaults: { name: 'Agent' },
		inputs: ['main', { type: 'ai_tool', displayName: 'Tool' }],
		outputs: ['main'],
		properties: [{ displayName: 'Plan', name: 'plan', type: 'json', default: '{}' }],
	};

	async execute(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<INodeExecutionData[][] | EngineRequest> {
		const plan = JSON.parse(String(this.getNodeParameter('plan', 0))) as Plan;
		if (plan.road === 'invoked') return items(await invoked(this, plan));
		const isAnswered = response && response.actionResponses.length > 0;
		return isAnswered ? items(answersOf(response)) : request(plan);
	}
}

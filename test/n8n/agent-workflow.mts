/** Workflows in which n8n's AI Agent has nodes of the package as its tools, and the same nodes without an agent. */
import type { Credential } from './n8n.mts';
import { PACKAGE_NAME } from './n8n.mts';

export interface Tool {
	name: string;
	parameters: Record<string, unknown>;
	onError?: 'continueRegularOutput';
}

const TYPE = `${PACKAGE_NAME}.awsWhatsApp`;
const TRIGGER = 'Start';
const AGENT = 'AI Agent';
const MODEL = 'OpenAI Chat Model';

const trigger = {
	id: 'trigger',
	name: TRIGGER,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const credential = { awsSocialMessagingApi: { id: 'awsSocialMessaging', name: 'AWS' } };

const workflow = (id: string, nodes: object[], connections: object) => ({
	id,
	name: id,
	active: false,
	settings: { executionOrder: 'v1' },
	nodes: [trigger, ...nodes],
	connections,
});

const to = (node: string, type = 'main') => ({ [type]: [[{ node, type, index: 0 }]] });

export const modelCredential = (url: string): Credential => ({
	id: 'openAi',
	name: 'OpenAI',
	type: 'openAiApi',
	data: { apiKey: 'sk-none', url },
});

export interface Versions {
	agent: number;
	model: number;
}

/** The agent with its model and its tools. */
export const agentWorkflow = (id: string, { agent, model }: Versions, tools: Tool[]) =>
	workflow(
		id,
		[
			{
				id: 'agent',
				name: AGENT,
				type: '@n8n/n8n-nodes-langchain.agent',
				typeVersion: agent,
				position: [200, 0],
				parameters: { promptType: 'define', text: 'Do your work.', options: {} },
			},
			{
				id: 'model',
				name: MODEL,
				type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
				typeVersion: model,
				position: [200, 200],
				parameters: {
					model: model < 1.2 ? 'scripted' : { __rl: true, mode: 'id', value: 'scripted' },
				},
				credentials: { openAiApi: { id: 'openAi', name: 'OpenAI' } },
			},
			...tools.map(({ name, parameters, onError }, i) => ({
				id: `tool${i}`,
				name,
				type: `${TYPE}Tool`,
				typeVersion: 1,
				position: [400 + i * 100, 200],
				parameters,
				onError,
				credentials: credential,
			})),
		],
		{
			[TRIGGER]: to(AGENT),
			[MODEL]: to(AGENT, 'ai_languageModel'),
			...Object.fromEntries(tools.map(({ name }) => [name, to(AGENT, 'ai_tool')])),
		},
	);

/** The same nodes one after the other. */
export const plainWorkflow = (id: string, tools: Tool[]) =>
	workflow(
		id,
		tools.map(({ name, parameters }, i) => ({
			id: `node${i}`,
			name,
			type: TYPE,
			typeVersion: 1,
			position: [200 * (i + 1), 0],
			parameters,
			// Each is to run once, whatever the one before puts out.
			executeOnce: true,
			credentials: credential,
		})),
		Object.fromEntries(
			[trigger, ...tools]
				.map(({ name }, i) => [name, to(tools[i]?.name ?? '')])
				.slice(0, tools.length),
		),
	);

import { randomBytes } from 'node:crypto';

/** The name of the node under test, in every workflow. */
export const STEP = 'Under Test';

const TRIGGER = {
	id: 'trigger',
	name: 'Start',
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: object;
	credentials?: object;
	webhookId?: string;
}

export interface BenchWorkflow {
	id: string;
	name: string;
}

/** A workflow of a manual trigger and some steps, one after the other. */
export function workflow(name: string, ...steps: Step[]): BenchWorkflow {
	const nodes = steps.map((step, i) => ({ id: step.name, position: [220 * (i + 1), 0], ...step }));
	const names = [TRIGGER.name, ...steps.map((step) => step.name)];
	const content = {
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [TRIGGER, ...nodes],
		connections: Object.fromEntries(
			names
				.slice(1)
				.map((next, i) => [names[i], { main: [[{ node: next, type: 'main', index: 0 }]] }]),
		),
	};
	return { id: randomBytes(8).toString('hex'), name, ...content };
}

const CREDENTIAL = {
	awsSocialMessagingApi: { id: 'awsSocialMessaging', name: 'AWS End User Messaging Social' },
};

/** Our node, which is under test. */
export const whatsApp = (parameters: object): Step => ({
	name: STEP,
	type: 'n8n-nodes-aws-whatsapp.awsWhatsApp',
	typeVersion: 1,
	parameters,
	credentials: CREDENTIAL,
});

/** A node of `nodes/`: what n8n itself costs. */
export const floor = (
	name: 'floorUpload' | 'floorDownload' | 'idle',
	parameters: object,
): Step => ({
	name: STEP,
	type: `n8n-nodes-bench.${name}`,
	typeVersion: 1,
	parameters,
	...(name === 'idle' ? {} : { credentials: CREDENTIAL }),
});

/** A POST by n8n's own HTTP Request node, signed by the same credential. */
export const httpRequest = (url: string, jsonBody: string): Step => ({
	name: STEP,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'awsSocialMessagingApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	},
	credentials: CREDENTIAL,
});

export const readFile = (path: string): Step => ({
	name: 'Read File',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1,
	parameters: { operation: 'read', fileSelector: path, options: {} },
});

/** What n8n does in its first seconds is not to be measured with the node under test: it holds the event loop for up to a second. */
const QUIET_AFTER_SECONDS = 3;

/** Stands before the node under test, whose items are in place then. */
export const untilQuiet = (seconds = QUIET_AFTER_SECONDS): Step => ({
	name: 'Until Quiet',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: seconds, unit: 'seconds' },
});

/** Items with a number each, from 1 to `count`, and the ID of the phone number that is to send. */
export const manyItems = (count: number, phoneNumberId: string, seconds?: number): Step[] => [
	{
		name: 'Many Items',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: `={{ { list: Array.from({ length: ${count} }, (_, i) => ({ n: i + 1, from: '${phoneNumberId}' })) } }}`,
		},
	},
	{
		name: 'One by One',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'list', options: {} },
	},
	untilQuiet(seconds),
];

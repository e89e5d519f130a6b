import { randomBytes } from 'node:crypto';

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

/** A workflow of a manual trigger and some steps, one after the other. */
export function workflow(name: string, ...steps: Step[]) {
	const nodes = steps.map((step, i) => ({ id: step.name, position: [220 * (i + 1), 0], ...step }));
	const names = [TRIGGER.name, ...steps.map((step) => step.name)];
	return {
		id: randomBytes(8).toString('hex'),
		name,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [TRIGGER, ...nodes],
		connections: Object.fromEntries(
			names
				.slice(1)
				.map((next, i) => [names[i], { main: [[{ node: next, type: 'main', index: 0 }]] }]),
		),
	};
}

const CREDENTIAL = {
	awsSocialMessagingApi: { id: 'awsSocialMessaging', name: 'AWS End User Messaging Social' },
};

export const whatsApp = (name: string, parameters: object): Step => ({
	name,
	type: 'n8n-nodes-aws-whatsapp.awsWhatsApp',
	typeVersion: 1,
	parameters,
	credentials: CREDENTIAL,
});

export const readFile = (path: string): Step => ({
	name: 'Read File',
	type: 'n8n-nodes-base.readWriteFile',
	typeVersion: 1,
	parameters: { operation: 'read', fileSelector: path, options: {} },
});

/** Items with a number each, from 1 to `count`. */
export const manyItems = (count: number): Step => ({
	name: 'Many Items',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: `={{ { list: Array.from({ length: ${count} }, (_, i) => ({ n: i + 1 })) } }}`,
	},
});

export const oneByOne: Step = {
	name: 'One by One',
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'list', options: {} },
};

/** The same send by n8n's own HTTP Request node, signed by the same credential. */
export const httpSend = (phoneNumberId: string): Step => ({
	name: 'Send',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: 'https://social-messaging.amazonaws.com/v1/whatsapp/send',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'awsSocialMessagingApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify({ originationPhoneNumberId: '${phoneNumberId}', metaApiVersion: 'v24.0', message: JSON.stringify({ messaging_product: 'whatsapp', to: '+49151' + (10000000 + $json.n), type: 'text', text: { body: 'Hello ' + $json.n } } ).base64Encode() } ) }}`,
		options: {},
	},
	credentials: CREDENTIAL,
});

export const phoneNumber = (value: string) => ({ __rl: true, mode: 'id', value });

/** The example workflow in real n8n, with a credential for the local stand-in of AWS. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import { everyOperationWorkflow } from './every-operation.mts';
import { createN8nHome, type Credential, type N8nHome, type N8nHomeOptions } from './n8n.mts';
import { freePort } from './process.mts';

export const BUCKET = 'whatsapp-media';

export interface ExampleWorkflow {
	id: string;
	name: string;
	nodes: Array<{ name: string; type: string; parameters: Record<string, unknown> }>;
}

/** The names of the example's nodes that tests and demo look at. */
export const STEP = {
	file: 'Convert to File',
	send: 'Send the Invoice',
	upload: 'Upload the Same File',
	download: 'Download It Again',
	comparison: 'Is It the Same File?',
};

/** The workflows of a demo, and the credential that all of them use. */
export interface Examples {
	credential: Credential;
	workflow: ExampleWorkflow;
	/** The example with a template and other kinds of messages. */
	messages: ExampleWorkflow;
	/** The example that answers what customers write. */
	answers: ExampleWorkflow;
	/** The example that sends each order its confirmation once. */
	orders: ExampleWorkflow;
	/** The example that cleans up every night. */
	cleaning: ExampleWorkflow;
	/** The workflow with a node for every operation. */
	everyOperation: { id: string };
}

export interface Demo extends Examples {
	aws: LocalAws;
	home: N8nHome;
	/** Stops and removes all of it. */
	dispose(): Promise<void>;
}

export interface StandInOptions {
	phonePort?: number;
	/** Further workflows, which n8n imports with its own in one go. */
	workflowsFor?: (aws: LocalAws) => object[];
}

export interface DemoOptions extends Omit<N8nHomeOptions, 'tarball'>, StandInOptions {}

/** Everything in place to run the example: the stand-in, n8n, the credential and the workflow. */
export async function openDemo({
	phonePort,
	workflowsFor = () => [],
	...options
}: DemoOptions = {}): Promise<Demo> {
	const aws = await startLocalAws({ ports: { phone: await freePort(phonePort) } });
	let home: N8nHome | undefined;
	const dispose = async () => {
		await home?.dispose();
		await aws.close();
	};
	try {
		home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '', ...options });
		const examples = await examplesFor(aws);
		await home.importCredentials([examples.credential]);
		await home.importWorkflows([...workflowsOf(examples), ...workflowsFor(aws)]);
		return { aws, home, ...examples, dispose };
	} catch (error) {
		await dispose();
		throw error;
	}
}

export async function examplesFor(aws: LocalAws): Promise<Examples> {
	const credential = localCredential(aws);
	return {
		credential,
		workflow: await exampleWorkflow(),
		messages: await exampleWorkflow('send-template-buttons-and-place'),
		answers: await exampleWorkflow('answer-with-quick-replies'),
		orders: await exampleWorkflow('send-each-order-once'),
		cleaning: await exampleWorkflow('clean-up-old-media-every-night'),
		everyOperation: everyOperationWorkflow(aws, credential),
	};
}

export const workflowsOf = ({
	workflow,
	messages,
	answers,
	orders,
	cleaning,
	everyOperation,
}: Examples): object[] => [workflow, messages, answers, orders, cleaning, everyOperation];

/** The keys of all that is in the bucket, but for what the node remembers there. */
export async function objectsIn({ s3 }: LocalAws): Promise<string[]> {
	const keys = (await s3.list(BUCKET)).map(({ key }) => key);
	return keys.filter((key) => !key.startsWith('n8n-whatsapp/'));
}

/** The credential that the examples name, filled in for the stand-in. */
export function localCredential(aws: LocalAws): Credential {
	const { socialMessaging, s3, sns, sts } = aws.endpoints;
	return {
		id: 'awsSocialMessaging',
		name: 'AWS End User Messaging Social',
		type: 'awsSocialMessagingApi',
		data: {
			region: aws.region,
			...aws.credentials,
			sessionToken: '',
			bucketName: BUCKET,
			customEndpoints: true,
			socialMessagingEndpoint: socialMessaging,
			s3Endpoint: s3,
			stsEndpoint: sts,
			snsEndpoint: sns,
		},
	};
}

export async function exampleWorkflow(
	name = 'send-document-and-read-it-back',
): Promise<ExampleWorkflow> {
	const file = join(import.meta.dirname, `../../examples/${name}.json`);
	return JSON.parse(await readFile(file, 'utf8')) as ExampleWorkflow;
}

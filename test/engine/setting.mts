import { startLocalAws, useShared, type LocalAws } from '../../local-aws/index.mts';
import {
	startEngine,
	type Engine,
	type EngineOptions,
	type Json,
	type RunRequest,
	type RunResult,
	type ToolsRequest,
	type ToolsResult,
} from './engine.mts';

export const BUCKET = 'whatsapp-media';
export const LOCKED_BUCKET = 'locked-bucket';
export const ADA = '+4915112345678';

type Run = Omit<RunRequest, 'credentials' | 'parameters'> & { credentials?: Json };

/** n8n's engine with the node, and the AWS stand-in that it talks to. */
export interface Setting {
	aws: LocalAws;
	engine: Engine;
	credentials: Json;
	phoneNumberId: string;
	businessAccountId: string;
	/** Runs an operation; the phone number and the business account are filled in. */
	run(resource: string, operation: string, parameters: Json, run?: Run): Promise<RunResult>;
	send(parameters: Json, run?: Run): Promise<RunResult>;
	/** Lets an agent call nodes as tools; the phone number and the business account are filled in. */
	callTools(request: Omit<ToolsRequest, 'credentials'>): Promise<ToolsResult>;
	reset(): Promise<void>;
	close(): Promise<void>;
}

export function credentialsFor(aws: LocalAws): Json {
	return {
		region: aws.region,
		...aws.credentials,
		sessionToken: '',
		customEndpoints: true,
		socialMessagingEndpoint: aws.endpoints.socialMessaging,
		s3Endpoint: aws.endpoints.s3,
		stsEndpoint: aws.endpoints.sts,
		snsEndpoint: aws.endpoints.sns,
	};
}

/** A resource locator as the editor saves it, by ID or by ARN. */
export const locator = (value: string) => ({
	__rl: true,
	mode: value.startsWith('arn:') ? 'arn' : 'id',
	value,
});

/** A resource locator as the editor saves what was chosen from the list. */
export const chosen = (value: string) => ({ __rl: true, mode: 'list', value });

async function startSetting(options?: EngineOptions): Promise<Setting> {
	const engine = await startEngine(options);
	const aws = await startLocalAws();
	const credentials = credentialsFor(aws);
	const phoneNumberId = aws.account.phoneNumbers[0]?.id ?? '';
	const businessAccountId = aws.account.businessAccounts[0]?.id ?? '';
	const filledIn = {
		originationPhoneNumberId: chosen(phoneNumberId),
		phoneNumberId: chosen(phoneNumberId),
		businessAccountId: chosen(businessAccountId),
	};
	const run: Setting['run'] = async (resource, operation, parameters, settings = {}) =>
		await engine.run({
			parameters: {
				resource,
				operation,
				...filledIn,
				...parameters,
			},
			credentials,
			...settings,
		});
	return {
		aws,
		engine,
		credentials,
		phoneNumberId,
		businessAccountId,
		run,
		send: async (parameters, settings) =>
			await run('message', 'send', { to: ADA, ...parameters }, settings),
		callTools: async ({ tools, ...request }) =>
			await engine.runTools({
				tools: tools.map((tool) => ({ ...tool, parameters: { ...filledIn, ...tool.parameters } })),
				credentials,
				...request,
			}),
		reset: async () => await aws.reset(),
		close: async () => {
			await engine.stop();
			await aws.close();
		},
	};
}

/** A setting for the tests of a file: reset before each of them. */
export const useSetting = (options?: EngineOptions): Setting =>
	useShared(async () => await startSetting(options));

/** How files of a type begin. */
const BEGINNINGS: Record<string, string> = {
	'application/pdf': '%PDF-1.7\n',
	'audio/ogg': 'OggS\0',
	'image/jpeg': '\u00ff\u00d8\u00ff\u00e0',
	'image/webp': 'RIFF\0\0\0\0WEBPVP8 ',
	'video/mp4': '\0\0\0\u0018ftypisom',
};

/** Bytes that begin like a file of the type, with a content of their own. */
export const fileContent = (mimeType: string, content = '') =>
	Buffer.concat([Buffer.from(BEGINNINGS[mimeType] ?? '', 'latin1'), Buffer.from(content)]);

/** An item with one file in field `data`. */
export function fileItem(data: Buffer, fileName: string, mimeType: string, json: object = {}) {
	return { json, binary: { data: { data, fileName, mimeType } } };
}

/** The first output's JSON. */
export function jsonOf(result: RunResult): Json[] {
	return (result.outputs[0] ?? []).map(({ json }) => json);
}

/** The first output's pairing: the index of the input item of each output item. */
export function pairsOf(result: RunResult): unknown[] {
	return (result.outputs[0] ?? []).map(
		({ pairedItem }) => (pairedItem as { item?: unknown } | undefined)?.item,
	);
}

/** n8n's own AI Agent in real n8n, with a model whose words are decided beforehand. */
import {
	socialMessagingClient,
	startLocalAws,
	uploadMedia,
	type LocalAws,
} from '../../local-aws/index.mts';
import {
	agentWorkflow,
	modelCredential,
	plainWorkflow,
	type Tool,
	type Versions,
} from './agent-workflow.mts';
import { BUCKET, localCredential, objectsIn } from './demo.mts';
import { itemsOf, type ExecutedWorkflow } from './execution.mts';
import { startModelServer, type ModelServer } from './model-server.mts';
import { createN8nHome, type N8nHome } from './n8n.mts';

jest.setTimeout(120_000);

const SEND = 'SendWhatsAppMessage';
const TO = '+4915112345678';
const REFUSED = 'This one is refused';
const LOST = 'The answer to this one is lost';

/** Agents up to version 2 call a tool as a function, the newest ask n8n to execute its node. */
const VERSIONS: Array<Versions & { name: string }> = [
	{ name: 'oldest', agent: 1.9, model: 1.2 },
	{ name: 'middle', agent: 2.2, model: 1.2 },
	{ name: 'newest', agent: 3.1, model: 1.3 },
];

let aws: LocalAws;
let home: N8nHome;
let model: ModelServer;
let plain: ExecutedWorkflow;

const locator = (value = '') => ({ __rl: true, mode: 'list', value });
const fromModel = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;

/** The nodes; what a model gives differs, and all else is the same. */
function nodes(to: string, textBody: string, mediaId: string): Tool[] {
	const [account] = aws.account.businessAccounts;
	const number = locator(account?.phoneNumbers[0]?.id);
	return [
		{
			name: 'Send',
			parameters: {
				resource: 'message',
				operation: 'send',
				originationPhoneNumberId: number,
				to,
				messageType: 'text',
				textBody,
				options: {},
			},
		},
		{
			name: 'Templates',
			parameters: {
				resource: 'template',
				operation: 'getAll',
				businessAccountId: locator(account?.id),
				returnAll: false,
				limit: 3,
				options: {},
			},
		},
		{
			name: 'Download',
			parameters: {
				resource: 'media',
				operation: 'download',
				originationPhoneNumberId: number,
				mediaId,
				bucketName: BUCKET,
				options: {},
			},
		},
	];
}

const script = (mediaId: string) => [
	[
		{ tool: 'Send', values: { to: TO, text: 'Hello' } },
		{ tool: 'Templates', values: {} },
		{ tool: 'Download', values: { mediaId } },
	],
	[
		{ tool: 'Send', values: { to: TO, text: REFUSED } },
		{ tool: 'Send_or_Tell', values: { to: TO, text: REFUSED } },
		{ tool: 'Send', values: { to: TO, text: LOST } },
	],
];

const isSaying =
	(text: string) =>
	({ body }: { body: Buffer }) =>
		Buffer.from((JSON.parse(body.toString()) as { message: string }).message, 'base64')
			.toString()
			.includes(text);

beforeAll(async () => {
	aws = await startLocalAws();
	const client = socialMessagingClient(aws);
	const mediaId = await uploadMedia(
		aws,
		client,
		'a.pdf',
		'application/pdf',
		Buffer.from('%PDF-1.7'),
	);
	client.destroy();
	model = await startModelServer(script(mediaId));
	home = await createN8nHome({ tarball: process.env.AWS_WHATSAPP_TARBALL ?? '' });
	await home.importCredentials([localCredential(aws), modelCredential(model.url)]);
	const tools = nodes(fromModel('to'), fromModel('text'), fromModel('mediaId'));
	const [send] = tools;
	if (send) tools.push({ ...send, name: 'Send or Tell', onError: 'continueRegularOutput' });
	await home.importWorkflows([
		plainWorkflow('plain', nodes(TO, 'Hello', mediaId)),
		...VERSIONS.map(({ name, ...versions }) => agentWorkflow(name, versions, tools)),
	]);
	plain = await home.execute('plain');
});
afterAll(async () => {
	await home?.dispose();
	await model?.close();
	await aws?.close();
});

const jsonOf = (run: ExecutedWorkflow, node: string) => itemsOf(run, node).map(({ json }) => json);
const resultOf = (id: string) => JSON.parse(model.results.get(id) ?? 'null') as unknown;

it('the plain workflow runs', () => {
	expect(plain).toMatchObject({ status: 'success', error: undefined });
	expect(jsonOf(plain, 'Templates')).toHaveLength(3);
});

describe.each(VERSIONS)('agent $agent', ({ name, agent }) => {
	let run: ExecutedWorkflow;
	let messages: LocalAws['phone']['messages'];

	beforeAll(async () => {
		model.results.clear();
		aws.requests.length = 0;
		const before = aws.phone.messages.length;
		aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 403,
			errorName: 'AccessDeniedException',
			message: 'Not allowed',
			matches: isSaying(REFUSED),
		});
		aws.faults.add({ kind: 'cutAfter', action: SEND, matches: isSaying(LOST) });
		run = await home.execute(name);
		messages = aws.phone.messages.slice(before);
		aws.faults.clear();
	});

	it('comes to its end, with its tools', () => {
		expect(run).toMatchObject({ status: 'success', error: undefined });
		expect(jsonOf(run, 'AI Agent')).toEqual([{ output: 'Done.' }]);
		expect([...model.tools].sort()).toEqual(['Download', 'Send', 'Send_or_Tell', 'Templates']);
	});

	it('sends the message once, and reads what a workflow would get', () => {
		expect(messages.map(({ to, message }) => ({ to, text: message.text }))).toEqual([
			{ to: TO, text: { body: 'Hello' } },
			{ to: TO, text: { body: LOST } },
		]);
		const { messageId } = messages[0] ?? {};
		expect(resultOf('call_0_0')).toEqual(
			jsonOf(plain, 'Send').map((json) => ({ ...json, messageId })),
		);
	});

	it('reads the same templates', () => {
		expect(resultOf('call_0_1')).toEqual(jsonOf(plain, 'Templates'));
	});

	it('reads the same about a file, and nothing of it stays in the bucket', async () => {
		expect(resultOf('call_0_2')).toEqual(jsonOf(plain, 'Download'));
		expect(await objectsIn(aws)).toHaveLength(1);
	});

	it('reads what to do about a refusal', () => {
		const told = model.results.get('call_1_1');
		expect(told).toContain(`AWS denied access to social-messaging:${SEND}`);
		expect(told).toContain(`add social-messaging:${SEND} to its IAM policy`);
		expect(JSON.parse(told ?? '')).toMatchObject([{ details: { outcome: 'notDone' } }]);
	});

	// LangChain's executor, which runs these agents, swallows what a tool throws, whichever node it is.
	it(`reads ${agent < 3 ? 'nothing' : 'the same'} where the tool stops at errors`, () => {
		const told = model.results.get('call_1_0');
		if (agent < 3) {
			expect(told).toBe('');
		} else {
			expect(told).toContain(`AWS denied access to social-messaging:${SEND}`);
			expect(told).toContain(`add social-messaging:${SEND} to its IAM policy`);
		}
	});

	it('always reads that a message may have been sent, so that the model does not just send it again', () => {
		expect(model.results.get('call_1_2')).toMatch(/may or may not have been carried out/);
	});

	it('repeats nothing by itself', () => {
		expect(aws.requests.filter(({ action }) => action === SEND)).toHaveLength(4);
	});
});

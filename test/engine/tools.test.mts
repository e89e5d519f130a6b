import type { Fault } from '../../local-aws/index.mts';
import { requestsFor } from './recorded.mts';
import { ADA, BUCKET, fileItem, jsonOf, useSetting } from './setting.mts';
import type { Json, ToolAnswer } from './protocol.mts';

/*
 * The node as a tool of AI agents. n8n has two ways to run it: agents that call the tool as a function, and
 * repeat the call themselves on 'Retry On Fail', and agents that ask n8n's engine to execute its node.
 */

const setting = useSetting();

const SEND = 'SendWhatsAppMessage';
const RETRY = { maxTries: 3, waitBetweenTries: 10 };
const REFUSED = {
	kind: 'error',
	action: SEND,
	status: 403,
	errorName: 'AccessDeniedException',
} as const;
const send: Json = {
	resource: 'message',
	operation: 'send',
	to: "={{ $fromAI('to', 'The number of the customer', 'string') }}",
	messageType: 'text',
	textBody: "={{ $fromAI('text', 'What to say', 'string') }}",
};
const sender = { name: 'Send', parameters: send, retryOnFail: RETRY };
const saying = (text: string, to = ADA, tool = 'Send') => ({ tool, values: { to, text } });
const received = () =>
	setting.aws.phone.messages.map(({ message }) => (message.text as { body: string }).body).sort();
const json = ({ answer }: ToolAnswer): Json[] => JSON.parse(answer ?? 'null') as Json[];
/** What the model gets to read. */
const told = (answer: ToolAnswer | undefined) => answer?.error ?? answer?.answer;
const idOf = (answer: ToolAnswer | undefined) => answer && json(answer)[0]?.messageId;
const isSaying = (text: string) => (request: { body: Buffer }) =>
	Buffer.from((JSON.parse(request.body.toString()) as { message: string }).message, 'base64')
		.toString()
		.includes(`"${text}"`);
const html = { 'content-type': 'text/html' };

describe.each(['invoked', 'requested'] as const)('a tool that is %s', (road) => {
	const call = async (...calls: Array<ReturnType<typeof saying>>) =>
		await setting.callTools({ road, tools: [sender], calls });

	it('sends what the model says, once, and answers with the ID of the message', async () => {
		const { status, answers } = await call(saying('Good morning'));
		expect(status).toBe('success');
		expect(answers).toHaveLength(1);
		expect(json(answers[0] as ToolAnswer)).toEqual([
			{ messageId: expect.stringMatching(/^[0-9a-f-]{36}$/), to: ADA, type: 'text' },
		]);
		expect(setting.aws.phone.messages.map(({ to }) => to)).toEqual([ADA]);
		expect(received()).toEqual(['Good morning']);
	});

	const doubtful: Array<[string, Partial<Fault> & Pick<Fault, 'kind'>]> = [
		['a lost answer', { kind: 'cutAfter' }],
		['502 of a gateway', { kind: 'answerAfter', answer: { status: 502, headers: html, body: '' } }],
		['504 of a gateway', { kind: 'answerAfter', answer: { status: 504 } }],
		['200 without an ID', { kind: 'answerAfter', answer: { status: 200, body: '{}' } }],
		['a page', { kind: 'answerAfter', answer: { status: 200, headers: html, body: '<p>' } }],
	];

	it.each(doubtful)(
		'does not repeat a send that ended in %s, and says that it may have been done',
		async (_name, fault) => {
			setting.aws.faults.add({ ...fault, action: SEND });
			const { answers } = await call(saying('Once'));
			expect(received()).toEqual(['Once']);
			expect(requestsFor(setting.aws, SEND)).toHaveLength(1);
			expect(told(answers[0])).toMatch(/may or may not have been carried out/);
			if (road === 'requested') expect(answers[0]?.error?.match(/Details:/g)).toHaveLength(1);
			// An agent's model reads nothing of what a function throws.
			else
				expect(json(answers[0] as ToolAnswer)).toMatchObject([
					{ details: { outcome: 'notKnown' } },
				]);
		},
	);

	it('returns an uncertain result as data if the node continues on errors', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND });
		const { answers } = await setting.callTools({
			road,
			tools: [{ ...sender, onError: 'continueRegularOutput' }],
			calls: [saying('Once')],
		});
		expect(received()).toEqual(['Once']);
		expect(answers[0]?.answer).toMatch(/may or may not have been carried out/);
		expect(json(answers[0] as ToolAnswer)).toMatchObject([{ details: { outcome: 'notKnown' } }]);
	});

	it('is retried by Retry On Fail after a refusal, and can succeed', async () => {
		setting.aws.faults.add({ ...REFUSED, times: 2 });
		const { answers } = await call(saying('At last'));
		expect(idOf(answers[0])).toBeDefined();
		expect(requestsFor(setting.aws, SEND)).toHaveLength(3);
		expect(received()).toEqual(['At last']);
	});

	it('says what to do about a refusal that persists', async () => {
		setting.aws.faults.add(REFUSED);
		const { answers } = await call(saying('Never'));
		expect(requestsFor(setting.aws, SEND)).toHaveLength(3);
		expect(answers[0]?.error).toMatch(/social-messaging:SendWhatsAppMessage/);
		expect(answers[0]?.error).not.toMatch(/may or may not/);
		expect(received()).toEqual([]);
	});

	it('names the value that the model has to correct', async () => {
		const { answers } = await call(saying('Hi', 'my mother'));
		expect(answers[0]?.error).toMatch(/'To'/);
		expect(answers[0]?.error?.match(/Details:/g)).toHaveLength(1);
		expect(setting.aws.requests).toEqual([]);
	});

	it('waits if AWS throttles it', async () => {
		setting.aws.faults.add({ kind: 'throttle', action: SEND, times: 3 });
		const { answers } = await call(saying('Patience'));
		expect(idOf(answers[0])).toBeDefined();
		expect(requestsFor(setting.aws, SEND)).toHaveLength(4);
		expect(received()).toEqual(['Patience']);
	});

	it('treats a second call with the same values as a new call, and not as a retry', async () => {
		const { answers } = await call(saying('Twice'), saying('Twice'));
		expect(received()).toEqual(['Twice', 'Twice']);
		expect(new Set(answers.map(idOf)).size).toBe(2);
	});

	it('sends again if the model calls again after an uncertain result', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND, times: 1 });
		const { answers } = await call(saying('Again'), saying('Again'));
		expect(told(answers[0])).toMatch(/may or may not/);
		expect(idOf(answers[1])).toBeDefined();
		expect(received()).toEqual(['Again', 'Again']);
	});

	it('answers each of many calls separately', async () => {
		const texts = ['1', '2', '3', '4', '5'];
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND, matches: isSaying('2') });
		setting.aws.faults.add({ ...REFUSED, times: 1, matches: isSaying('4') });
		const { answers } = await setting.callTools({
			road,
			tools: [sender],
			calls: texts.map((text) => saying(text, `+491511234567${text}`)),
			inParallel: true,
		});
		expect(received()).toEqual(texts);
		expect(answers.map(told)).toEqual([
			expect.stringContaining('"+4915112345671"'),
			expect.stringMatching(/may or may not/),
			expect.stringContaining('"+4915112345673"'),
			expect.stringContaining('"+4915112345674"'),
			expect.stringContaining('"+4915112345675"'),
		]);
		expect(new Set(answers.map(({ answer }) => answer)).size).toBe(5);
	});

	it('remembers nothing of the other tools of its agent', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND, matches: isSaying('Hello, 1') });
		setting.aws.faults.add({ ...REFUSED, times: 1, matches: isSaying('Hello, 2') });
		const greeting = (n: number) => ({
			...sender,
			name: `Greet ${n}`,
			parameters: { ...send, textBody: `=Hello, ${n}`, to: ADA },
		});
		const { answers } = await setting.callTools({
			road,
			tools: [greeting(1), greeting(2), greeting(3)],
			calls: [1, 2, 3, 2].map((n) => ({ tool: `Greet ${n}`, values: {} })),
			inParallel: true,
		});
		expect(received()).toEqual(['Hello, 1', 'Hello, 2', 'Hello, 2', 'Hello, 3']);
		expect(told(answers[0])).toMatch(/may or may not/);
		expect(answers.slice(1).map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
	});

	it('lists', async () => {
		const { answers } = await setting.callTools({
			road,
			tools: [{ name: 'List', parameters: { resource: 'businessAccount', operation: 'getAll' } }],
			calls: [{ tool: 'List', values: {} }],
		});
		const ids = setting.aws.account.businessAccounts.map(({ id }) => ({ id }));
		expect(json(answers[0] as ToolAnswer)).toMatchObject(ids);
	});

	it('downloads a file, of which n8n returns only the details to the model', async () => {
		const uploaded = await setting.run(
			'media',
			'upload',
			{ bucketName: BUCKET },
			{ items: [fileItem(Buffer.from('%PDF-1.7'), 'a.pdf', 'application/pdf')] },
		);
		const mediaId = String(jsonOf(uploaded)[0]?.mediaId);
		const { status, answers } = await setting.callTools({
			road,
			tools: [
				{
					name: 'Download',
					parameters: {
						resource: 'media',
						operation: 'download',
						mediaId: "={{ $fromAI('mediaId') }}",
						bucketName: BUCKET,
					},
				},
			],
			calls: [{ tool: 'Download', values: { mediaId } }],
		});
		expect(status).toBe('success');
		expect(json(answers[0] as ToolAnswer)).toMatchObject([
			{ mediaId, mimeType: 'application/pdf', fileSize: 8 },
		]);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('says that there is no file if it is supposed to send one', async () => {
		const { answers } = await setting.callTools({
			road,
			tools: [
				{
					name: 'Send',
					parameters: { ...send, messageType: 'document', bucketName: BUCKET },
				},
			],
			calls: [saying('unused')],
		});
		expect(answers[0]?.error).toMatch(/The item has no files/);
		expect(setting.aws.requests).toEqual([]);
	});

	it.each([
		['for an answer', { kind: 'slow', delayMs: 5_000 }],
		['as long as AWS asks for', { kind: 'throttle', retryAfterSeconds: 20 }],
	] as const)(
		'ends at once if the execution is stopped while it waits %s',
		async (_name, fault) => {
			setting.aws.faults.add({ ...fault, action: SEND });
			const { status, ms } = await setting.callTools({
				road,
				tools: [sender],
				calls: [saying('Too late'), saying('Too late')],
				cancelAfterMs: 1_000,
			});
			expect(status).toBe('canceled');
			expect(ms).toBeLessThan(2_500);
			expect(requestsFor(setting.aws, SEND)).toHaveLength(1);
			expect(received()).toEqual([]);
		},
	);
});

describe('in a loop with Retry On Fail, every round of the same node', () => {
	const same = Array.from({ length: 4 }, () => ({ json: { to: ADA, text: 'Hello' } }));
	const toAda = { to: '={{ $json.to }}', messageType: 'text', textBody: '={{ $json.text }}' };

	it('sends, even if all items are the same', async () => {
		const result = await setting.send(toAda, { items: same, loopBatchSize: 1, retryOnFail: RETRY });
		expect(result.status).toBe('success');
		expect(new Set(jsonOf(result).map(({ messageId }) => messageId)).size).toBe(4);
		expect(received()).toEqual(Array(4).fill('Hello'));
	});

	it('sends, even if one is refused at first', async () => {
		setting.aws.faults.add({ ...REFUSED, times: 1 });
		const result = await setting.send(toAda, { items: same, loopBatchSize: 2, retryOnFail: RETRY });
		expect(jsonOf(result)).toHaveLength(4);
		expect(received()).toEqual(Array(4).fill('Hello'));
	});

	it('sends, even if the outcome of another is unknown', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND, times: 1 });
		const result = await setting.send(toAda, {
			items: same,
			loopBatchSize: 1,
			retryOnFail: RETRY,
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(result).map(({ error }) => error !== undefined)).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(received()).toEqual(Array(4).fill('Hello'));
	});
});

import { exampleOf } from './examples.mts';
import { requestsFor } from './recorded.mts';
import {
	ADA,
	BUCKET,
	chosen,
	fileContent,
	fileItem,
	jsonOf,
	pairsOf,
	useSetting,
} from './setting.mts';

/*
 * Requests of which nobody knows whether they were carried out: a gateway answers after AWS has done it,
 * answers get lost, or are unusable.
 */

const setting = useSetting();

const SEND = 'SendWhatsAppMessage';
const RETRY = { maxTries: 3, waitBetweenTries: 10 };
const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' };
const toAda = { to: ADA, messageType: 'text', textBody: 'Hello' };
const received = () => setting.aws.phone.messages.map(({ to }) => to).sort();
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

describe('a send that is answered with an error after it was carried out', () => {
	const answers = [
		['500 of a gateway', { status: 500, headers: html, body: '<h1>Internal Server Error</h1>' }],
		['502 of a gateway', { status: 502, headers: html, body: '<h1>Bad Gateway</h1>' }],
		['503 of a gateway', { status: 503, headers: html, body: '<h1>Unavailable</h1>' }],
		['504 of a gateway', { status: 504, headers: html, body: '<h1>Gateway Timeout</h1>' }],
		['504 without a body', { status: 504 }],
		[
			'500 of AWS',
			{
				status: 500,
				headers: { ...json, 'x-amzn-errortype': 'InternalServiceException' },
				body: '{}',
			},
		],
		[
			'502 of AWS',
			{ status: 502, headers: { ...json, 'x-amzn-errortype': 'DependencyException' }, body: '{}' },
		],
		['403 of a filter', { status: 403, headers: html, body: '<h1>Blocked</h1>' }],
		[
			'403 of a filter that has a name for it',
			{ status: 403, headers: json, body: '{"code":"access_blocked","message":"Blocked by DLP"}' },
		],
		[
			'403 that uses a name of AWS',
			{ status: 403, headers: json, body: '{"__type":"AccessDeniedException"}' },
		],
		[
			'403 with a document like that of S3',
			{ status: 403, body: '<Error><Code>AccessDenied</Code></Error>' },
		],
		[
			'503 that speaks of throttling',
			{ status: 503, headers: json, body: '{"code":"ThrottlingPolicy"}' },
		],
		['302 to a login page', { status: 302, headers: { location: 'https://login.example/' } }],
		['408 of a gateway', { status: 408, headers: html, body: '' }],
		['520 of a CDN', { status: 520, headers: html, body: '' }],
	] as const;

	it.each(answers)(
		"is never repeated, by us or by n8n's Retry On Fail: %s",
		async (_name, answer) => {
			setting.aws.faults.add({ kind: 'answerAfter', action: SEND, answer: { ...answer } });
			const { error } = await setting.send(toAda, { retryOnFail: RETRY });
			expect(received()).toEqual([ADA]);
			expect(error?.description).toMatch(/may or may not have been carried out/);
			expect(error?.description).toMatch(/Check before you run the node again/);
			expect(`${error?.message} ${error?.description}`).not.toMatch(
				/Nothing is wrong|Run it again in/,
			);
		},
	);

	it('is reported as not known, next to what was done and what was not', async () => {
		setting.aws.faults.add({
			kind: 'answerAfter',
			action: SEND,
			answer: { status: 502, headers: html, body: '<h1>Bad Gateway</h1>' },
			matches: ({ body }) =>
				Buffer.from(JSON.parse(body.toString()).message, 'base64').toString().includes('Hello 2"'),
		});
		const { error } = await setting.send(
			{ ...toEach, options: { maxRequestsAtOnce: 1 } },
			{ items: people(5), retryOnFail: RETRY },
		);
		expect(error?.description).toMatch(/may have been done for item 2, so check it first\./);
		expect(error?.description).toMatch(/already done for 2 of the 5 items \(items 0-1\)\./);
		expect(received()).toHaveLength(3);
	});

	it('becomes an item that says so if the workflow continues', async () => {
		setting.aws.faults.add({
			kind: 'answerAfter',
			action: SEND,
			answer: { status: 504 },
			times: 2,
		});
		const result = await setting.send(
			{ ...toEach, options: { maxRequestsAtOnce: 1 } },
			{ items: people(4), onError: 'continueRegularOutput', retryOnFail: RETRY },
		);
		expect(pairsOf(result)).toEqual([0, 1, 2, 3]);
		expect(jsonOf(result).map(({ details }) => (details as { outcome?: string })?.outcome)).toEqual(
			['notKnown', 'notKnown', undefined, undefined],
		);
		expect(received()).toHaveLength(4);
	});
});

/** Answers with a status of success that say nothing. */
const NO_ANSWERS = [
	['nothing', { status: 200, headers: json, body: '' }],
	['nothing at all', { status: 204 }],
	['a page', { status: 200, headers: html, body: '<html>Please log in</html>' }],
	['a page that is said to be JSON', { status: 200, headers: json, body: '<html></html>' }],
	['half a document', { status: 200, headers: json, body: '{"messageId": "a' }],
	['null', { status: 200, headers: json, body: 'null' }],
	['a list', { status: 200, headers: json, body: '[]' }],
	['a number', { status: 200, headers: json, body: '1' }],
	['a text', { status: 200, headers: json, body: '"ok"' }],
	['true', { status: 200, headers: json, body: 'true' }],
	['an empty document', { status: 200, headers: json, body: '{}' }],
	['another document', { status: 200, headers: json, body: '{"status":"ok"}' }],
	['an ID of null', { status: 200, headers: json, body: '{"messageId":null}' }],
	['accepted', { status: 202, headers: html, body: 'Accepted' }],
] as const;

describe('a send whose answer is unusable', () => {
	it.each(NO_ANSWERS)(
		'may have been sent, is reported as such and never repeated: %s',
		async (_name, answer) => {
			setting.aws.faults.add({ kind: 'answerAfter', action: SEND, answer: { ...answer } });
			const { error, status } = await setting.send(toAda, { retryOnFail: RETRY });
			expect(status).toBe('error');
			expect(error?.message).toBe('The response did not come from AWS');
			expect(error?.description).toMatch(/may or may not have been carried out/);
			expect(received()).toEqual([ADA]);
		},
	);

	it('says which member is missing', async () => {
		setting.aws.faults.add({
			kind: 'answerAfter',
			action: SEND,
			answer: { status: 200, body: '{}' },
		});
		const { error } = await setting.send(toAda);
		expect(error?.description).toContain('HTTP 200 without "messageId"');
	});
});

describe('removals', () => {
	const id = chosen('1013859600285441');
	it.each([
		['media', 'delete', 'DeleteWhatsAppMessageMedia', {}],
		['template', 'delete', 'DeleteWhatsAppMessageTemplate', {}],
		['flow', 'delete', 'DeleteWhatsAppFlow', { flowId: id }],
		['businessAccount', 'disassociate', 'DisassociateWhatsAppBusinessAccount', {}],
	])(
		'%s.%s is done if the first answer was lost and AWS then finds nothing',
		async (resource, operation, action, more) => {
			for (const lost of [
				{ kind: 'cutBefore', times: 1 } as const,
				{ kind: 'answerBefore', times: 1, answer: { status: 502 } } as const,
				{
					kind: 'answerBefore',
					times: 1,
					answer: { status: 200, headers: html, body: '<p>' },
				} as const,
			]) {
				await setting.reset();
				const gone = {
					kind: 'error',
					status: 404,
					errorName: 'ResourceNotFoundException',
				} as const;
				setting.aws.faults.add({ ...lost, action });
				setting.aws.faults.add({ ...gone, action });
				const parameters = { ...exampleOf(resource, operation), ...more };
				const { error, outputs } = await setting.run(resource, operation, parameters);
				expect(error).toBeUndefined();
				expect(outputs[0]).toHaveLength(1);
				expect(requestsFor(setting.aws, action)).toHaveLength(2);
			}
		},
	);

	it("is done if all answers of n8n's first try were lost", async () => {
		const action = 'DeleteWhatsAppMessageMedia';
		setting.aws.faults.add({ kind: 'answerBefore', action, times: 6, answer: { status: 500 } });
		setting.aws.faults.add({
			kind: 'error',
			action,
			status: 404,
			errorName: 'ResourceNotFoundException',
		});
		const { error } = await setting.run('media', 'delete', exampleOf('media', 'delete'), {
			retryOnFail: RETRY,
		});
		expect(error).toBeUndefined();
	});

	it('is refused if AWS finds nothing at the first try', async () => {
		const { error } = await setting.run('media', 'delete', { mediaId: '999' });
		expect(error?.message).toMatch(/AWS cannot find the media file$/);
	});
});

describe('a message with a file', () => {
	const pdf = { messageType: 'document', bucketName: BUCKET };
	const items = [fileItem(fileContent('application/pdf'), 'a.pdf', 'application/pdf')];

	it.each([
		['lost', { kind: 'cutAfter' } as const],
		['a gateway’s', { kind: 'answerAfter', answer: { status: 504 } } as const],
		[
			'a page',
			{ kind: 'answerAfter', answer: { status: 200, headers: html, body: '<p>' } } as const,
		],
		['without an ID', { kind: 'answerAfter', answer: { status: 200, body: '{}' } } as const],
	])('is sent once even if the answer to its upload is %s', async (_name, fault) => {
		setting.aws.faults.add({ ...fault, action: 'PostWhatsAppMessageMedia', times: 1 });
		const { error } = await setting.send(pdf, { items });
		expect(error).toBeUndefined();
		expect(received()).toEqual([ADA]);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it('is sent by Retry On Fail if the answer to its upload was lost', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'PostWhatsAppMessageMedia', times: 6 });
		const { error } = await setting.send(pdf, { items, retryOnFail: RETRY });
		expect(error).toBeUndefined();
		expect(received()).toEqual([ADA]);
	});

	it('that was not sent is not reported as possibly sent', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'PostWhatsAppMessageMedia' });
		const result = await setting.send(pdf, { items, onError: 'continueRegularOutput' });
		expect(jsonOf(result)[0]).toMatchObject({ details: { outcome: 'notDone' } });
		expect(jsonOf(result)[0]?.error).not.toMatch(/before it answered/);
	});

	it('leaves at once even if its copy in S3 cannot be removed for a long time', async () => {
		setting.aws.faults.add({
			kind: 'slow',
			delayMs: 3_000,
			service: 's3',
			matches: ({ method }) => method === 'DELETE',
		});
		const started = Date.now();
		const running = setting.send(pdf, { items });
		while (setting.aws.phone.messages.length === 0 && Date.now() - started < 20_000) {
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		const removal = setting.aws.requests.find(({ method }) => method === 'DELETE');
		const sending = setting.aws.requests.find(({ action }) => action === SEND);
		expect(sending?.endedAt).toBeLessThanOrEqual((removal?.arrivedAt ?? Infinity) + 1);
		await running;
	});
});

describe("n8n's batching", () => {
	const batching = { batch: { batchSize: 2, batchInterval: 120 } };
	const spaced = { ...toEach, requestOptions: { batching } };

	it('with an expression that throws and Retry On Fail sends nothing twice', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 300, action: SEND });
		const { status, error } = await setting.send(
			{ ...spaced, textBody: '={{ $json.n === 5 ? $("No such node").item.json.x : $json.n }}' },
			{ items: people(8), retryOnFail: RETRY },
		);
		expect(status).toBe('error');
		expect(error?.itemIndex).toBe(5);
		expect(new Set(received()).size).toBe(received().length);
		expect(error?.description).toMatch(/was not done for any of the 8 items/);
	});

	it('in stop mode stops after a failure and accounts for the items', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 403,
			errorName: 'AccessDeniedException',
			matches: ({ body }) =>
				Buffer.from(JSON.parse(body.toString()).message, 'base64').toString().includes('Hello 3"'),
		});
		const { error, ms } = await setting.send(spaced, { items: people(60) });
		// The batches that were still to come are not waited for.
		expect(ms).toBeLessThan(1_500);
		expect(error?.itemIndex).toBe(3);
		expect(error?.description).toMatch(/already done for 3 of the 60 items \(items 0-2\)\./);
		expect(received()).toHaveLength(3);
	});

	it('with no failures sends everything, each once and paired', async () => {
		const result = await setting.send(spaced, { items: people(7) });
		expect(pairsOf(result)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(result.ms).toBeGreaterThanOrEqual(3 * 120);
	});
});

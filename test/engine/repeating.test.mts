import { BUCKET, fileItem, jsonOf, LOCKED_BUCKET, pairsOf, useSetting } from './setting.mts';

const setting = useSetting();

const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' };
const received = () =>
	setting.aws.phone.messages.map(({ message }) => (message.text as { body: string }).body).sort();
const hello = (...numbers: number[]) => numbers.map((n) => `Hello ${n}`).sort();
const requestsOf = (action: string) =>
	setting.aws.requests.filter((request) => request.action === action).length;
const SEND = 'SendWhatsAppMessage';
const isMessageTo = (n: number) => (request: { body: Buffer }) =>
	Buffer.from(JSON.parse(request.body.toString()).message, 'base64')
		.toString()
		.includes(`Hello ${n}"`);

describe('a message is never sent twice', () => {
	it.each([
		['a 500', { kind: 'error', status: 500, errorName: 'InternalServiceException' } as const],
		['a 502', { kind: 'error', status: 502, errorName: 'DependencyException' } as const],
		['a connection that is lost before the work is done', { kind: 'cutBefore' } as const],
		['a connection that is lost after the work is done', { kind: 'cutAfter' } as const],
	])('a send that ends in %s is not repeated', async (_name, fault) => {
		setting.aws.faults.add({ ...fault, action: SEND });
		const { error } = await setting.send(toEach, { items: people(1) });
		expect(requestsOf(SEND)).toBe(1);
		expect(error?.message).toBeDefined();
		if (fault.kind !== 'error') {
			expect(error?.message).toBe('The connection to AWS was lost before it answered');
			expect(error?.description).toMatch(/may or may not have been carried out/);
		}
	});

	it('a throttled send is repeated, since AWS did nothing', async () => {
		setting.aws.faults.add({ kind: 'throttle', action: SEND, times: 3 });
		expect((await setting.send(toEach, { items: people(1) })).status).toBe('success');
		expect(requestsOf(SEND)).toBe(4);
		expect(received()).toEqual(hello(0));
	});

	it('waits as long as AWS asks for', async () => {
		setting.aws.faults.add({ kind: 'throttle', action: SEND, times: 1, retryAfterSeconds: 2 });
		const started = Date.now();
		expect((await setting.send(toEach, { items: people(1) })).status).toBe('success');
		expect(Date.now() - started).toBeGreaterThanOrEqual(2000);
	});

	it('does not wait for hours: a long Retry-After ends in an error that states it', async () => {
		setting.aws.faults.add({ kind: 'throttle', action: SEND, retryAfterSeconds: 3600 });
		const { error } = await setting.send(toEach, { items: people(1) });
		expect(error?.message).toMatch(/too many requests/);
		expect(error?.description).toMatch(/wait 3,600 seconds/);
		expect(requestsOf(SEND)).toBe(1);
	});

	it('an upload whose answer was lost is repeated: nobody uses or sees the first one', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'PostWhatsAppMessageMedia', times: 1 });
		const { error } = await setting.run(
			'media',
			'upload',
			{ bucketName: BUCKET },
			{
				items: [fileItem(Buffer.from('x'), 'a.txt', 'text/plain')],
			},
		);
		expect(error).toBeUndefined();
		expect(requestsOf('PostWhatsAppMessageMedia')).toBe(2);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});

	it.each([
		['a 500', { kind: 'error', status: 500, errorName: 'InternalServiceException' } as const],
		['a 503', { kind: 'error', status: 503, errorName: 'ServiceUnavailable' } as const],
		['a lost connection', { kind: 'cutAfter' } as const],
	])('reading is repeated after %s', async (_name, fault) => {
		setting.aws.faults.add({ ...fault, times: 2 });
		const result = await setting.run('businessAccount', 'getAll', {});
		expect(result.status).toBe('success');
		expect(setting.aws.requests).toHaveLength(3);
	});

	it('staging in S3 is repeated after a lost connection, with the whole file', async () => {
		const content = Buffer.alloc(3_000_000, 'abc');
		setting.aws.faults.add({ kind: 'cutBefore', service: 's3', times: 2 });
		const result = await setting.send(
			{ messageType: 'document', bucketName: BUCKET },
			{ items: [fileItem(content, 'a.txt', 'text/plain')] },
		);
		expect(result.error).toBeUndefined();
		expect(setting.aws.phone.messages[0]?.media?.bytes).toBe(content.length);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
	});
});

describe("n8n's 'Retry On Fail'", () => {
	it('sends only what has not been sent yet', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 403,
			errorName: 'AccessDeniedException',
			times: 1,
			matches: isMessageTo(7),
		});
		const result = await setting.send(toEach, {
			items: people(12),
			retryOnFail: { maxTries: 3, waitBetweenTries: 10 },
		});
		expect(result.status).toBe('success');
		expect(received()).toEqual(hello(...people(12).map((_, i) => i)));
		expect(jsonOf(result)).toHaveLength(12);
		expect(pairsOf(result)).toEqual(people(12).map((_, i) => i));
	});

	it('does not repeat a message that may have gone out', async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: SEND, times: 1, matches: isMessageTo(1) });
		const result = await setting.send(
			{ ...toEach, options: { maxRequestsAtOnce: 1 } },
			{ items: people(3), retryOnFail: { maxTries: 3, waitBetweenTries: 10 } },
		);
		expect(result.status).toBe('error');
		expect(result.error?.message).toMatch(/connection to AWS was lost/);
		expect(received()).toEqual(hello(0, 1));
	});

	it('together with Continue On Fail sends each message once', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 400,
			errorName: 'ValidationException',
			matches: isMessageTo(0),
		});
		const result = await setting.send(toEach, {
			items: people(5),
			onError: 'continueRegularOutput',
			retryOnFail: { maxTries: 2, waitBetweenTries: 10 },
		});
		expect(received()).toEqual(hello(1, 2, 3, 4));
		expect(jsonOf(result)).toHaveLength(5);
	});
});

describe('when the workflow stops at the first failure', () => {
	it('a bad value in any item means that nothing is sent', async () => {
		const items = people(50);
		items[33] = { json: { to: 'nobody', n: 33 } };
		const { error } = await setting.send(toEach, { items });
		expect(error?.message).toBe("'To' is not an international phone number [item 33]");
		expect(error?.itemIndex).toBe(33);
		expect(error?.description).toMatch(/was not done for any of the 50 items/);
		expect(setting.aws.requests).toEqual([]);
	});

	it('an expression that fails in a later item means that nothing is sent', async () => {
		const { status, error } = await setting.send(
			{
				...toEach,
				textBody: '={{ $json.n === 30 ? $json.nobody.name.first : "Hello" }}',
				to: '={{ $json.n === 30 ? (() => { throw new Error("stop here") })() : $json.to }}',
			},
			{ items: people(40) },
		);
		expect(status).toBe('error');
		expect(error?.message).toBeDefined();
		expect(setting.aws.requests).toEqual([]);
	});

	it('starts no further item after a failure, and says what was done', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 403,
			errorName: 'AccessDeniedException',
			matches: isMessageTo(4),
		});
		const { error } = await setting.send(
			{ ...toEach, options: { maxRequestsAtOnce: 1 } },
			{ items: people(20) },
		);
		expect(error?.itemIndex).toBe(4);
		expect(error?.description).toMatch(
			/already done for 4 of the 20 items \(items 0-3\)\. Leave these out/,
		);
		expect(received()).toEqual(hello(0, 1, 2, 3));
	});
});

describe('when the workflow continues after failures', () => {
	const mixed = people(6);
	mixed[1] = { json: { to: 'nobody', n: 1 } };
	const fault = {
		kind: 'error',
		action: SEND,
		status: 404,
		errorName: 'ResourceNotFoundException',
		message: 'No such number',
		matches: isMessageTo(4),
	} as const;

	it('every input item becomes one item, failed ones with the error, all paired and in order', async () => {
		setting.aws.faults.add(fault);
		const result = await setting.send(toEach, { items: mixed, onError: 'continueRegularOutput' });
		expect(pairsOf(result)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(jsonOf(result)[1]).toEqual({
			error: "'To' is not an international phone number [item 1]",
			details: { description: expect.stringContaining('"nobody"'), outcome: 'notDone' },
		});
		expect(jsonOf(result)[4]).toMatchObject({
			error: 'AWS cannot find the phone number',
			details: {
				errorName: 'ResourceNotFoundException',
				httpStatusCode: 404,
				requestId: expect.any(String),
			},
		});
		expect(received()).toEqual(hello(0, 2, 3, 5));
	});

	it("failed items keep the input's own fields on the error output", async () => {
		setting.aws.faults.add(fault);
		const result = await setting.send(toEach, { items: mixed, onError: 'continueErrorOutput' });
		expect(pairsOf(result)).toEqual([0, 2, 3, 5]);
		const failed = result.outputs[1] ?? [];
		expect(failed.map(({ json }) => [json.n, json.to])).toEqual([
			[1, 'nobody'],
			[4, mixed[4]?.json.to],
		]);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 4 }]);
	});

	it('a bucket that refuses fails only the items that use it', async () => {
		const items = [BUCKET, LOCKED_BUCKET, BUCKET].map((bucket) =>
			fileItem(Buffer.from('x'), 'a.txt', 'text/plain', { bucket }),
		);
		const result = await setting.send(
			{ messageType: 'document', bucketName: '={{ $json.bucket }}' },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(jsonOf(result).map(({ error }) => error)).toEqual([
			undefined,
			'AWS denied access to s3:PutObject',
			undefined,
		]);
		expect(setting.aws.phone.messages).toHaveLength(2);
	});
});

describe('canceling the execution', () => {
	it('stops at once: no further message goes out', async () => {
		// So slow that what is under way when the user cancels cannot end by itself.
		setting.aws.faults.add({ kind: 'slow', delayMs: 10_000, action: SEND });
		const started = Date.now();
		const result = await setting.send(toEach, { items: people(100), cancelAfterMs: 1500 });
		expect(result.status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(4000);
		await new Promise((resolve) => setTimeout(resolve, 800));
		// No more than were under way together, which may still have been on the wire.
		expect(requestsOf(SEND)).toBeGreaterThan(0);
		expect(requestsOf(SEND)).toBeLessThanOrEqual(16);
	});

	it('does not wait for the pause before a retry to end', async () => {
		setting.aws.faults.add({ kind: 'throttle', action: SEND, retryAfterSeconds: 30 });
		const started = Date.now();
		const result = await setting.send(toEach, { items: people(1), cancelAfterMs: 300 });
		expect(result.status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(2000);
	});

	it('removes the staged file anyway', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 4000, action: 'PostWhatsAppMessageMedia' });
		await setting.send(
			{ messageType: 'document', bucketName: BUCKET },
			{ items: [fileItem(Buffer.from('x'), 'a.txt', 'text/plain')], cancelAfterMs: 1500 },
		);
		const s3 = (method: string) =>
			setting.aws.requests.some((request) => request.service === 's3' && request.method === method);
		expect(s3('PUT')).toBe(true);
		// The run ends at once, the clean-up goes on behind it.
		for (let tries = 0; tries < 50 && !s3('DELETE'); tries++) {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		expect(setting.aws.phone.messages).toEqual([]);
	});
});

import { until } from '../n8n/process.mts';
import { once, useOnce } from './once.mts';
import { ADA, BUCKET, jsonOf } from './setting.mts';

const { setting, send, sends, records } = useOnce();

describe('a message with a key', () => {
	it('is sent once, and a repeat gives the item of the first', async () => {
		const first = jsonOf(await send(once('order-17')))[0];
		const repeated = jsonOf(await send(once('order-17')))[0];
		expect(sends()).toBe(1);
		expect(first).not.toHaveProperty('isRepeat');
		expect(repeated).toEqual({
			...first,
			isRepeat: true,
			earlier: {
				at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
				workflowId: expect.any(String) as string,
				workflowName: expect.any(String) as string,
				executionId: expect.any(String) as string,
			},
		});
	});

	it('takes two requests to S3, once the bucket is known to be fit', async () => {
		await send(once('a first one'));
		const before = setting.aws.requests.filter(({ service }) => service === 's3').length;
		await send(once('another'));
		const after = setting.aws.requests.filter(({ service }) => service === 's3').length;
		expect(after - before).toBe(2);
	});

	it('is sent once where two items of one run have it', async () => {
		const result = await send(once('={{ $json.order }}'), {
			items: [{ json: { order: 17 } }, { json: { order: '17' } }, { json: { order: 18 } }],
		});
		expect(jsonOf(result).map(({ isRepeat }) => isRepeat)).toEqual([undefined, true, undefined]);
		expect(sends()).toBe(2);
	});

	it('is sent once by eight runs at the same time', async () => {
		const items = Array.from({ length: 10 }, (_, n) => ({
			json: { n, to: `+49151${10_000_000 + n}` },
		}));
		const runs = await Promise.all(
			Array.from(
				{ length: 8 },
				async () => await send(once('={{ $json.n }}', {}, { to: '={{ $json.to }}' }), { items }),
			),
		);
		expect(sends()).toBe(10);
		const all = runs.flatMap(jsonOf);
		expect(all).toHaveLength(80);
		expect(all.filter(({ isRepeat }) => isRepeat)).toHaveLength(70);
		expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(10);
	});

	it.each(['+49 1511 2345678', '004915112345678', '+4915112345678'])(
		'is the same for the same recipient, however the number is written: %s',
		async (to) => {
			await send(once('a'));
			expect(jsonOf(await send(once('a', {}, { to })))[0]?.isRepeat).toBe(true);
		},
	);

	it('is sent to everyone who has not had it, and from every phone number', async () => {
		await send(once('a'));
		await send(once('a', {}, { to: '+4915112345679' }));
		const other = setting.aws.account.phoneNumbers[1]?.id;
		await send(once('a', {}, { originationPhoneNumberId: other }));
		expect(sends()).toBe(3);
	});

	it.each([
		['order/17 ../x?&#%00', 'punctuation'],
		['😀 "quotes" \\ und Umläute', 'other characters'],
		['x'.repeat(500), '500 characters'],
		['__proto__', 'a word of JavaScript'],
	])('may be anything: %s', async (key) => {
		await send(once(key));
		expect(jsonOf(await send(once(key)))[0]?.isRepeat).toBe(true);
		expect(sends()).toBe(1);
	});

	it('leaves a record that says neither who got it nor what, nor the key', async () => {
		await send(once('order-17'));
		const [record, ...others] = await records();
		expect(others).toEqual([]);
		expect(record?.key).toMatch(/^n8n-whatsapp\/v1\/sends\/[\w-]{43}\.json$/);
		for (const secret of [ADA.slice(1), 'order-17', 'on its way']) {
			expect(record?.text).not.toContain(secret);
		}
		expect(JSON.parse(record?.text ?? '')).toMatchObject({
			v: 1,
			state: 'sent',
			rememberMs: 30 * 86_400_000,
			result: { messageId: expect.any(String) as string },
			by: { workflow: expect.any(String) as string, execution: expect.any(String) as string },
		});
	});

	it('is free again once AWS has refused it for certain', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'SendWhatsAppMessage',
			status: 400,
			errorName: 'ValidationException',
			times: 1,
		});
		expect((await send(once('a'))).status).toBe('error');
		expect(jsonOf(await send(once('a')))[0]).not.toHaveProperty('isRepeat');
		expect(setting.aws.phone.messages).toHaveLength(1);
	});

	it('is sent once although the requests to S3 are cut, slowed down and throttled', async () => {
		for (const kind of ['cutBefore', 'cutAfter', 'throttle'] as const) {
			setting.aws.faults.add({ kind, service: 's3', probability: 0.08 });
		}
		const items = Array.from({ length: 20 }, (_, n) => ({
			json: { n, to: `+49151${10_000_000 + n}` },
		}));
		const parameters = once('={{ $json.n }}', {}, { to: '={{ $json.to }}' });
		const [one, two] = await Promise.all([
			send(parameters, { items }),
			send(parameters, { items }),
		]);
		expect([one.status, two.status]).toEqual(['success', 'success']);
		expect(setting.aws.phone.messages).toHaveLength(20);
	});

	it('is not remembered where it is only previewed', async () => {
		await send(once('a', { previewOnly: true }));
		expect(await records()).toEqual([]);
		expect(setting.aws.requests.filter(({ service }) => service === 's3')).toEqual([]);
	});
});

describe('a message with a key of which nobody knows', () => {
	const doubt = async () => {
		setting.aws.faults.add({ kind: 'cutAfter', action: 'SendWhatsAppMessage', times: 1 });
		const result = await send(once('a'));
		expect(result.error?.description).toContain('may or may not have been carried out');
	};

	it('fails, and says who tried it and what to do', async () => {
		await doubt();
		const { error } = await send(once('a'));
		expect(error?.message).toBe('The message may have been sent before');
		expect(error?.description).toMatch(
			/the key "a", execution \S+ of the workflow ".+" at \d{4}-\d\d-\d\d [\d:]{8} UTC/,
		);
		expect(error?.description).toContain("'If Not Known'");
		expect(sends()).toBe(1);
	});

	it('counts as not known in the output', async () => {
		await doubt();
		const result = await send(once('a'), { onError: 'continueRegularOutput' });
		expect(jsonOf(result)[0]).toMatchObject({ details: { outcome: 'notKnown' } });
	});

	it('is left out where that is chosen', async () => {
		await doubt();
		const [item] = jsonOf(await send(once('a', { ifNotKnown: 'leaveOut' })));
		expect(item).toMatchObject({ to: ADA, type: 'text', isLeftOut: true, earlier: {} });
		expect(item).not.toHaveProperty('messageId');
		expect(sends()).toBe(1);
	});

	it('is sent again where that is chosen, and then known', async () => {
		await doubt();
		const [again] = jsonOf(await send(once('a', { ifNotKnown: 'sendAgain' })));
		expect(again).not.toHaveProperty('isRepeat');
		expect(sends()).toBe(2);
		const [repeated] = jsonOf(await send(once('a')));
		expect(repeated).toMatchObject({ isRepeat: true, messageId: again?.messageId });
	});
});

describe('a message that was sent', () => {
	it('has its item although that cannot be remembered, with a warning', async () => {
		const isSecondWrite = ({ headers }: { headers: Record<string, string> }) =>
			headers['if-match'] !== undefined;
		await send(once('a first one'));
		setting.aws.faults.add({
			kind: 'error',
			service: 's3',
			action: 'PutObject',
			status: 403,
			errorName: 'AccessDenied',
			message: 'Access Denied',
			matches: isSecondWrite,
		});
		const result = await send(once('a'));
		expect(result.status).toBe('success');
		expect(jsonOf(result)[0]).toMatchObject({
			messageId: expect.any(String) as string,
			warning: expect.stringMatching(/^The message was sent, but .*s3:PutObject/) as string,
		});
	});

	it('has a warning, too, if its record was deleted while it was sent', async () => {
		setting.aws.faults.add({ kind: 'slow', action: 'SendWhatsAppMessage', delayMs: 600 });
		const sending = send(once('a'));
		await until('the claim', async () => (await records()).length === 1);
		const [record] = await records();
		await setting.aws.s3.remove(BUCKET, record?.key ?? '');
		expect(jsonOf(await sending)[0]).toMatchObject({
			messageId: expect.any(String) as string,
			warning: expect.stringContaining('changed or deleted meanwhile') as string,
		});
	});

	it("is not sent again by n8n's 'Retry On Fail'", async () => {
		setting.aws.faults.add({
			kind: 'error',
			action: 'SendWhatsAppMessage',
			status: 400,
			errorName: 'ValidationException',
			times: 1,
		});
		const items = [1, 2, 3].map((n) => ({ json: { n, to: `+49151${10_000_000 + n}` } }));
		const result = await send(once('={{ $json.n }}', {}, { to: '={{ $json.to }}' }), {
			items,
			retryOnFail: { maxTries: 3, waitBetweenTries: 1 },
		});
		expect(result.status).toBe('success');
		expect(setting.aws.phone.messages).toHaveLength(3);
	});
});

import { blobOf, requestsFor } from './recorded.mts';
import { ADA, jsonOf, pairsOf, useSetting } from './setting.mts';
import type { Json } from './protocol.mts';

const setting = useSetting();

const action = 'SendWhatsAppMessage';
const BEN = '+4915187654321';
const text = { messageType: 'text', textBody: '=Message {{ $json.n }}', to: '={{ $json.to }}' };
const messagesTo = (to: string, count: number) =>
	Array.from({ length: count }, (_, n) => ({ json: { to, n } }));
const interleaved = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ json: { to: n % 2 ? ADA : BEN, n } }));

interface Sent {
	to: string;
	body: string;
	at: number;
}

/** The messages in the order in which AWS took them. */
const sent = (): Sent[] =>
	requestsFor(setting.aws, action)
		.filter(({ status }) => status === 200)
		.map((request) => {
			const { to, text: content } = blobOf(request, 'message') as { to: string; text: Json };
			return { to, body: String(content.body), at: request.arrivedAt };
		});
const bodiesTo = (person: string) =>
	sent()
		.filter(({ to }) => to === person)
		.map(({ body }) => body);
const expected = (numbers: number[]) => numbers.map((n) => `Message ${n}`);
const even = Array.from({ length: 20 }, (_, i) => 2 * i);

describe('messages to the same person', () => {
	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'keep their order with On Error %s, also where one is throttled and tried again',
		async (onError) => {
			let hits = 0;
			setting.aws.faults.add({
				kind: 'throttle',
				action,
				times: 4,
				matches: () => ++hits % 5 === 0,
			});
			const items = interleaved(40);
			const result = await setting.send(text, { items, onError });
			expect(result.status).toBe('success');
			expect(pairsOf(result)).toEqual(items.map((_, i) => i));
			expect(bodiesTo(BEN)).toEqual(expected(even));
			expect(bodiesTo(ADA)).toEqual(expected(even.map((n) => n + 1)));
		},
	);

	it('keep it however their number is written', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 100, action, times: 1 });
		const spellings = [
			'+49 151 12345678',
			'+4915112345678',
			'004915112345678',
			'+49(151)123 456-78',
		];
		const items = spellings.map((to, n) => ({ json: { to, n } }));
		const result = await setting.send(text, { items });
		expect(result.error).toBeUndefined();
		expect(bodiesTo(ADA)).toEqual(expected([0, 1, 2, 3]));
	});

	it('keep it in JSON of their own as well', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 100, action, times: 1 });
		const message = `={{ { to: $json.to, type: 'text', text: { body: 'Message ' + $json.n } } }}`;
		await setting.send({ messageType: 'customJson', message }, { items: messagesTo(ADA, 4) });
		expect(bodiesTo(ADA)).toEqual(expected([0, 1, 2, 3]));
	});

	it('go on after one that failed, in their order', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action,
			status: 400,
			errorName: 'ValidationException',
			matches: (request) => blobOf(request, 'message') !== undefined && isMessage(request, 2),
		});
		const result = await setting.send(text, {
			items: messagesTo(ADA, 6),
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(result).map(({ error }) => error !== undefined)).toEqual(
			[0, 1, 2, 3, 4, 5].map((n) => n === 2),
		);
		expect(bodiesTo(ADA)).toEqual(expected([0, 1, 3, 4, 5]));
	});

	it('never exceed the pair rate of WhatsApp, while messages to others go on', async () => {
		const items = [...messagesTo(ADA, 46), ...messagesTo(BEN, 3)];
		const result = await setting.send(text, { items });
		expect(result.status).toBe('success');
		const messages = sent();
		const toAda = messages.filter(({ to }) => to === ADA);
		const first = toAda[0]?.at ?? Number.NaN;
		expect(toAda.map(({ body }) => body)).toEqual(expected(items.slice(0, 46).map((_, n) => n)));
		expect((toAda[45]?.at ?? 0) - first).toBeGreaterThan(5_900);
		expect(messages.at(-1)).toEqual(toAda[45]);
	}, 30_000);
});

function isMessage(request: Parameters<typeof blobOf>[0], n: number): boolean {
	const { text: content } = blobOf(request, 'message') as { text: Json };
	return content.body === `Message ${n}`;
}

it('messages that wait while AWS throttles are not sent when one has failed and the workflow stops', async () => {
	const isFirst = (request: Parameters<typeof blobOf>[0]) => isMessage(request, 0);
	setting.aws.faults.add({ kind: 'slow', delayMs: 80, action, matches: isFirst });
	setting.aws.faults.add({
		kind: 'error',
		action,
		status: 403,
		errorName: 'AccessDeniedException',
		matches: isFirst,
	});
	setting.aws.faults.add({ kind: 'throttle', action, times: 15 });
	const items = Array.from({ length: 16 }, (_, n) => ({
		json: { n, to: `+49151${10_000_000 + n}` },
	}));
	const { error, ms } = await setting.send(text, { items });
	expect(error?.description).toContain('was not done for any of the 16 items');
	expect(ms).toBeLessThan(2_000);
	expect(sent()).toEqual([]);
});

it("the two spellings of a subscriber's number are one person", async () => {
	setting.aws.faults.add({ kind: 'slow', delayMs: 200, action, times: 1 });
	const items = ['+5511987654321', '+551187654321'].map((to, n) => ({ json: { to, n } }));
	await setting.send(text, { items });
	expect(sent().map(({ body }) => body)).toEqual(expected([0, 1]));
});

describe('previews', () => {
	it('are not held up by the pair rate', async () => {
		const result = await setting.send(
			{ ...text, options: { previewOnly: true } },
			{ items: messagesTo(ADA, 100) },
		);
		expect(jsonOf(result)).toHaveLength(100);
		expect(result.ms).toBeLessThan(6_000);
	});
});

describe("'Messages per Second'", () => {
	const people = (count: number) =>
		Array.from({ length: count }, (_, n) => ({ json: { n, to: `+49151${10_000_000 + n}` } }));

	it('spaces the messages of a phone number out', async () => {
		const result = await setting.send(
			{ ...text, options: { messagesPerSecond: 10 } },
			{ items: people(21) },
		);
		expect(result.status).toBe('success');
		const times = sent().map(({ at }) => at);
		expect(times).toHaveLength(21);
		expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_900);
		for (const [i, at] of times.entries()) {
			const within = times.filter((other) => other >= at && other < at + 1_000).length;
			expect([i, within <= 12]).toEqual([i, true]);
		}
	});

	it('is not waited for by others when a message fails and the workflow stops', async () => {
		setting.aws.faults.add({
			kind: 'error',
			action,
			times: 1,
			status: 403,
			errorName: 'AccessDeniedException',
		});
		const { error, ms } = await setting.send(
			{ ...text, options: { messagesPerSecond: 2 } },
			{ items: people(16) },
		);
		expect(error?.description).toContain('was not done for any of the 16 items');
		expect(ms).toBeLessThan(1_500);
		expect(requestsFor(setting.aws, action)).toHaveLength(1);
	});

	it('is shared by executions that use the same credential', async () => {
		const run = async (offset: number) =>
			await setting.send(
				{ ...text, options: { messagesPerSecond: 10 } },
				{ items: people(20).slice(offset, offset + 10), credentialId: 'one-for-both' },
			);
		await Promise.all([run(0), run(10)]);
		const times = sent().map(({ at }) => at);
		expect(times).toHaveLength(20);
		expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_800);
	});

	it('is not used up by an execution that was canceled', async () => {
		const options = { messagesPerSecond: 1 };
		const run = { items: people(16), credentialId: 'canceled-before' };
		await setting.send({ ...text, options }, { ...run, cancelAfterMs: 1_200 });
		const { ms } = await setting.send({ ...text, options }, { ...run, items: people(2) });
		expect(ms).toBeLessThan(3_500);
	});

	it.each(['', null])(
		'of %p, as an expression without a result gives it, is refused',
		async (rate) => {
			const { error } = await setting.send(
				{ ...text, options: { messagesPerSecond: '={{ $json.rate }}' } },
				{ items: people(3).map(({ json }) => ({ json: { ...json, rate } })) },
			);
			expect(error?.message).toBe("'Messages per Second' is empty [item 0]");
			expect(requestsFor(setting.aws, action)).toEqual([]);
		},
	);

	it.each([0, -1, 1001, 1.5, 'fast'])('of %p is refused', async (messagesPerSecond) => {
		const { error } = await setting.send(
			{ ...text, options: { messagesPerSecond: '={{ $json.n ? $json.rate : 5 }}' } },
			{ items: people(3).map(({ json }) => ({ json: { ...json, rate: messagesPerSecond } })) },
		);
		expect(error?.message).toContain(
			"'Messages per Second' is not a whole number from 1 to 1,000 [item 1]",
		);
		expect(setting.aws.requests).toEqual([]);
	});
});

import { jsonOf, pairsOf, useSetting } from './setting.mts';

const setting = useSetting();

const action = 'SendWhatsAppMessage';
const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' };

/** AWS's quota: what exceeds this many requests in any second is throttled. */
function throttleBeyond(perSecond: number): void {
	let taken: number[] = [];
	setting.aws.faults.add({
		kind: 'throttle',
		action,
		matches: () => {
			const now = Date.now();
			taken = taken.filter((at) => at > now - 1000);
			if (taken.length >= perSecond) return true;
			taken.push(now);
			return false;
		},
	});
}

describe('under a quota', () => {
	it.each([
		['10 a second, where the workflow stops', 10, 60, 'stopWorkflow' as const],
		['10 a second, where it goes on', 10, 60, 'continueRegularOutput' as const],
		['40 a second', 40, 240, 'stopWorkflow' as const],
	])(
		'of %s, all messages are sent, each once and paired',
		async (_name, perSecond, count, onError) => {
			throttleBeyond(perSecond);
			const items = people(count);
			const result = await setting.send(toEach, { items, onError });
			expect(result.error).toBeUndefined();
			expect(pairsOf(result)).toEqual(items.map((_, i) => i));
			expect(jsonOf(result).filter(({ error }) => error !== undefined)).toEqual([]);
			const received = setting.aws.phone.messages.map(({ to }) => to);
			expect([...received].sort()).toEqual(items.map(({ json }) => json.to));
			// No longer than the quota demands, and half as much again.
			expect(result.ms).toBeLessThan((count / perSecond) * 1600 + 6_000);
		},
	);

	it('of zero, it gives up in the end, with the advice to send fewer at once', async () => {
		setting.aws.faults.add({ kind: 'throttle', action });
		const result = await setting.send(toEach, { items: people(3) });
		expect(result.error?.message).toBe('AWS is receiving too many requests from this account');
		expect(result.error?.description).toContain("lower 'Max Requests at Once'");
		expect(result.error?.description).toMatch(/was not done for any of the 3 items/);
		expect(result.ms).toBeLessThan(60_000);
	}, 90_000);

	it('that AWS enforces with a fractional Retry-After, it waits that long and no longer', async () => {
		setting.aws.faults.add({
			kind: 'answerBefore',
			action,
			times: 1,
			answer: {
				status: 429,
				headers: { 'x-amzn-errortype': 'ThrottledRequestException', 'retry-after': '1.5' },
				body: '{"message":"Rate exceeded"}',
			},
		});
		const result = await setting.send(toEach, { items: people(1) });
		expect(result.status).toBe('success');
		expect(result.ms).toBeGreaterThanOrEqual(1500);
		expect(result.ms).toBeLessThan(5000);
	});
});

describe('many small executions under one quota', () => {
	it("notice each other's progress, so that none gives up", async () => {
		throttleBeyond(4);
		const results = await Promise.all(
			people(24).map(
				async ({ json: { to } }) =>
					await setting.send(
						{ messageType: 'text', textBody: 'Hello', to },
						{ credentialId: 'shared-by-all' },
					),
			),
		);
		expect(results.filter(({ status }) => status !== 'success')).toEqual([]);
		expect(setting.aws.phone.messages).toHaveLength(24);
	});
});

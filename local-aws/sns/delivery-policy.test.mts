import { deliveryPolicyIn, retryDelays } from './delivery-policy.mts';

const delays = (retryPolicy: object) => {
	const { healthyRetryPolicy } = deliveryPolicyIn(
		JSON.stringify({ healthyRetryPolicy: retryPolicy }),
	);
	return healthyRetryPolicy === null ? [] : retryDelays(healthyRetryPolicy);
};

describe('a delivery policy', () => {
	it('has four phases', () => {
		const phases = { numNoDelayRetries: 2, numMinDelayRetries: 1, numMaxDelayRetries: 2 };
		const targets = { minDelayTarget: 10, maxDelayTarget: 30, numRetries: 8 };
		expect(delays({ ...phases, ...targets })).toEqual([0, 0, 10, 10, 20, 30, 30, 30]);
	});

	it.each(['linear', 'arithmetic', 'geometric', 'exponential'])(
		'that is %s rises from the shortest to the longest delay',
		(backoffFunction) => {
			const all = delays({
				minDelayTarget: 1,
				maxDelayTarget: 60,
				numRetries: 40,
				backoffFunction,
			});
			expect(all).toEqual([...all].sort((a, b) => a - b));
			expect([all[0], Math.round(all.at(-1) ?? 0), all.length]).toEqual([1, 60, 40]);
		},
	);
});

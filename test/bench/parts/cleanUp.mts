import { isDeepStrictEqual } from 'node:util';
import { killedAndStartedAgain } from '../../engine/clean-up-scale.mts';
import { comparison } from '../comparison.mts';

const SIZE = { records: 10_000, objects: 12_000 };

/**
 * A clean-up that is killed in the middle and started again, in n8n's engine.
 *
 * @throws if anything that is due is left, or anything else is gone
 */
async function run() {
	const { left, expected, mbAboveIdle, longestHoldMs, holdOfFewMs, perSecond } =
		await killedAndStartedAgain(SIZE);
	if (!isDeepStrictEqual(left, expected)) throw new Error('What is left is not what was not due');
	return {
		'MB above idle': mbAboveIdle,
		'ms held': longestHoldMs,
		'ms held by a run without work': holdOfFewMs,
		'records a second': perSecond,
	};
}

export const cleanUp = async () =>
	comparison(
		'clean-up of 10,000 records and 12,000 objects',
		{ node: { name: 'node, killed and started again', run } },
		[
			{
				text: 'memory of a clean-up above idle',
				of: ({ node }) => node['MB above idle'],
				unit: 'MB',
				atMost: 100,
				judged: 'worst',
			},
			{
				text: "longest hold of the event loop, clean-up, above n8n's own",
				of: ({ node }) => node['ms held'] - node['ms held by a run without work'],
				unit: 'ms',
				atMost: 50,
				judged: 'median',
			},
		],
	);

import * as answers from '../gateway/answers.mts';
import { echoes, spoilt } from '../gateway/echo.mts';
import { randomFor, together, type Profile } from '../gateway/fate.mts';

/** A profile, and what the workflow has in it. */
export interface SendsProfile extends Profile {
	isOnlyThrottled?: true;
	/** Request Options → Timeout. */
	timeoutMs?: number;
	/** Whether one item's expression throws, in every other seed. */
	hasBadItem?: true;
}

const lost = together(1, [answers.cutAfter, answers.cutBefore, answers.cutInBody]);
const gatewayAnswers = [
	...together(2, answers.doneButGatewayFails),
	...together(2, answers.doneButAwsFails),
	...together(2, answers.doneButNoAnswer),
	...together(1, answers.gatewayFails),
	...together(1, answers.gatewayRefuses),
	...together(1, answers.noAnswer),
	...together(1, [answers.shortBody]),
];
const stalls = together(1, [answers.stallBefore, answers.stallAfter, answers.stallInBody]);
const delays = together(1, answers.delays);
const throttles = together(1, [answers.throttled]);

/** In some seeds AWS's quota is far below what the node would like, in others near it. */
const quotaPerSecond = (seed: number) =>
	[30, 60, 120][Math.floor(randomFor(seed, 'quota')() * 3)] ?? 60;

const TIMEOUT_MS = 1_500;

export const sendsProfiles: SendsProfile[] = [
	{
		name: 'everything',
		share: 0.2,
		quotaPerSecond: (seed) => 2 * quotaPerSecond(seed),
		chances: [
			...gatewayAnswers,
			...together(2, echoes),
			...together(2, [spoilt]),
			...together(3, [answers.cutAfter, answers.cutBefore, answers.cutInBody]),
			...stalls,
			...together(3, answers.delays),
			...together(3, [answers.throttled]),
		],
		timeoutMs: TIMEOUT_MS,
		hasBadItem: true,
	},
	{
		name: 'throttling only',
		share: 0.1,
		quotaPerSecond,
		chances: [...throttles, ...delays],
		isOnlyThrottled: true,
	},
	{ name: 'answers lost', share: 0.1, chances: lost, hasBadItem: true },
	{
		name: 'gateway answers',
		share: 0.1,
		chances: gatewayAnswers,
	},
	{ name: 'echoes', share: 0.2, chances: together(1, [...echoes, spoilt]) },
	{ name: 'stalls', share: 0.05, chances: [...stalls, ...delays], timeoutMs: TIMEOUT_MS },
];

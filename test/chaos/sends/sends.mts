import type { Json } from '../../engine/engine.mts';
import type { OnError } from '../claims.mts';
import { randomFor } from '../gateway/fate.mts';
import { historyOf } from '../gateway/gateway.mts';
import type { Figures } from '../report.mts';
import { oncePerRule } from '../violation.mts';
import type { Setup } from '../workload.mts';
import type { World } from '../world.mts';
import { judgeSends } from './judge.mts';
import { sendsProfiles, type SendsProfile } from './profiles.mts';

const LIMIT_MS = 60_000;
const RETRY = { maxTries: 3, waitBetweenTries: 10 };
const BATCHING = { batch: { batchSize: 20, batchInterval: 50 } };

/** How the workflow is set. */
export interface SendsMode {
	onError: OnError;
	isRetried: boolean;
	isBatched: boolean;
}

export const sendsModes: SendsMode[] = (
	['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const
).flatMap((onError) =>
	[false, true].flatMap((isRetried) =>
		[false, true].map((isBatched) => ({ onError, isRetried, isBatched })),
	),
);

/** As the report and the command's options name it. */
export const nameOf = ({ onError, isRetried, isBatched }: SendsMode): string =>
	[onError, ...(isRetried ? ['retry'] : []), ...(isBatched ? ['batches'] : [])].join('+');

export interface SendsRun {
	profile: SendsProfile;
	mode: SendsMode;
	seed: number;
	items: number;
}

const recipients = (count: number) =>
	Array.from({ length: count }, (_, i) => `+49151${10_000_000 + i}`);

/** The item whose expression throws, where there is one: its text cannot be had. */
function badItem({ profile, seed, items }: SendsRun): number | undefined {
	if (!profile.hasBadItem || seed % 2 === 0) return undefined;
	return Math.floor(randomFor(seed, 'bad item')() * items);
}

/** n8n itself throws for the one, and returns nothing for the other. */
const badText = (seed: number) =>
	seed % 4 === 1 ? "$('No such node').item.json.text" : '(() => { throw new Error("no text") })()';

function parametersOf({ profile, mode, seed }: SendsRun): Json {
	return {
		resource: 'message',
		operation: 'send',
		to: '={{ $json.to }}',
		messageType: 'text',
		textBody: `={{ $json.isBad ? ${badText(seed)} : 'Hello ' + $json.n }}`,
		requestOptions: {
			...(profile.timeoutMs === undefined ? {} : { timeout: profile.timeoutMs }),
			...(mode.isBatched ? { batching: BATCHING } : {}),
		},
	};
}

/** One run of sends through the gateway, judged. */
export async function runSends(world: World, run: SendsRun): Promise<Figures> {
	const { profile, mode, seed, items } = run;
	await world.aws.reset();
	const to = recipients(items);
	const bad = badItem(run);
	const started = performance.now();
	const { result, traffic, violations } = await world.run({
		profile,
		seed,
		limitMs: LIMIT_MS,
		asRole: seed % 3 === 0,
		parameters: parametersOf(run),
		items: to.map((recipient, n) => ({ json: { to: recipient, n, isBad: n === bad } })),
		onError: mode.onError,
		...(mode.isRetried ? { retryOnFail: RETRY } : {}),
	});
	const phone = world.aws.phone.messages;
	const verdict =
		result &&
		judgeSends({
			onError: mode.onError,
			recipients: to,
			result,
			phone,
			isOnlyThrottled: profile.isOnlyThrottled === true,
		});
	return {
		items,
		done: new Set(phone.map((message) => message.to)).size,
		notKnown: verdict?.notKnown ?? 0,
		throttled: traffic.throttled,
		ms: performance.now() - started,
		violations: oncePerRule([...violations, ...(verdict?.violations ?? [])], ({ item = -1 }) =>
			historyOf(traffic, [to[item] ?? '']),
		),
	};
}

const ITEMS = 200;

/** Every profile in every mode. */
export const sendsSetups: Setup[] = sendsProfiles.flatMap((profile) =>
	sendsModes.map((mode) => ({
		profile: profile.name,
		mode: nameOf(mode),
		items: ITEMS,
		run: async (world, seed, items) => await runSends(world, { profile, mode, seed, items }),
	})),
);

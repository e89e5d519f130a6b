import { setTimeout as wait } from 'node:timers/promises';
import {
	startEngine,
	type Engine,
	type Json,
	type RunRequest,
	type RunResult,
} from '../engine/engine.mts';
import { chosen, credentialsFor } from '../engine/setting.mts';
import { startLocalAws, type LocalAws } from '../../local-aws/index.mts';
import type { Profile } from './gateway/fate.mts';
import { startGateway, type Gateway, type Traffic } from './gateway/gateway.mts';
import { findSecrets } from './secrets.mts';
import type { Violation } from './violation.mts';

/** How long the rest of a run may take to end. */
const SETTLE_MS = 5_000;

/** The result of a run of the node. */
export interface Ran {
	/** Missing where the engine crashed or the run did not end. */
	result?: RunResult;
	traffic: Traffic;
	/** What is wrong whatever the run was for: a crash, no end, a secret that shows. */
	violations: Violation[];
	log: string;
}

export interface RunUnderChaos extends Omit<RunRequest, 'credentials'> {
	profile: Profile;
	seed: number;
	limitMs: number;
	/** Whether the keys of the credential assume a role. */
	asRole: boolean;
	/** After the run, before AWS is asked what it has: e.g. waits for what goes on in the background. */
	afterwards?: (result: RunResult | undefined) => Promise<void>;
}

/** n8n's engine with the node, AWS's stand-in, and the gateway in between. */
export interface World {
	aws: LocalAws;
	run(request: RunUnderChaos): Promise<Ran>;
	stop(): Promise<void>;
}

/** Starts all three; the caller stops it. */
export async function startWorld(): Promise<World> {
	const startDebugging = async () => await startEngine({ logLevel: 'debug' });
	let engine = await startDebugging();
	const aws = await startLocalAws();
	const gateway = await startGateway({
		socialMessaging: aws.endpoints.socialMessaging,
		s3: aws.endpoints.s3,
	});
	let runs = 0;

	return {
		aws,
		run: async ({ profile, seed, limitMs, asRole, afterwards, ...request }) => {
			runs += 1;
			gateway.begin(profile, seed);
			const ending = await ended(
				engine.run({
					...request,
					parameters: { originationPhoneNumberId: chosen(firstNumber(aws)), ...request.parameters },
					credentials: credentialOf(aws, gateway, asRole ? `run-${runs}` : undefined),
				}),
				limitMs,
				() => gateway.relent(),
			);
			await gateway.idle(SETTLE_MS);
			await afterwards?.(ending.result);
			const crash = await crashOf(engine);
			const log = await engine.takeLog();
			if (!log.includes('| debug |'))
				throw new Error('n8n has logged nothing that could be searched');
			if (ending.isLost || crash.length > 0) {
				await engine.stop();
				engine = await startDebugging();
			}
			gateway.relent();
			await gateway.idle(SETTLE_MS);
			const traffic = gateway.traffic();
			return {
				result: ending.result,
				traffic,
				violations: [
					...ending.violations,
					...crash,
					...shown(ending.result, log, [...traffic.secrets, ...secretsOf(aws)]),
				],
				log,
			};
		},
		stop: async () => {
			await engine.stop();
			await gateway.close();
			await aws.close();
		},
	};
}

const firstNumber = (aws: LocalAws) => aws.account.phoneNumbers[0]?.id ?? '';

/** Keys with a session token; where they assume a role, each run has another identity. */
function credentialOf(aws: LocalAws, gateway: Gateway, roleSessionName?: string): Json {
	return {
		...credentialsFor(aws),
		...aws.temporary,
		socialMessagingEndpoint: gateway.endpoints.socialMessaging,
		s3Endpoint: gateway.endpoints.s3,
		...(roleSessionName === undefined
			? {}
			: { roleArn: aws.roles.sender, roleSessionName, externalId: '', durationSeconds: 3600 }),
	};
}

function secretsOf(aws: LocalAws): string[] {
	return [aws.temporary, ...aws.sessions.issued].flatMap(({ secretAccessKey, sessionToken }) => [
		secretAccessKey,
		sessionToken,
	]);
}

function shown(result: RunResult | undefined, log: string, secrets: string[]): Violation[] {
	const places = { 'the outputs': result?.outputs, 'the error': result?.error, 'the log': log };
	return findSecrets(places, secrets);
}

interface Ending {
	result?: RunResult;
	violations: Violation[];
	/** Whether the run goes on forever. */
	isLost: boolean;
}

/** The end of a run; a run that does not end by itself is ended. */
async function ended(
	running: Promise<RunResult>,
	limitMs: number,
	help: () => void,
): Promise<Ending> {
	const settled = running.then(
		(result) => ({ result, failure: undefined }),
		(failure: unknown) => ({ result: undefined, failure }),
	);
	const inTime = await within(settled, limitMs);
	if (inTime) return { ...crashed(inTime.failure), result: inTime.result };
	help();
	const late = await within(settled, limitMs);
	return {
		result: late?.result,
		violations: [
			{
				rule: 'ends in time',
				text: late
					? `it took more than ${limitMs} ms, until nothing was held any more`
					: `it did not end in ${2 * limitMs} ms`,
			},
			...crashed(late?.failure).violations,
		],
		isLost: late === undefined,
	};
}

const crashed = (failure: unknown): Ending => ({
	violations: failure === undefined ? [] : [{ rule: 'no crash', text: shortly(failure) }],
	isLost: failure !== undefined,
});

/** The line of the engine's last words that names the error, without the stack and all it holds. */
function shortly(failure: unknown): string {
	const text = failure instanceof Error ? failure.message : String(failure);
	const [first, ...lines] = text.split('\n');
	const error = lines.find((line) => /^(Uncaught )?\w*Error\b/.test(line));
	return [first, error].filter(Boolean).join(': ');
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
	const timer = new AbortController();
	const timeout = wait(ms, undefined, { signal: timer.signal }).catch(() => undefined);
	try {
		return await Promise.race([work, timeout]);
	} finally {
		timer.abort();
	}
}

/** A rejection that nobody handles ends the engine's process, maybe only after the run. */
async function crashOf(engine: Engine): Promise<Violation[]> {
	return await engine.memory().then(
		() => [],
		(error: unknown) => [{ rule: 'no crash', text: `after the run: ${shortly(error)}` }],
	);
}

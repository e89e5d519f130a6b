import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from '../../../local-aws/index.mts';
import { throttled } from './answers.mts';
import { fateOf, type Fate, type MadeAnswer, type Profile } from './fate.mts';
import { forward, type RealAnswer } from './forward.mts';
import { readPassage, type GatewayService, type Passage } from './passage.mts';
import { Quota } from './quota.mts';

const SERVICES: GatewayService[] = ['socialMessaging', 's3'];

/** How a run went, as the gateway saw it. */
export interface Traffic {
	/** What happened to the requests, by whom they were about, in the order in which they came. */
	fates: Map<string, string[]>;
	throttled: number;
	/** What nobody may get to see: the signatures and session tokens of the requests. */
	secrets: Set<string>;
}

/** What happened to all requests about one of these names, e.g. a recipient or a file. */
export function historyOf({ fates }: Traffic, names: string[]): string {
	return [...fates]
		.filter(([subject]) => names.includes(subject.split(' ').at(-1) ?? ''))
		.map(([subject, met]) => `${subject}: ${met.join(', ')}`)
		.join('; ');
}

/** Sits between the node and AWS, and makes things go wrong. */
export interface Gateway {
	endpoints: Record<GatewayService, string>;
	/** A new run: nothing has come through yet. */
	begin(profile: Profile, seed: number): void;
	/** From now on everything passes, and what is being held is cut. */
	relent(): void;
	/** Resolves once nothing is under way any more, or after this many milliseconds. */
	idle(limitMs: number): Promise<void>;
	traffic(): Traffic;
	close(): Promise<void>;
}

const QUIET: Profile = { name: 'quiet', share: 0, chances: [] };

/** One run: what came through so far. */
class Course {
	readonly traffic: Traffic = { fates: new Map(), throttled: 0, secrets: new Set() };
	private quota: Quota;
	private profile: Profile;
	private readonly seed: number;

	constructor(profile: Profile, seed: number) {
		this.profile = profile;
		this.seed = seed;
		this.quota = new Quota(profile.quotaPerSecond?.(seed) ?? Infinity);
	}

	/** A throttled request has not come through, so that what happens next does not depend on time. */
	fateOf(passage: Passage): Fate {
		this.remember(passage);
		if (passage.service === 'socialMessaging' && !this.quota.takes(performance.now())) {
			this.traffic.throttled += 1;
			return throttled;
		}
		const before = this.traffic.fates.get(passage.subject) ?? [];
		const fate = fateOf(this.profile, this.seed, passage, before.length);
		this.traffic.fates.set(passage.subject, [...before, fate.name]);
		if (fate === throttled) this.traffic.throttled += 1;
		return fate;
	}

	relent(): void {
		this.profile = QUIET;
		this.quota = new Quota(Infinity);
	}

	private remember({ headers }: Passage): void {
		const signature = /Signature=([0-9a-f]+)/.exec(headers.authorization ?? '')?.[1];
		const token = headers['x-amz-security-token'];
		if (signature !== undefined) this.traffic.secrets.add(signature);
		if (typeof token === 'string') this.traffic.secrets.add(token);
	}
}

class Passages {
	course = new Course(QUIET, 0);
	underWay = 0;
	private readonly targets: Record<GatewayService, string>;
	private readonly held = new Set<ServerResponse>();

	constructor(targets: Record<GatewayService, string>) {
		this.targets = targets;
	}

	async pass(
		service: GatewayService,
		incoming: IncomingMessage,
		response: ServerResponse,
	): Promise<void> {
		this.underWay += 1;
		try {
			const passage = await readPassage(service, incoming);
			await this.meet(this.course.fateOf(passage), passage, response);
		} catch (error) {
			// A client that left, in the middle of its own request or of the answer, waits for nothing.
			if (!incoming.errored && !response.destroyed) throw error;
		} finally {
			this.underWay -= 1;
		}
	}

	release(): void {
		for (const response of this.held) response.destroy();
	}

	/** The request goes on although its sender may have left meanwhile: it was on its way. */
	private async meet(fate: Fate, passage: Passage, response: ServerResponse): Promise<void> {
		if (fate.delayMs !== undefined) await wait(fate.delayMs);
		const real =
			fate.forward !== false &&
			(await forward(this.targets[passage.service], passage, fate.forward === 'spoilt'));
		const { answer } = fate;
		if (response.destroyed || answer === 'cut') return void response.destroy();
		if (typeof answer === 'function') return give(answer(passage), response);
		if (answer === 'stall' || !real) return await this.hold(response);
		if (answer === 'whole') return give(real, response);
		const half = real.body.subarray(0, Math.floor(real.body.length / 2));
		if (answer === 'shortBody') return give({ ...real, body: half }, response);
		response.writeHead(real.status, { ...real.headers, 'content-length': real.body.length });
		await new Promise((resolve) => {
			response.write(half, resolve);
		});
		if (answer === 'cutInBody') response.destroy();
		else await this.hold(response);
	}

	/** Until the client gives up, or everything is released. */
	private async hold(response: ServerResponse): Promise<void> {
		if (response.destroyed) return;
		this.held.add(response);
		await new Promise((resolve) => {
			response.once('close', resolve);
		});
		this.held.delete(response);
	}
}

function give({ status, headers, body }: MadeAnswer | RealAnswer, response: ServerResponse): void {
	const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
	response.writeHead(status, { ...headers, ...length });
	response.end(body);
}

/** Starts a gateway before the services at these addresses. The caller closes it. */
export async function startGateway(targets: Record<GatewayService, string>): Promise<Gateway> {
	const passages = new Passages(targets);
	const servers = await Promise.all(
		SERVICES.map(
			async (service) =>
				await listenOnLoopback(0, async (incoming, response) => {
					await passages.pass(service, incoming, response);
				}),
		),
	);
	const [social, s3] = servers.map(({ url }) => url);
	return {
		endpoints: { socialMessaging: social ?? '', s3: s3 ?? '' },
		begin: (profile, seed) => {
			passages.course = new Course(profile, seed);
		},
		relent: () => {
			passages.course.relent();
			passages.release();
		},
		idle: async (limitMs) => {
			const until = performance.now() + limitMs;
			while (passages.underWay > 0 && performance.now() < until) await wait(5);
		},
		traffic: () => passages.course.traffic,
		close: async () => {
			passages.release();
			await Promise.all(servers.map(async ({ close }) => await close()));
		},
	};
}

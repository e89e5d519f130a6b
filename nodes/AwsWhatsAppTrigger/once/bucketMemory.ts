import { CanceledError } from '../../../aws/errors/errors';
import type { EventClaim, Events } from '../../../aws/store/events';
import type { SeenEvents } from './deduplication';
import type { ClaimedEvents, EventMemory } from './eventMemory';
import { Progress } from './progress';
import type { SharedEvents } from './sharedEvents';

/** What the bucket says of the events of a post; of those that it could not be asked about, nothing. */
interface Answers {
	claims: Map<string, EventClaim>;
	/** How long ago they were passed on, in ms. */
	done: Map<string, number>;
	isAtWork: boolean;
}

const NOT_ASKED =
	'S3 could not be asked whether an event has already started the workflow, so only this n8n process recognizes it';

/**
 * Shared by all processes, in a bucket. What this process knows itself needs no request, and where S3
 * cannot be asked, that decides alone: an event may come twice then, but it is never lost.
 */
export class BucketMemory implements EventMemory {
	constructor(
		private readonly seen: SeenEvents,
		private readonly shared: SharedEvents,
	) {}

	async claim(dedupeKeys: string[]): Promise<ClaimedEvents | undefined> {
		const { seen } = this;
		const claimed = seen.claim(dedupeKeys);
		if (!claimed) return undefined;
		const { claims, done, isAtWork } = await this.ask([...claimed]);
		for (const [dedupeKey, ageMs] of done) seen.settle([dedupeKey], ageMs);
		const fresh = new Set([...claimed].filter((dedupeKey) => !done.has(dedupeKey)));
		const progress = new Progress(claims, this.shared);
		if (isAtWork) {
			seen.release(fresh);
			void progress.ends(false);
			return undefined;
		}
		if (fresh.size > 0) void progress.goesOn();
		return {
			fresh,
			settle: () => seen.settle(fresh),
			end: (isTaken) => {
				if (isTaken) seen.settle(fresh);
				else seen.release(fresh);
				void progress.ends(isTaken);
			},
		};
	}

	/** Asks about all events side by side; it never fails. */
	private async ask(dedupeKeys: string[]): Promise<Answers> {
		const { shared } = this;
		const answers: Answers = { claims: new Map(), done: new Map(), isAtWork: false };
		if (dedupeKeys.length === 0) return answers;
		const warn = (failure: unknown) => {
			// Why it was canceled is told once for all.
			if (!(failure instanceof CanceledError)) shared.warn(NOT_ASKED, failure);
		};
		const askAbout = async (events: Events, dedupeKey: string): Promise<void> => {
			// If there is no answer, S3 is told that n8n has taken the event anyway.
			answers.claims.set(dedupeKey, events.unclaimed(dedupeKey));
			const verdict = await events.claim(dedupeKey);
			if (verdict.is === 'ours') answers.claims.set(dedupeKey, verdict.claim);
			else answers.claims.delete(dedupeKey);
			if (verdict.is === 'done') answers.done.set(dedupeKey, verdict.ageMs);
			if (verdict.is === 'atWork') answers.isAtWork = true;
		};
		await shared
			.inTime(async (events) => {
				const asked = dedupeKeys.map(async (key) => await askAbout(events, key).catch(warn));
				await Promise.all(asked);
			})
			.catch(warn);
		return answers;
	}
}

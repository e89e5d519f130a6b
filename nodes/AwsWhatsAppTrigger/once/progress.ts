import { sleep } from 'n8n-workflow';
import type { EventClaim } from '../../../aws/store/events';
import type { SharedEvents } from './sharedEvents';

/** How often, in ms, other processes are told that n8n is still at work: well within a claim's lease. */
const RENEW_MS = 20_000;

const NOT_WRITTEN =
	'S3 could not be told what became of an event, so another n8n process may pass it on again';

/** Tells the bucket how it goes with the events of a post. Nobody waits for that, and it never fails. */
export class Progress {
	private isOver = false;

	/** @param claims of the events; one that the bucket answers late may still be put in */
	constructor(
		private readonly claims: ReadonlyMap<string, EventClaim>,
		private readonly shared: Pick<SharedEvents, 'warn'>,
	) {}

	/** n8n may answer late: where it limits how many executions run at once, when one's turn has come. */
	async goesOn(): Promise<void> {
		for (;;) {
			await sleep(RENEW_MS);
			if (this.isOver) return;
			await this.tell(async (claim) => await claim.renew());
		}
	}

	/** @param isTaken whether n8n has taken the events; else the next delivery may pass them on */
	async ends(isTaken: boolean): Promise<void> {
		this.isOver = true;
		await this.tell(async (claim) => await (isTaken ? claim.done() : claim.free()));
	}

	private async tell(what: (claim: EventClaim) => Promise<void>): Promise<void> {
		const told = [...this.claims.values()].map(
			async (claim) =>
				await what(claim).catch((failure: unknown) => this.shared.warn(NOT_WRITTEN, failure)),
		);
		await Promise.all(told);
	}
}

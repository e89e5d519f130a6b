import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { breath } from '../../engine/breath';

type LookUp = (index: number) => Promise<ICredentialDataDecryptedObject>;

/** How long a run goes on with what it has looked up, in ms; a changed credential takes effect then. */
const REMEMBERED_MS = 60_000;

/** Of fewer items than this, each looks it up: finding out whether it differs saves nothing. */
const FEWEST_ITEMS = 16;

/**
 * Items whose credentials are compared: neighbors, some far apart, and two that do not exist, for which
 * n8n cannot evaluate most of what reads an item.
 */
const compared = (total: number): number[] => [
	...[0, 1, 2, 3],
	Math.floor(total / 2),
	total - 1,
	...[total, total + 1],
];

/**
 * The credential of a run, looked up once for all of its items unless it differs from one to another.
 *
 * n8n reads and decrypts a credential at each look-up, and evaluates its expressions for an item. It does
 * not tell whether there are any, so a few items tell, and some that do not exist.
 */
export class RunCredential {
	private lookedUpAt = Number.NEGATIVE_INFINITY;

	private common?: Promise<ICredentialDataDecryptedObject | undefined>;

	/** @param total number of items in the node's input */
	constructor(
		private readonly lookUp: LookUp,
		private readonly total: number,
	) {}

	/** An object of the item's own: n8n adds to it. @throws what n8n throws where there is none */
	async of(index: number): Promise<ICredentialDataDecryptedObject> {
		if (this.total < FEWEST_ITEMS) return await this.lookUp(index);
		if (Date.now() - this.lookedUpAt > REMEMBERED_MS) {
			this.lookedUpAt = Date.now();
			this.common = this.lookUpForAll();
		}
		const common = await this.common;
		while (breath.isDue) await breath.rest();
		return common ? { ...common } : await this.lookUp(index);
	}

	/** @returns undefined where it differs, and where it cannot be told, so that each item finds out by itself */
	private async lookUpForAll(): Promise<ICredentialDataDecryptedObject | undefined> {
		try {
			const first = await this.lookUp(0);
			const same = JSON.stringify(first);
			for (const index of compared(this.total).slice(1)) {
				if (JSON.stringify(await this.lookUp(index)) !== same) return undefined;
			}
			return first;
		} catch {
			return undefined;
		}
	}
}

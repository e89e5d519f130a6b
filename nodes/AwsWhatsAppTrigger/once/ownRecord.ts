import type { IWebhookFunctions } from 'n8n-workflow';
import { memoryOf, saveAfterPost } from '../memory';
import type { EventRecord } from './record';

/**
 * The record that needs nothing but n8n: this process knows the events, and the workflow's static data
 * keeps the latest of them over a restart, unless other nodes use it.
 */
export function ownRecord(context: IWebhookFunctions): EventRecord {
	const { seen } = memoryOf(context);
	const arrived = Date.now();
	return {
		claim: async (dedupeKeys) => {
			const fresh = seen.claim(dedupeKeys);
			if (!fresh) return undefined;
			return {
				fresh,
				settle() {
					seen.settle(fresh);
					saveAfterPost(context, arrived);
				},
				release: () => seen.release(fresh),
			};
		},
	};
}

import { sleep } from 'n8n-workflow';
import { CancelledError } from './errors';

/**
 * Waits, but not on when the execution is cancelled. (n8n-workflow's own `sleep` ends early on a
 * signal only in newer versions.)
 *
 * @param ms milliseconds
 * @throws CancelledError
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const cancel = () => reject(new CancelledError());
		if (signal?.aborted) return cancel();
		signal?.addEventListener('abort', cancel, { once: true });
		void sleep(ms).then(() => {
			signal?.removeEventListener('abort', cancel);
			resolve();
		});
	});
}

import { sleep } from 'n8n-workflow';
import { CanceledError } from '../errors/errors';

/**
 * Waits, but not on when the execution is canceled. (n8n-workflow's own `sleep` ends early on a
 * signal only in newer versions.)
 *
 * @throws CanceledError
 */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const cancel = () => reject(new CanceledError());
		if (signal?.aborted) return cancel();
		signal?.addEventListener('abort', cancel, { once: true });
		void sleep(ms).then(() => {
			signal?.removeEventListener('abort', cancel);
			resolve();
		});
	});
}

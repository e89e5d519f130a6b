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

/**
 * Waits for something that cannot be canceled itself, and which then goes on without anyone waiting.
 *
 * @throws CanceledError
 */
export async function orCanceled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return await work;
	let cancel: (() => void) | undefined;
	const canceled = new Promise<never>((_, reject) => {
		cancel = () => reject(new CanceledError());
		if (signal.aborted) cancel();
		signal.addEventListener('abort', cancel, { once: true });
	});
	try {
		return await Promise.race([work, canceled]);
	} finally {
		if (cancel) signal.removeEventListener('abort', cancel);
	}
}

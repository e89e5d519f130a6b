import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Close = () => Promise<void>;

/**
 * What was opened and must be closed, the last one first, even if that is wanted while the next one is being
 * opened: then that ends first, because what it needs is closed, and is closed as well.
 */
export class Opened {
	private readonly closers: Close[] = [];
	private readonly folders: string[] = [];
	private opening: Promise<unknown> = Promise.resolve();
	private closing: Promise<void> | undefined;

	/** A temporary folder, removed when everything else is closed. */
	async folder(prefix: string): Promise<string> {
		return await this.open(
			async () => {
				const folder = await mkdtemp(join(tmpdir(), prefix));
				this.folders.push(folder);
				return folder;
			},
			async () => undefined,
		);
	}

	/** `close` may be called again. */
	async open<T>(open: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T> {
		if (this.closing) throw new Error('It was stopped');
		const opening = open().then((opened) => {
			this.closers.push(async () => await close(opened));
			return opened;
		});
		this.opening = Promise.allSettled([this.opening, opening]);
		const opened = await opening;
		if (this.closing) throw new Error('It was stopped');
		return opened;
	}

	async close(): Promise<void> {
		await (this.closing ??= this.closeAll());
	}

	private async closeAll(): Promise<void> {
		const failures = await this.runClosers();
		await this.opening;
		failures.push(...(await this.runClosers()));
		for (const folder of this.folders) {
			await rm(folder, { recursive: true, force: true, maxRetries: 5 });
		}
		if (failures.length > 0) throw failures[0];
	}

	private async runClosers(): Promise<unknown[]> {
		const failures: unknown[] = [];
		for (const close of [...this.closers].reverse()) {
			await close().catch((failure: unknown) => failures.push(failure));
		}
		return failures;
	}
}

import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const QUIET_MS = 20;

/** Collects what a process writes to its output and error streams. */
export class ProcessLog {
	private text = '';

	constructor({ stdout, stderr }: ChildProcess) {
		for (const stream of [stdout, stderr]) {
			stream?.on('data', (chunk: Buffer) => {
				this.text += chunk.toString();
			});
		}
	}

	/** Everything since the last time, once nothing more comes. */
	async take(): Promise<string> {
		let length: number;
		do {
			({ length } = this.text);
			await wait(QUIET_MS);
		} while (this.text.length > length);
		const { text } = this;
		this.text = '';
		return text;
	}
}

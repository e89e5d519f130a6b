import { createHash } from 'node:crypto';
import { randomFor } from '../gateway/fate.mts';

export interface ItemFile {
	name: string;
	mimeType: string;
	data: Buffer;
	sha256: string;
}

const SMALL_BYTES = 3_000;
const LARGE_BYTES = 1_500_000;
/** Every so many items one has a large file. */
const LARGE_EVERY = 6;

export const sha256 = (data: Buffer | Uint8Array) =>
	createHash('sha256').update(data).digest('hex');

/** The files of a run's items: each with a content of its own, most of them small. */
export function filesFor(seed: number, count: number): ItemFile[] {
	return Array.from({ length: count }, (_, n) => {
		const random = randomFor(seed, 'file', n);
		const bytes = n % LARGE_EVERY === 4 ? LARGE_BYTES : SMALL_BYTES;
		const line = `%PDF-1.7 file ${n} of seed ${seed}, ${random()}\n`;
		const data = Buffer.alloc(Math.floor(bytes * (1 + random() / 3)), line);
		return { name: `file-${n}.pdf`, mimeType: 'application/pdf', data, sha256: sha256(data) };
	});
}

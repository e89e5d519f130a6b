import type { Violation } from './violation.mts';

/** Long enough that chance does not bring it about, short enough to find a secret that was cut or escaped. */
const PIECE = 12;
/** Files are no place for secrets, but a page that came in the place of a file may hold some. */
const MOST_SHOWN_BYTES = 64 * 1024;
const CONTEXT = 60;

/** Everything a run gives out as one text; files as text too. */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	return (
		JSON.stringify(value, (_key, entry: unknown) => {
			const bytes = bytesOf(entry);
			return bytes ? bytes.subarray(0, MOST_SHOWN_BYTES).toString() : entry;
		}) ?? ''
	);
}

/** A buffer, or what `JSON.stringify` has already made of one. */
function bytesOf(value: unknown): Buffer | undefined {
	if (value instanceof Uint8Array) return Buffer.from(value);
	const { type, data } = Object(value) as { type?: unknown; data?: unknown };
	return type === 'Buffer' && Array.isArray(data) ? Buffer.from(data as number[]) : undefined;
}

/** Finds every place where a text shows a secret or a piece of one. */
export function findSecrets(
	places: Record<string, unknown>,
	secrets: Iterable<string>,
): Violation[] {
	const pieces = new Set<string>();
	for (const secret of secrets) {
		for (let at = 0; at + PIECE <= secret.length; at++) pieces.add(secret.slice(at, at + PIECE));
	}
	return Object.entries(places).flatMap(([place, value]): Violation[] => {
		const text = textOf(value);
		const at = firstOf(pieces, text);
		if (at === undefined) return [];
		const around = text.slice(Math.max(0, at - CONTEXT), at + PIECE);
		return [{ rule: 'no secret shown', text: `in ${place}: …${around}…` }];
	});
}

function firstOf(pieces: Set<string>, text: string): number | undefined {
	for (let at = 0; at + PIECE <= text.length; at++) {
		if (pieces.has(text.slice(at, at + PIECE))) return at;
	}
	return undefined;
}

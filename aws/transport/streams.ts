import type { BinaryHelperFunctions } from 'n8n-workflow';

/** A stream as n8n's HTTP helper gives and takes it. */
export type ReadableBody = Extract<
	Parameters<BinaryHelperFunctions['prepareBinaryData']>[0],
	{ pipe: unknown }
>;

export function isStream(body: unknown): body is ReadableBody {
	return (
		typeof body === 'object' &&
		body !== null &&
		'pipe' in body &&
		typeof body.pipe === 'function' &&
		Symbol.asyncIterator in body
	);
}

/**
 * Watches a stream that another reader consumes. (A listener would set it flowing before its reader
 * is there, and a paused stream does not begin to flow for every reader.)
 *
 * @param onPiece is told how many bytes have come so far
 */
export function watchStream(stream: ReadableBody, onPiece: (bytes: number) => void): void {
	const emit = stream.emit.bind(stream);
	let bytes = 0;
	stream.emit = (event, ...details: unknown[]) => {
		const [piece] = details;
		if (event === 'data' && (typeof piece === 'string' || piece instanceof Uint8Array)) {
			bytes += Buffer.byteLength(piece);
			onPiece(bytes);
		}
		return emit(event, ...details);
	};
}

/** Bytes of a WebP file that tell whether it is animated. */
export const WEBP_HEAD_BYTES = 21;

const ANIMATION_FLAG = 0x02;

/**
 * Whether a WebP image is animated: RIFF container, extended format chunk "VP8X", animation bit.
 * Source: WebP Container Specification, "Extended File Format".
 */
export function isAnimatedWebp(head: Buffer): boolean {
	return (
		head.length >= WEBP_HEAD_BYTES &&
		head.toString('latin1', 0, 4) === 'RIFF' &&
		head.toString('latin1', 8, 16) === 'WEBPVP8X' &&
		(head.readUInt8(20) & ANIMATION_FLAG) !== 0
	);
}

import { isAnimatedWebp, WEBP_HEAD_BYTES } from '../../whatsapp/media/webp.ts';

/** The head of a WebP file: RIFF, size, "WEBP", chunk name, chunk size, flags. */
function webp(chunk: string, flags: number, riff = 'RIFF', webpName = 'WEBP'): Buffer {
	const head = Buffer.alloc(64);
	head.write(riff, 0, 'latin1');
	head.writeUInt32LE(56, 4);
	head.write(webpName, 8, 'latin1');
	head.write(chunk, 12, 'latin1');
	head.writeUInt32LE(10, 16);
	head.writeUInt8(flags, 20);
	return head;
}

const ANIMATION = 0x02;
const ALPHA = 0x10;
const ICC = 0x20;

/** A real still picture of one pixel, lossless format. */
const STILL = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

describe('a WebP picture', () => {
	it.each([ANIMATION, ANIMATION | ALPHA, ANIMATION | ALPHA | ICC, 0xff])(
		'of the extended format with the flags %p is animated',
		(flags) => {
			expect(isAnimatedWebp(webp('VP8X', flags))).toBe(true);
		},
	);

	it.each([0, ALPHA, ALPHA | ICC, 0xfd])(
		'of the extended format with the flags %p is not animated',
		(flags) => {
			expect(isAnimatedWebp(webp('VP8X', flags))).toBe(false);
		},
	);

	it.each(['VP8 ', 'VP8L'])('of the simple format %p is never animated', (chunk) => {
		expect(isAnimatedWebp(webp(chunk, 0xff))).toBe(false);
	});

	it('of one still pixel is not animated', () => {
		expect(STILL.toString('latin1', 0, 4)).toBe('RIFF');
		expect(isAnimatedWebp(STILL)).toBe(false);
	});

	it('is identified by its first 21 bytes, and not by fewer', () => {
		const head = webp('VP8X', ANIMATION);
		expect(WEBP_HEAD_BYTES).toBe(21);
		expect(isAnimatedWebp(head.subarray(0, 21))).toBe(true);
		for (let length = 0; length < 21; length++) {
			expect(isAnimatedWebp(head.subarray(0, length))).toBe(false);
		}
	});

	it('is read within its window of a larger buffer', () => {
		const padded = Buffer.concat([Buffer.alloc(13, 0xff), webp('VP8X', ANIMATION)]);
		expect(isAnimatedWebp(padded.subarray(13))).toBe(true);
		expect(isAnimatedWebp(padded)).toBe(false);
	});
});

describe('what is not a WebP picture', () => {
	it.each<[string, Buffer]>([
		['nothing', Buffer.alloc(0)],
		['zeros', Buffer.alloc(64)],
		['ones', Buffer.alloc(64, 0xff)],
		['another container', webp('VP8X', ANIMATION, 'RIFX')],
		['small letters', webp('VP8X', ANIMATION, 'riff')],
		['a sound in the same container', webp('VP8X', ANIMATION, 'RIFF', 'WAVE')],
		['an animated GIF', Buffer.from('GIF89a'.padEnd(64, '\u0002'))],
		['a page', Buffer.from('<html>'.padEnd(64, ' '))],
		['emoji', Buffer.from('👋'.repeat(20))],
	])('is not animated: %s', (_name, head) => {
		expect(isAnimatedWebp(head)).toBe(false);
	});
});

import { AUDIO_LOOKS } from './signatures/audio';
import { beginsLike, startsWith, type Look, type Signature } from './signatures/look';
import { ole } from './signatures/ole';
import { zip } from './signatures/zip';
import { looksLikeText } from './text';

const MP4_FAMILY = /^(audio|video)\/(mp4|3gpp2?)$/;

/** The brands of the MP4 family, of which the first one counts. */
const BRANDS: Array<[brand: RegExp, type: string, also?: RegExp]> = [
	[/^M4[ABP] /, 'audio/mp4'],
	[/^qt {2}/, 'video/quicktime', MP4_FAMILY],
	[/^(hei[cxms]|hev[cxms]|mif1|msf1)/, 'image/heic', /^image\/hei[cf]/],
	[/^avi[fs]/, 'image/avif'],
	[/^3g2/, 'video/3gpp2', MP4_FAMILY],
	[/^3g/, 'video/3gpp', MP4_FAMILY],
	[/^(iso[m0-9]|mp4[0-9]|avc1|M4V|MSNV|mmp4|dash|f4v|NDS|XAVC)/i, 'video/mp4', MP4_FAMILY],
];

/** Behind the size of the list of brands, which is never long. */
const mp4: Look = (_head, text) => {
	const [, brand] = /^\0\0[^]{2}ftyp([^]{4})/.exec(text) ?? [];
	const [, type, also] = BRANDS.find(([pattern]) => pattern.test(brand ?? '')) ?? [];
	return type === undefined ? undefined : { type, also };
};

const RIFF: Record<string, string> = {
	WEBP: 'image/webp',
	WAVE: 'audio/wav',
	'AVI ': 'video/x-msvideo',
};

const riff: Look = (_head, text) => {
	const type = text.startsWith('RIFF') ? RIFF[text.slice(8, 12)] : undefined;
	return type === undefined ? undefined : { type };
};

/** Acrobat and others find it anywhere in the first 1,024 bytes. Source: PDF Reference 1.7, appendix H, note 13. */
const PDF_WITHIN = 1024;

/** Behind the headers of printers and servers, but not as a word in a text. */
const latePdf: Look = (head, text) => {
	const [, before] = /^([^]*?)%PDF-\d\.\d/.exec(text.slice(0, PDF_WITHIN)) ?? [];
	if (before === undefined) return undefined;
	return /[^ -~]$/.test(before) || !looksLikeText(head) ? { type: 'application/pdf' } : undefined;
};

/** What WhatsApp takes, and what is often sent under the name of it. */
const LOOKS: Look[] = [
	// Scripts that make PDFs often write a line break or a byte order mark first.
	beginsLike(/^[\s\0\xef\xbb\xbf]{0,1000}%PDF-\d/, 'application/pdf'),
	startsWith('\u00ff\u00d8\u00ff', 'image/jpeg'),
	startsWith('\u0089PNG\r\n\u001a\n', 'image/png'),
	beginsLike(/^GIF8[79]a/, 'image/gif'),
	riff,
	mp4,
	zip,
	ole,
	startsWith('\u001aE\u00df\u00a3', 'video/webm', /^(audio|video)\/(webm|(x-)?matroska)$/),
	...AUDIO_LOOKS,
	latePdf,
];

/**
 * The type of a file by its first bytes; undefined where they are nothing known. Sources: the
 * specifications of the formats, and file-type's and libmagic's lists.
 *
 * @param head up to `HEAD_BYTES` from the beginning of the file
 */
export function signatureOf(head: Buffer): Signature | undefined {
	const text = head.toString('latin1');
	for (const look of LOOKS) {
		const found = look(head, text);
		if (found) return found;
	}
	return undefined;
}

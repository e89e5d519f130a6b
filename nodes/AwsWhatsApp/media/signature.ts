/** First bytes of a file that are looked at. */
export const HEAD_BYTES = 64 * 1024;

/** What the first bytes of a file tell. */
export interface Signature {
	/** The type, or the usual one of a container that can hold several. */
	type: string;
	/** What else such a container can be, where name or type says so. */
	also?: RegExp;
}

type Look = (head: Buffer, text: string) => Signature | undefined;

const startsWith =
	(start: string, type: string, also?: RegExp): Look =>
	(_head, text) =>
		text.startsWith(start) ? { type, also } : undefined;

/** Office's formats since 2007, by the folder that holds the document; also templates and macros. */
const OOXML: Array<[folder: string, type: string, also: RegExp]> = [
	['word', 'wordprocessingml.document', /wordprocessingml|ms-word\..*macroenabled/],
	['xl', 'spreadsheetml.sheet', /spreadsheetml|ms-excel\..*macroenabled/],
	['ppt', 'presentationml.presentation', /presentationml|ms-powerpoint\..*macroenabled/],
];

/** What is a ZIP archive as well. */
const ZIP_BASED =
	/openxmlformats|macroenabled|opendocument|[+.]zip$|-archive$|\.(kmz|apple\.)|iwork/;

const ZIP_ENTRY = 'PK\u0003\u0004';
/** Where the name of a file stands behind the beginning of its entry. */
const ZIP_NAME_AT = 30;

const zip: Look = (_head, text) => {
	if (!text.startsWith(ZIP_ENTRY)) return undefined;
	// OpenDocument and EPUB begin with their type, as it is.
	const [, own] = /^.{4}[^]{26}mimetype(application\/[a-z0-9.+-]+?)(?:PK|$)/s.exec(text) ?? [];
	if (own !== undefined) return { type: own };
	const names = text.split(ZIP_ENTRY).map((entry) => entry.slice(ZIP_NAME_AT - 4));
	const office = OOXML.find(([folder]) => names.some((name) => name.startsWith(`${folder}/`)));
	if (!office) return { type: 'application/zip', also: ZIP_BASED };
	const [, type, also] = office;
	return { type: `application/vnd.openxmlformats-officedocument.${type}`, also };
};

/** Office's formats until 2003, by the stream that holds the document. */
const OLE_STREAMS: Array<[stream: string, type: string]> = [
	['WordDocument', 'application/msword'],
	['PowerPoint Document', 'application/vnd.ms-powerpoint'],
	['Workbook', 'application/vnd.ms-excel'],
];

const ole: Look = (head, text) => {
	if (!text.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return undefined;
	const inside = OLE_STREAMS.filter(([stream]) => head.includes(Buffer.from(stream, 'utf16le')));
	// A document can have others inside, and its list of streams stands anywhere.
	const [only] = inside.length === 1 ? inside : [];
	return only
		? { type: only[1] }
		: { type: 'application/x-cfb', also: /^application\/(msword|vnd\.(ms-|visio)|x-ms)/ };
};

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

const mp4: Look = (_head, text) => {
	if (text.slice(4, 8) !== 'ftyp') return undefined;
	const brand = text.slice(8, 12);
	const [, type, also] = BRANDS.find(([pattern]) => pattern.test(brand)) ?? [];
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

const ogg: Look = (_head, text) => {
	if (!text.startsWith('OggS')) return undefined;
	return { type: text.slice(28, 35) === '\u0080theora' ? 'video/ogg' : 'audio/ogg' };
};

/** A frame of MPEG audio, layers II and III. Source: ISO 11172-3, 2.4.1.3. */
function isMpegFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
	const isSync = first === 0xff && (second & 0xe0) === 0xe0;
	const hasVersion = (second & 0x18) !== 0x08;
	const isLayer2or3 = (second & 0x06) === 0x02 || (second & 0x06) === 0x04;
	const hasBitRate = third >> 4 !== 0x0f && third >> 4 !== 0;
	const hasSampleRate = (third & 0x0c) !== 0x0c;
	return isSync && hasVersion && isLayer2or3 && hasBitRate && hasSampleRate;
}

/** A frame of AAC in ADTS, which is MPEG audio's with layer 0. Source: ISO 14496-3, 1.A.2.2. */
function isAdtsFrame([first = 0, second = 0, third = 0]: Buffer): boolean {
	return first === 0xff && (second & 0xf6) === 0xf0 && (third & 0x3c) <= 0x30;
}

const frames: Look = (head) => {
	if (isAdtsFrame(head)) return { type: 'audio/aac' };
	return isMpegFrame(head) ? { type: 'audio/mpeg' } : undefined;
};

const pdf: Look = (_head, text) =>
	// Scripts that make PDFs often write a line break or a byte order mark first.
	/^[\s\0\u00ef\u00bb\u00bf]{0,1000}%PDF/.test(text) ? { type: 'application/pdf' } : undefined;

/** What WhatsApp takes, and what is often sent under the name of it. */
const LOOKS: Look[] = [
	pdf,
	startsWith('\u00ff\u00d8\u00ff', 'image/jpeg'),
	startsWith('\u0089PNG\r\n\u001a\n', 'image/png'),
	startsWith('GIF8', 'image/gif'),
	riff,
	mp4,
	ogg,
	zip,
	ole,
	startsWith('#!AMR', 'audio/amr'),
	startsWith('ID3', 'audio/mpeg', /^audio\/aac$/),
	startsWith('ADIF', 'audio/aac'),
	startsWith('fLaC', 'audio/flac'),
	startsWith('\u001aE\u00df\u00a3', 'video/webm', /^(audio|video)\/(webm|(x-)?matroska)$/),
	frames,
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

/** Whether bytes can be the beginning of a text. */
export function looksLikeText(head: Buffer): boolean {
	if (head.length === 0) return false;
	if (/^(\u00ff\u00fe|\u00fe\u00ff)/.test(head.toString('latin1', 0, 2))) return true;
	if (head.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte))) {
		return false;
	}
	try {
		// The end may be cut inside a character.
		new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
		return true;
	} catch {
		return false;
	}
}

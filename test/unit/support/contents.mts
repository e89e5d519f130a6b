/** The beginnings of files as programs really write them, by what they are. */

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const ftyp = (brand: string, ...compatible: string[]) => {
	const brands = [brand, '\0\0\x02\0', ...compatible].join('');
	const size = Buffer.alloc(4);
	size.writeUInt32BE(8 + brands.length);
	return Buffer.concat([size, latin1(`ftyp${brands}`), latin1('\0\0\0\x08free')]);
};

/** An entry of a ZIP archive, with its name and its content stored. */
function entry(name: string, content = 'x', method = 0): Buffer {
	const header = Buffer.alloc(30);
	header.write('PK\x03\x04', 'latin1');
	header.writeUInt16LE(20, 4);
	header.writeUInt16LE(method, 8);
	header.writeUInt32LE(content.length, 18);
	header.writeUInt32LE(content.length, 22);
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, latin1(name + content)]);
}

const zip = (...names: string[]) => Buffer.concat(names.map((name) => entry(name)));

const opened = (mimeType: string) =>
	Buffer.concat([entry('mimetype', mimeType), entry('META-INF/manifest.xml')]);

/** A compound file whose directory stands behind its header. */
function compound(...streams: string[]): Buffer {
	const header = Buffer.alloc(512);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
	const directory = ['Root Entry', ...streams].map((name) => {
		const item = Buffer.alloc(128);
		item.write(name, 'utf16le');
		return item;
	});
	return Buffer.concat([header, ...directory]);
}

const OOXML = 'application/vnd.openxmlformats-officedocument';

export const WORD = `${OOXML}.wordprocessingml.document`;
export const SHEET = `${OOXML}.spreadsheetml.sheet`;
export const SLIDES = `${OOXML}.presentationml.presentation`;

/** What WhatsApp takes: the type and a beginning. */
export const TAKEN: Array<[what: string, mimeType: string, head: Buffer]> = [
	['a PDF', 'application/pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
	['a PDF behind a line break', 'application/pdf', latin1('\r\n\r\n%PDF-1.4\n')],
	['a PDF behind a byte order mark', 'application/pdf', latin1('\xef\xbb\xbf%PDF-1.4\n')],
	['a JPEG with JFIF', 'image/jpeg', latin1('\xff\xd8\xff\xe0\0\x10JFIF\0')],
	['a JPEG with Exif', 'image/jpeg', latin1('\xff\xd8\xff\xe1\0\x10Exif\0\0')],
	['a JPEG of a camera', 'image/jpeg', latin1('\xff\xd8\xff\xdb\0\x43')],
	['a PNG', 'image/png', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
	['a WebP', 'image/webp', latin1('RIFF\x24\0\0\0WEBPVP8 ')],
	['an MP4 of ffmpeg', 'video/mp4', ftyp('isom', 'isom', 'iso2', 'avc1', 'mp41')],
	['an MP4 of Android', 'video/mp4', ftyp('mp42', 'isom', 'mp42')],
	['an MP4 for streaming', 'video/mp4', ftyp('iso5', 'iso6', 'mp41')],
	['an MP4 of iTunes', 'video/mp4', ftyp('M4V ', 'isom')],
	['an MP4 of Sony', 'video/mp4', ftyp('MSNV', 'MSNV', 'mp42', 'isom')],
	['a 3GP', 'video/3gpp', ftyp('3gp4', 'isom', '3gp4')],
	['a 3GP of release 6', 'video/3gpp', ftyp('3gr6', '3gp6')],
	['an M4A', 'audio/mp4', ftyp('M4A ', 'M4A ', 'mp42', 'isom')],
	['an MP3 with tags', 'audio/mpeg', latin1('ID3\x04\0\0\0\0\0\0')],
	['an MP3 without tags', 'audio/mpeg', latin1('\xff\xfb\x90\x64\0\0')],
	['an MP3 with checksums', 'audio/mpeg', latin1('\xff\xfa\x92\xc4')],
	['an MP3 of a speech service', 'audio/mpeg', latin1('\xff\xf3\x84\xc4')],
	['an MP3 of MPEG 2.5', 'audio/mpeg', latin1('\xff\xe3\x18\xc4')],
	['AAC', 'audio/aac', latin1('\xff\xf1\x50\x80\x02\x1f\xfc')],
	['AAC of MPEG 2', 'audio/aac', latin1('\xff\xf9\x4c\x80')],
	['AAC in ADIF', 'audio/aac', latin1('ADIF\0')],
	['AMR', 'audio/amr', latin1('#!AMR\n\x3c')],
	['AMR wideband', 'audio/amr', latin1('#!AMR-WB\n')],
	['Opus', 'audio/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}OpusHead`)],
	['Vorbis', 'audio/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}\x01vorbis`)],
	['a DOC', 'application/msword', compound('1Table', 'WordDocument')],
	['an XLS', 'application/vnd.ms-excel', compound('Workbook')],
	['a PPT', 'application/vnd.ms-powerpoint', compound('Current User', 'PowerPoint Document')],
	['a DOCX of Word', WORD, zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
	['a DOCX of LibreOffice', WORD, zip('_rels/.rels', 'docProps/app.xml', 'word/styles.xml')],
	['a DOCX of Google Docs', WORD, zip('word/numbering.xml', 'word/settings.xml')],
	['an XLSX of Excel', SHEET, zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
	[
		'an XLSX of openpyxl',
		SHEET,
		zip('docProps/app.xml', 'docProps/core.xml', 'xl/theme/theme1.xml'),
	],
	['a PPTX', SLIDES, zip('[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml')],
	['a text', 'text/plain', latin1('Hello\r\nworld\t!\n')],
	['a text in UTF-8', 'text/plain', Buffer.from('Größe 世界 👋')],
	['a text with a byte order mark', 'text/plain', Buffer.from('\ufeffHello')],
	['a text in UTF-16', 'text/plain', Buffer.from('\ufeffHello', 'utf16le')],
];

/** What is often sent, and WhatsApp does not take. */
export const NOT_TAKEN: Array<[what: string, mimeType: string, head: Buffer]> = [
	['a photo of an iPhone', 'image/heic', ftyp('heic', 'mif1', 'heic')],
	['an HEIF sequence', 'image/heic', ftyp('msf1', 'hevc')],
	['an AVIF', 'image/avif', ftyp('avif', 'mif1')],
	['a GIF', 'image/gif', latin1('GIF89a\x01\0')],
	['a video of an iPhone', 'video/quicktime', ftyp('qt  ', 'qt  ')],
	['a WAV', 'audio/wav', latin1('RIFF\x24\0\0\0WAVEfmt ')],
	['an AVI', 'video/x-msvideo', latin1('RIFF\x24\0\0\0AVI LIST')],
	['a recording of a browser', 'video/webm', latin1('\x1aE\xdf\xa3\x9fB\x86\x81\x01')],
	['FLAC', 'audio/flac', latin1('fLaC\0\0\0\x22')],
	['a video in Ogg', 'video/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}\x80theora`)],
	['a ZIP', 'application/zip', zip('photo.jpg', 'notes.txt')],
	[
		'an ODT',
		'application/vnd.oasis.opendocument.text',
		opened('application/vnd.oasis.opendocument.text'),
	],
	['an EPUB', 'application/epub+zip', opened('application/epub+zip')],
	['a mail of Outlook', 'application/x-cfb', compound('__nameid_version1.0')],
];

/** Of which no first byte tells anything. */
export const UNKNOWN: Array<[what: string, head: Buffer]> = [
	['nothing', Buffer.alloc(0)],
	['zeros', Buffer.alloc(64)],
	['RAR', latin1('Rar!\x1a\x07\x01\0')],
	['a text in an old code page', latin1('Gr\xf6\xdfe')],
	['a sync without a frame', latin1('\xff\xff\xff\xff')],
	['a cut ftyp', latin1('\0\0\0\x18ft')],
	['an unknown brand', ftyp('crx ')],
	['a cut RIFF', latin1('RIFF\x24\0\0\0')],
	['text with a NUL', latin1('a\0b')],
];

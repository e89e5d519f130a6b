/** The beginnings of files as programs really write them, by what they are. */

const latin1 = (text: string) => Buffer.from(text, 'latin1');

const ftyp = (brand: string, ...compatible: string[]) => {
	const brands = [brand, '\0\0\x02\0', ...compatible].join('');
	const size = Buffer.alloc(4);
	size.writeUInt32BE(8 + brands.length);
	return Buffer.concat([size, latin1(`ftyp${brands}`), latin1('\0\0\0\x08free')]);
};

/** An entry of a ZIP archive, with its name and its content stored. */
function entry(name: string, content: Buffer | string = 'x'): Buffer {
	const header = Buffer.alloc(30);
	header.write('PK\x03\x04', 'latin1');
	header.writeUInt16LE(20, 4);
	header.writeUInt32LE(content.length, 18);
	header.writeUInt32LE(content.length, 22);
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, latin1(name), Buffer.from(content)]);
}

/** The same of a program that writes without looking back: the sizes stand behind the content. */
function streamedEntry(name: string, content: Buffer | string = 'x'): Buffer {
	const before = entry(name, content);
	before.writeUInt16LE(0x08, 6);
	before.fill(0, 18, 26);
	const descriptor = Buffer.alloc(16);
	descriptor.write('PK\x07\x08', 'latin1');
	descriptor.writeUInt32LE(content.length, 8);
	descriptor.writeUInt32LE(content.length, 12);
	return Buffer.concat([before, descriptor]);
}

export const zip = (...names: string[]) => Buffer.concat(names.map((name) => entry(name)));
export const streamedZip = (...names: string[]) =>
	Buffer.concat(names.map((name) => streamedEntry(name)));

const opened = (mimeType: string) =>
	Buffer.concat([entry('mimetype', mimeType), entry('META-INF/manifest.xml')]);

const SECTOR = 512;
const NONE = 0xffffffff;

/**
 * A compound file: header, table of sectors, directory. The streams stand at the root, those of the
 * embedded object in a storage of their own.
 */
export function compound(streams: string[], embedded: string[] = []): Buffer {
	const root = streams.map((name) => ({ name, kind: 2 }));
	const objects = embedded.length > 0 ? [{ name: 'ObjectPool', kind: 1 }] : [];
	const atRoot = [...root, ...objects].map((item, index, { length }) => ({
		...item,
		child: item.kind === 1 ? length + 1 : NONE,
		next: index + 1 < length ? index + 2 : NONE,
	}));
	const inObject = embedded.map((name, index, { length }) => ({
		name,
		kind: 2,
		child: NONE,
		next: index + 1 < length ? atRoot.length + index + 2 : NONE,
	}));
	const items = [{ name: 'Root Entry', kind: 5, child: 1, next: NONE }, ...atRoot, ...inObject];
	const sectors = Math.ceil(items.length / 4);
	const file = Buffer.alloc(SECTOR * (2 + sectors));
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
	file.writeUInt16LE(9, 30);
	file.writeUInt32LE(1, 48);
	file.writeUInt32LE(0, 76);
	for (let sector = 1; sector <= sectors; sector++) {
		file.writeUInt32LE(sector < sectors ? sector + 1 : 0xfffffffe, SECTOR + 4 * sector);
	}
	items.forEach(({ name, kind, child, next }, index) => {
		const at = 2 * SECTOR + 128 * index;
		file.write(name, at, 'utf16le');
		file.writeUInt16LE(2 * name.length + 2, at + 64);
		file.writeUInt8(kind, at + 66);
		file.writeUInt32LE(NONE, at + 68);
		file.writeUInt32LE(next, at + 72);
		file.writeUInt32LE(child, at + 76);
	});
	return file;
}

const FRAME = '\xff\xfb\x90\x64\0\0';

/** A tag of APE, with one item, in front of a song. */
function ape(item = '\x05\0\0\0\0\0\0\0Title\0A song'): Buffer {
	const header = Buffer.alloc(32);
	header.write('APETAGEX', 'latin1');
	header.writeUInt32LE(2000, 8);
	header.writeUInt32LE(item.length + 32, 12);
	const footer = Buffer.from(header);
	return Buffer.concat([header, latin1(item), footer]);
}

const id3v1 = (title = 'A song') => latin1(`TAG${title.padEnd(125)}`);

const OOXML = 'application/vnd.openxmlformats-officedocument';

export const WORD = `${OOXML}.wordprocessingml.document`;
export const SHEET = `${OOXML}.spreadsheetml.sheet`;
export const SLIDES = `${OOXML}.presentationml.presentation`;

/** What WhatsApp takes: the type and a beginning. */
export const TAKEN: Array<[what: string, mimeType: string, head: Buffer]> = [
	['a PDF', 'application/pdf', latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
	['a PDF behind a line break', 'application/pdf', latin1('\r\n\r\n%PDF-1.4\n%\xe2\xe3\n')],
	[
		'a PDF behind a byte order mark',
		'application/pdf',
		latin1('\xef\xbb\xbf%PDF-1.4\n%\xe2\xe3\n'),
	],
	[
		'a PDF for a printer',
		'application/pdf',
		latin1('\x1b%-12345X@PJL\r\n@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.4\r\n%\xe2\xe3\r\n'),
	],
	[
		'a PDF behind the header of its answer',
		'application/pdf',
		latin1('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n%\xe2\xe3\n'),
	],
	['a PDF behind bytes', 'application/pdf', latin1(`\0\x05${'x'.repeat(900)}%PDF-1.5\n`)],
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
	['an MP3 behind a tag of APE', 'audio/mpeg', Buffer.concat([ape(), latin1(FRAME)])],
	['an MP3 behind an old tag', 'audio/mpeg', Buffer.concat([id3v1(), latin1(FRAME)])],
	[
		'an MP3 behind three tags',
		'audio/mpeg',
		Buffer.concat([latin1('ID3\x03\0\0\0\0\0\0'), ape(), id3v1(), latin1(FRAME)]),
	],
	['an MP3 behind a long tag', 'audio/mpeg', ape('x'.repeat(70_000)).subarray(0, 65_536)],
	['AAC behind a tag', 'audio/aac', latin1('ID3\x04\0\0\0\0\0\x02\0\0\xff\xf1\x50\x80')],
	['an MP3 without tags', 'audio/mpeg', latin1('\xff\xfb\x90\x64\0\0')],
	['an MP3 with checksums', 'audio/mpeg', latin1('\xff\xfa\x92\xc4')],
	['an MP3 of a speech service', 'audio/mpeg', latin1('\xff\xf3\x84\xc4')],
	['an MP3 of MPEG 2.5', 'audio/mpeg', latin1('\xff\xe3\x18\xc4')],
	['AAC', 'audio/aac', latin1('\xff\xf1\x50\x80\x02\x1f\xfc')],
	['AAC of MPEG 2', 'audio/aac', latin1('\xff\xf9\x4c\x80')],
	['AAC in ADIF', 'audio/aac', latin1('ADIF\0')],
	['AMR', 'audio/amr', latin1('#!AMR\n\x3c\xde\x02')],
	['AMR wideband', 'audio/amr', latin1('#!AMR-WB\n\x04\xf1')],
	['Opus', 'audio/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}OpusHead`)],
	['Vorbis', 'audio/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}\x01vorbis`)],
	['a DOC', 'application/msword', compound(['1Table', 'WordDocument'])],
	['an XLS', 'application/vnd.ms-excel', compound(['Workbook'])],
	['an XLS of Excel 95 and 97', 'application/vnd.ms-excel', compound(['Book', 'Workbook'])],
	[
		'a DOC with a table of Excel inside',
		'application/msword',
		compound(['Data', '1Table', 'WordDocument'], ['Workbook', '\x01CompObj']),
	],
	[
		'an XLS with a letter inside',
		'application/vnd.ms-excel',
		compound(['Workbook'], ['WordDocument', '1Table']),
	],
	['a PPT', 'application/vnd.ms-powerpoint', compound(['Current User', 'PowerPoint Document'])],
	['a DOCX of Word', WORD, zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
	['a DOCX of LibreOffice', WORD, zip('_rels/.rels', 'docProps/app.xml', 'word/styles.xml')],
	['a DOCX of Google Docs', WORD, zip('word/numbering.xml', 'word/_rels/fontTable.xml.rels')],
	['an XLSX of Excel', SHEET, zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
	[
		'an XLSX of openpyxl',
		SHEET,
		zip('docProps/app.xml', 'docProps/core.xml', 'xl/theme/theme1.xml'),
	],
	['a PPTX', SLIDES, zip('[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml')],
	[
		'a PPTX with a chart, stored',
		SLIDES,
		Buffer.concat([
			entry('[Content_Types].xml'),
			entry(
				'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx',
				zip('[Content_Types].xml', 'xl/workbook.xml'),
			),
			entry('ppt/presentation.xml'),
		]),
	],
	[
		'a PPTX with a chart in front, stored by a stream',
		SLIDES,
		Buffer.concat([
			streamedEntry('_rels/.rels'),
			streamedEntry('media/sheet.xlsx', streamedZip('[Content_Types].xml', 'xl/workbook.xml')),
			streamedEntry('ppt/presentation.xml'),
		]),
	],
	[
		'an XLSX with a letter inside',
		SHEET,
		Buffer.concat([
			entry('[Content_Types].xml'),
			entry('customXml/letter.docx', zip('[Content_Types].xml', 'word/document.xml')),
			entry('xl/workbook.xml'),
		]),
	],
	['a DOCX of POI', WORD, streamedZip('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
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
	['FLAC behind a tag', 'audio/flac', latin1('ID3\x04\0\0\0\0\0\0fLaC\0\0\0\x22')],
	['a video in Ogg', 'video/ogg', latin1(`OggS\0\x02${'\0'.repeat(22)}\x80theora`)],
	['a ZIP', 'application/zip', zip('photo.jpg', 'notes.txt')],
	['a ZIP with a folder "word"', 'application/zip', zip('word/list.txt', 'xl/notes.txt')],
	[
		'a ZIP with a DOCX, stored',
		'application/zip',
		entry('a.docx', zip('[Content_Types].xml', 'word/document.xml')),
	],
	['a ZIP with a PDF, stored', 'application/zip', entry('a.pdf', '%PDF-1.4\n')],
	[
		'a letter with a password',
		'application/x-cfb',
		compound(['EncryptionInfo', 'EncryptedPackage']),
	],
	[
		'an old file whose text has the names of streams',
		'application/x-cfb',
		Buffer.concat([compound(['Data']), Buffer.from('A Workbook, no WordDocument', 'utf16le')]),
	],
	[
		'an ODT',
		'application/vnd.oasis.opendocument.text',
		opened('application/vnd.oasis.opendocument.text'),
	],
	['an EPUB', 'application/epub+zip', opened('application/epub+zip')],
	['a mail of Outlook', 'application/x-cfb', compound(['__nameid_version1.0'])],
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

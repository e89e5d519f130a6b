import { fileType } from '../../whatsapp/media/fileType.ts';
import { checkFile } from '../../whatsapp/media/limits.ts';
import type { MediaKind } from '../../whatsapp/media/mediaTypes.ts';
import { signatureOf } from '../../whatsapp/media/signature.ts';
import { isTextInPlaceOfFile, looksLikeText } from '../../whatsapp/media/text.ts';
import { NOT_TAKEN, SHEET, SLIDES, TAKEN, UNKNOWN, WORD } from './support/contents.mts';
import { refusalOf } from './support/refusal.mts';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const TEMPLATE = `${OOXML}.wordprocessingml.template`;
const MACROS = 'application/vnd.ms-word.document.macroenabled.12';
const MACRO_SHEET = 'application/vnd.ms-excel.sheet.macroenabled.12';
const BINARY_SHEET = 'application/vnd.ms-excel.sheet.binary.macroenabled.12';

const contents = new Map([...TAKEN, ...NOT_TAKEN].map(([what, , head]) => [what, head]));

function content(what: string): Buffer {
	const head = contents.get(what);
	if (!head) throw new Error(`no content ${what}`);
	return head;
}

const isText = (mimeType: string) => mimeType === 'text/plain';

/** A type that others gave the file, and a name, and what it is. */
type Sample = [
	mimeType: string | undefined,
	fileName: string | undefined,
	what: string,
	type: string,
];

describe('the first bytes', () => {
	it.each([...TAKEN, ...NOT_TAKEN])('identify %s', (_what, mimeType, head) => {
		expect(signatureOf(head)?.type).toBe(isText(mimeType) ? undefined : mimeType);
		if (isText(mimeType)) expect(looksLikeText(head)).toBe(true);
		expect(fileType({ head })?.mimeType).toBe(mimeType);
	});

	it.each(UNKNOWN)('do not identify %s', (_what, head) => {
		expect(signatureOf(head)).toBeUndefined();
		expect(looksLikeText(head)).toBe(false);
		expect(fileType({ head })).toBeUndefined();
	});

	it('may be cut off anywhere', () => {
		for (const [, , head] of [...TAKEN, ...NOT_TAKEN]) {
			for (let length = 0; length < Math.min(head.length, 4000); length++) {
				fileType({ head: head.subarray(0, length) });
			}
		}
	});

	it('may end inside a character of a text', () => {
		const text = Buffer.from('Größe 👋');
		for (let length = 1; length <= text.length; length++) {
			expect(looksLikeText(text.subarray(0, length))).toBe(true);
		}
	});
});

describe('the type of a file', () => {
	it.each<Sample>([
		['application/octet-stream', 'a', 'a PDF', 'application/pdf'],
		['application/x-download', 'Invoice', 'a PDF', 'application/pdf'],
		['application/force-download', undefined, 'a PDF behind a line break', 'application/pdf'],
		[undefined, undefined, 'a JPEG with Exif', 'image/jpeg'],
		['text/plain', undefined, 'a PNG', 'image/png'],
		['text/html', 'download.php', 'a PDF', 'application/pdf'],
		['image/png', 'photo.png', 'a JPEG with JFIF', 'image/jpeg'],
		['image/jpeg', 'photo.jpg', 'a WebP', 'image/webp'],
		['application/zip', 'report.docx', 'a DOCX of Word', WORD],
		['application/x-zip-compressed', 'list.xlsx', 'an XLSX of openpyxl', SHEET],
		['application/zip', undefined, 'a PPTX', SLIDES],
		['application/zip', 'report.docx', 'a ZIP', WORD],
		['application/zip', 'photos.zip', 'a ZIP', 'application/zip'],
		['application/pdf', 'a.pdf', 'a ZIP', 'application/zip'],
		['application/vnd.ms-office', 'list.xls', 'an XLS', 'application/vnd.ms-excel'],
		['application/x-cfb', 'letter.doc', 'a mail of Outlook', 'application/msword'],
		['application/msword', 'list.xls', 'a mail of Outlook', 'application/vnd.ms-excel'],
		['application/msword', 'list.doc', 'an XLS', 'application/vnd.ms-excel'],
		['video/quicktime', 'clip.mp4', 'an MP4 of ffmpeg', 'video/mp4'],
		['video/quicktime', 'clip.mov', 'an MP4 of ffmpeg', 'video/mp4'],
		['video/mp4', 'clip.mp4', 'a video of an iPhone', 'video/mp4'],
		['video/mp4', 'voice.m4a', 'an MP4 of Android', 'audio/mp4'],
		['audio/mp4', 'voice', 'an MP4 of Android', 'audio/mp4'],
		['audio/x-m4a', 'voice.m4a', 'an MP4 for streaming', 'audio/mp4'],
		['video/mp4', 'old.mp4', 'a 3GP', 'video/mp4'],
		['audio/mpeg', 'voice.mp3', 'Opus', 'audio/ogg'],
		['audio/mpeg', 'CFA98C22.m4a', 'an M4A', 'audio/mp4'],
		['audio/aac', 'voice.aac', 'an M4A', 'audio/mp4'],
		['audio/aac', 'voice.aac', 'an MP3 with tags', 'audio/aac'],
		['audio/wav', 'voice.wav', 'an MP3 without tags', 'audio/mpeg'],
		['audio/ogg', 'voice.ogg', 'a recording of a browser', 'video/webm'],
		['audio/webm', 'voice.weba', 'a recording of a browser', 'audio/webm'],
		['image/jpeg', 'IMG_0001.jpg', 'a photo of an iPhone', 'image/heic'],
		['image/heif', 'IMG_0001.heic', 'a photo of an iPhone', 'image/heic'],
		[
			'application/octet-stream',
			'report.docm',
			'a DOCX of Word',
			'application/vnd.ms-word.document.macroenabled.12',
		],
		// The declared type decides what an archive or an old file is, even against what would be wanted.
		[MACROS, 'report.docm', 'a DOCX of Word', MACROS],
		['application/zip', 'report.dotx', 'a DOCX of POI', TEMPLATE],
		['application/octet-stream', 'list.xlsb', 'an XLSX of Excel', BINARY_SHEET],
		['application/vnd.ms-excel.sheet.macroEnabled.12', undefined, 'an XLSX of Excel', MACRO_SHEET],
		[undefined, 'list.xlsm', 'a ZIP', MACRO_SHEET],
		[undefined, 'show.ppsx', 'a PPTX', `${OOXML}.presentationml.slideshow`],
		['application/zip', 'archive.zip', 'a DOCX of Word', 'application/zip'],
		['application/zip', 'archive.zip', 'a ZIP with a folder "word"', 'application/zip'],
		['application/octet-stream', undefined, 'a ZIP with a folder "word"', 'application/zip'],
		[SLIDES, 'show.pptx', 'a PPTX with a chart, stored', SLIDES],
		[SHEET, 'list.xlsx', 'an XLSX with a letter inside', SHEET],
		[
			'application/msword',
			'letter.doc',
			'a DOC with a table of Excel inside',
			'application/msword',
		],
		[
			'application/msword',
			'letter.doc',
			'an old file whose text has the names of streams',
			'application/msword',
		],
		[WORD, 'letter.docx', 'a letter with a password', WORD],
		['application/octet-stream', 'list.xlsx', 'a letter with a password', SHEET],
		[SLIDES, 'show', 'a letter with a password', SLIDES],
		['application/x-cfb', 'letter.doc', 'a letter with a password', 'application/msword'],
		[MACROS, 'letter.docm', 'a letter with a password', MACROS],
		['video/mp4', 'clip.mov', 'a video of an iPhone', 'video/quicktime'],
		['text/plain', 'a.txt', 'a ZIP with a PDF, stored', 'application/zip'],
	])('%s named %s that begins like %s is %s', (mimeType, fileName, what, type) => {
		for (const kind of [undefined, 'document'] as const) {
			const head = content(what);
			const found = fileType({ mimeType, fileName, head }, kind)?.mimeType;
			expect([kind, found]).toEqual([kind, type]);
		}
	});

	it.each<[string | undefined, string | undefined, string | undefined]>([
		['application/pdf', 'Invoice May', 'application/pdf'],
		['application/pdf', 'a.docx', 'application/pdf'],
		['application/octet-stream', 'a.jfif', 'image/jpeg'],
		['application/octet-stream', 'a.JPE', 'image/jpeg'],
		['application/x-download', 'a.oga', 'audio/ogg'],
		['application/force-download', 'a.opus', 'audio/ogg'],
		['', 'a.m4v', 'video/mp4'],
		[undefined, 'a.log', 'text/plain'],
		['pdf', 'a.pdf', 'application/pdf'],
		['text/html', 'a.txt', 'text/html'],
		['application/zip', 'a.pdf', 'application/zip'],
		[undefined, 'a.constructor', undefined],
	])('without a signature, %s named %s, is %s', (mimeType, fileName, type) => {
		expect(fileType({ mimeType, fileName })?.mimeType).toBe(type);
		expect(fileType({ mimeType, fileName, head: Buffer.alloc(9) })?.mimeType).toBe(type);
	});

	it.each<[string | undefined, string | undefined, string]>([
		[undefined, undefined, 'text/plain'],
		[undefined, 'a.csv', 'text/plain'],
		['text/csv', 'a.pdf', 'text/plain'],
		['application/vnd.ms-excel', 'list.xls', 'application/vnd.ms-excel'],
		['application/msword', 'letter.doc', 'application/msword'],
		['image/svg+xml', 'a.svg', 'image/svg+xml'],
		['application/pdf', 'a.pdf', 'text/plain'],
		['image/jpeg', 'a.jpg', 'text/plain'],
		[undefined, 'a.docx', 'text/plain'],
		['audio/ogg', undefined, 'text/plain'],
	])('is text if possible, as %s named %s', (mimeType, fileName, type) => {
		for (const text of ['a;b\n1;2\n', '<!doctype html><title>404</title>', '{"error":"gone"}']) {
			const head = Buffer.from(text);
			expect(fileType({ head, mimeType, fileName })?.mimeType).toBe(type);
		}
	});

	it.each<[MediaKind, string | undefined, string | undefined, string]>([
		['audio', 'audio/mp4', 'voice.mp4', 'audio/mp4'],
		['video', 'audio/mp4', 'voice.mp4', 'video/mp4'],
		['audio', 'video/mp4', 'voice.m4a', 'audio/mp4'],
		['video', undefined, undefined, 'video/mp4'],
	])(
		'of a container that can be several things is the wanted kind: %s',
		(kind, mimeType, fileName, type) => {
			const head = content('an MP4 of Android');
			expect(fileType({ mimeType, fileName, head }, kind)?.mimeType).toBe(type);
		},
	);
});

/** Texts that begin like other files. */
const LIKE_A_SIGNATURE = [
	'ADIF Export from a logbook\n<CALL:5>DL1AB',
	'ID3 tags and how to read them',
	'GIF89a or GIF87a?',
	'GIF8 is not a beginning',
	'OggS is the first word of a page',
	'fLaC: Free Lossless Audio Codec',
	'#!AMR is what AMR begins with',
	'1234ftypisom',
	'%PDF-1.4 is a header',
	'Each file begins with\n%PDF-1.7\nand ends with %%EOF',
	'RIFF1234WEBP',
	'TAG\tNAME\n'.repeat(30),
	'APETAGEX is the first word of a tag',
	'BM is a bitmap, PK an archive, MZ a program',
];

describe('a text', () => {
	it.each(LIKE_A_SIGNATURE)(
		'that begins like another file is text if declared as such: %j',
		(text) => {
			const head = Buffer.from(text);
			const said = [
				[undefined, 'log.txt'],
				['text/plain; charset=utf-8', undefined],
				['application/octet-stream', 'log.md'],
				['text/csv', 'log'],
			] as const;
			for (const [mimeType, fileName] of said) {
				expect(fileType({ mimeType, fileName, head })?.mimeType).toBe('text/plain');
				const file = { mimeType, fileName, head, bytes: head.length };
				expect(checkFile(file, 'document').mimeType).toBe('text/plain');
			}
		},
	);

	it('is not treated as another file just because it begins with the same words', () => {
		for (const text of LIKE_A_SIGNATURE.filter((each) => !/%PDF|GIF8[79]|WEBP/.test(each))) {
			expect([text, signatureOf(Buffer.from(text))]).toEqual([text, undefined]);
		}
	});

	it.each<[string | undefined, string | undefined, string]>([
		['text/csv', 'data.csv', 'data.csv'],
		['text/csv', undefined, 'file.csv'],
		['text/csv', 'data', 'data.csv'],
		['text/csv; charset=utf-8', 'export.txt', 'export.txt'],
		['application/csv', 'data.csv', 'data.csv'],
		['text/x-csv', 'data', 'data.csv'],
		['application/vnd.ms-excel', 'data.csv', 'data.csv'],
		['application/json', 'order.json', 'order.json'],
		['application/json', undefined, 'file.json'],
		['application/geo+json', 'route.geojson', 'route.geojson'],
		['application/ld+json', 'page.jsonld', 'page.jsonld'],
		['application/xml', 'invoice.xml', 'invoice.xml'],
		['text/xml', 'invoice.xml', 'invoice.xml'],
		['application/gpx+xml', 'tour.gpx', 'tour.gpx'],
		['text/markdown', 'README.md', 'README.md'],
		['text/calendar', 'meeting.ics', 'meeting.ics'],
		['text/calendar', 'invite', 'invite.ics'],
		['text/vcard', 'ada.vcf', 'ada.vcf'],
		['text/x-vcard', 'ada.vcf', 'ada.vcf'],
		['text/tab-separated-values', 'data.tsv', 'data.tsv'],
		['application/yaml', 'config.yaml', 'config.yaml'],
		['application/x-yaml', 'config.yml', 'config.yml'],
		['text/x-log', 'server.log', 'server.log'],
		['application/sql', 'dump.sql', 'dump.sql'],
		['application/x-subrip', 'film.srt', 'film.srt'],
		['text/vtt', 'film.vtt', 'film.vtt'],
		[undefined, 'data.csv', 'data.csv'],
		['application/octet-stream', 'invoice.XML', 'invoice.XML'],
		['text/plain', 'order.json', 'order.json'],
	])('%s named %s is sent as text/plain under the name %s', (mimeType, fileName, name) => {
		for (const head of [
			undefined,
			Buffer.from('a;b\n1;2\n'),
			Buffer.from('Gr\xf6\xdfe;1', 'latin1'),
		]) {
			const file = { mimeType, fileName, head, bytes: 9 };
			expect(checkFile(file, 'document')).toMatchObject({ mimeType: 'text/plain', fileName: name });
		}
	});

	it.each<[string | undefined, string, string]>([
		['text/html', 'page.html', 'text/html'],
		['text/plain', 'page.html', 'text/html'],
		['application/xhtml+xml', 'page.xhtml', 'application/xhtml+xml'],
		['text/javascript', 'a.js', 'text/javascript'],
		['text/plain', 'a.js', 'application/javascript'],
		['application/javascript', 'a', 'application/javascript'],
		['application/x-httpd-php', 'a.php', 'application/x-httpd-php'],
		['application/x-sh', 'a.sh', 'application/x-sh'],
		['image/svg+xml', 'a.svg', 'image/svg+xml'],
		['application/xml', 'a.svg', 'image/svg+xml'],
		['model/gltf+json', 'a.gltf', 'model/gltf+json'],
		['application/rtf', 'a.rtf', 'application/rtf'],
		['text/rtf', 'a', 'text/rtf'],
	])('that people cannot read is refused: %s named %s', (mimeType, fileName, type) => {
		const head = Buffer.from('{\\rtf1 <svg> x');
		const { message, description } = refusalOf(() =>
			checkFile({ mimeType, fileName, head, bytes: 9 }, 'document'),
		);
		expect(message).toBe('The file cannot be sent as a document');
		expect(description).toContain(`"${fileName}" is "${type}".`);
		expect(description).toContain('Convert the file, or correct its name or type');
	});

	it('came in place of a file if it is short, or begins like a page or base64', () => {
		const long = ' and so on'.repeat(7000);
		const standIns = ['Not found', `<!doctype html>${long}`, `{"a":"${long}"}`, `\ufeff\n[${long}`];
		standIns.push(
			`data:image/png;base64,${long}`,
			'iVBORw0KGgo'.repeat(7000),
			`${'JVBERi0x'.repeat(10)}\r\n${long}`,
		);
		for (const text of standIns) {
			const head = Buffer.from(text).subarray(0, 65_536);
			expect([text.slice(0, 20), isTextInPlaceOfFile(head)]).toEqual([text.slice(0, 20), true]);
		}
		const words = Buffer.from(`Lyrics${long}`).subarray(0, 65_536);
		expect(isTextInPlaceOfFile(words)).toBe(false);
		const song = { mimeType: 'audio/mpeg', fileName: 'song.mp3', head: words };
		expect(fileType(song, 'audio')?.mimeType).toBe('audio/mpeg');
	});
});

describe('a file that WhatsApp does not accept', () => {
	it.each([
		['image', 'image/jpeg', 'IMG_0001.jpg', 'a photo of an iPhone', 'image/heic'],
		['audio', 'audio/ogg', 'voice.ogg', 'a recording of a browser', 'video/webm'],
		['audio', 'audio/mpeg', 'voice.mp3', 'a WAV', 'audio/wav'],
		['document', 'application/pdf', 'a.pdf', 'a JPEG with JFIF', 'image/jpeg'],
		['image', 'image/png', 'a.png', 'a GIF', 'image/gif'],
		[
			'document',
			'application/octet-stream',
			'a',
			'an ODT',
			'application/vnd.oasis.opendocument.text',
		],
	] as const)(
		'is refused as %s, judging by its content: %s %s, %s',
		(kind, mimeType, fileName, what, type) => {
			const file = { mimeType, fileName, bytes: 100, head: content(what) };
			const { message, description } = refusalOf(() => checkFile(file, kind));
			expect(message).toMatch(/^The file cannot be sent as /);
			expect(description).toContain(`"${fileName}" is "${type}", judging by its content.`);
		},
	);

	it.each([
		['application/pdf', 'invoice.pdf', '<!doctype html><title>Please sign in</title>'],
		['image/jpeg', undefined, '{"error":{"message":"expired"}}'],
		[undefined, 'voice.ogg', 'Not found'],
		[WORD, 'report.docx', '\ufeff<?xml version="1.0"?><Error/>'],
		['video/mp4', 'clip.mp4', 'a'.repeat(70_000)],
	])('is a page that came in place of a file: %s named %s', (mimeType, fileName, text) => {
		const file = { mimeType, fileName, bytes: 100, head: Buffer.from(text) };
		for (const kind of [undefined, 'document', 'image'] as const) {
			expect(refusalOf(() => checkFile(file, kind)).message).toBe(
				'The content of the file does not match its name',
			);
		}
	});

	it.each<[MediaKind, string | undefined, string, string, string]>([
		['document', 'application/pdf', 'scan.pdf', 'a PNG', 'Send it as an image, or convert it.'],
		['document', undefined, 'a', 'an MP4 of ffmpeg', 'Send it as a video, or convert it.'],
		['document', 'audio/ogg', 'voice.ogg', 'Opus', 'Send it as audio, or convert it.'],
		['image', 'image/png', 'a.png', 'a WebP', 'Send it as a sticker, or convert it.'],
		['image', 'image/png', 'scan.png', 'a PDF', 'Send it as a document, or convert it.'],
		['audio', 'text/csv', 'a.csv', 'a text', 'Send it as a document, or convert it.'],
		['document', 'application/rtf', 'a.rtf', 'a text', 'Convert the file, or correct its name or'],
		['document', MACROS, 'a.docm', 'a DOCX of Word', 'Convert the file, or correct its name or'],
	])('as %s, %s named %s, is refused with what to do', (kind, mimeType, fileName, what, advice) => {
		const file = { mimeType, fileName, bytes: 100, head: content(what) };
		const { message, description } = refusalOf(() => checkFile(file, kind));
		expect(`${message} ${description}`).not.toContain('an audio');
		expect(description).toContain(`. ${advice}`);
	});

	it('is called what it was declared as if its content agrees', () => {
		const file = { mimeType: 'image/gif', fileName: 'a.gif', bytes: 9, head: content('a GIF') };
		expect(refusalOf(() => checkFile(file)).description).toContain('"a.gif" is "image/gif".');
	});
});

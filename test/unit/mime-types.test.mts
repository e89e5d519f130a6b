import { readFileSync } from 'node:fs';
import { MEDIA_TYPES } from '../../whatsapp/media/mediaTypes.ts';
import {
	declaredType,
	extensionFor,
	extensionOf,
	fitsName,
	isReadableText,
	isSpecialCaseOf,
	sentType,
	standardMimeType,
	typesByName,
} from '../../whatsapp/media/mimeTypes.ts';
import { MIME_TABLE_FILE, mimeTableSource, typesWithEndings } from '../setup/mime-table.mts';

const OOXML = 'application/vnd.openxmlformats-officedocument';

describe('the table of types and extensions', () => {
	it('is that of mime-db; "node test/setup/mime-table.mts" updates it', () => {
		expect(readFileSync(MIME_TABLE_FILE, 'utf8')).toBe(mimeTableSource());
	});

	it('gives every type of mime-db one of its extensions, and every extension its type', () => {
		const types = typesWithEndings();
		expect(types.length).toBeGreaterThan(900);
		for (const [type, endings] of types) {
			expect(fitsName(type, `a.${extensionFor(type)}`)).toBe(true);
			for (const ending of endings) {
				expect([type, ending, fitsName(type, `a.${ending}`)]).toEqual([type, ending, true]);
				expect(typesByName(`A.B.${ending.toUpperCase()}`)).toContain(standardMimeType(type));
			}
		}
	});

	it('knows everything that WhatsApp accepts', () => {
		for (const type of MEDIA_TYPES.keys()) {
			const usual = extensionFor(type) ?? '';
			expect(typesByName(`a.${usual}`)[0]).toBe(type);
			expect(standardMimeType(type)).toBe(type);
		}
	});

	it.each([
		['image/jpeg', 'jpg'],
		['audio/mpeg', 'mp3'],
		['audio/ogg; codecs=opus', 'ogg'],
		['audio/opus', 'ogg'],
		['audio/aac', 'aac'],
		['audio/mp4', 'm4a'],
		['video/3gpp', '3gp'],
		['video/quicktime', 'mov'],
		['text/csv', 'csv'],
		['text/vcard', 'vcf'],
		['text/x-vcard', 'vcf'],
		['text/calendar', 'ics'],
		['text/html; charset=UTF-8', 'html'],
		['application/json', 'json'],
		['application/xml', 'xml'],
		['application/zip', 'zip'],
		['application/x-zip-compressed', 'zip'],
		['application/vnd.rar', 'rar'],
		['application/x-rar-compressed', 'rar'],
		['application/x-7z-compressed', '7z'],
		['application/gzip', 'gz'],
		['application/x-gzip', 'gz'],
		['application/rtf', 'rtf'],
		['application/epub+zip', 'epub'],
		['application/vnd.android.package-archive', 'apk'],
		['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
		['application/postscript', 'ps'],
		['image/heic', 'heic'],
		['image/gif', 'gif'],
		['image/tiff', 'tif'],
		['image/svg+xml', 'svg'],
		['image/x-png', 'png'],
		['image/vnd.dwg', 'dwg'],
		['audio/wav', 'wav'],
		['audio/flac', 'flac'],
		['video/webm', 'webm'],
		['video/x-matroska', 'mkv'],
		['message/rfc822', 'eml'],
		['application/octet-stream', 'bin'],
	])('lets %s end as .%s', (type, ending) => {
		expect(extensionFor(type)).toBe(ending);
	});

	it.each(['', 'pdf', 'nonsense/x', 'constructor', '__proto__', 'a/b/c', '/', 'x'.repeat(1e6)])(
		'knows no extension for %s',
		(type) => {
			expect(extensionFor(type)).toBeUndefined();
		},
	);
});

describe('the type of a file', () => {
	it('is empty where none is given', () => {
		expect(standardMimeType()).toBe('');
		expect(declaredType()).toBeUndefined();
		expect(extensionOf()).toBe('');
	});

	it.each([
		[
			'application/pdf',
			[
				'application/x-pdf',
				'application/acrobat',
				'application/nappdf',
				'application/vnd.pdf',
				'text/pdf',
				'image/pdf',
			],
		],
		[
			'application/msword',
			[
				'application/vnd.ms-word',
				'application/doc',
				'application/x-msword',
				'application/ms-word',
				'application/vnd.msword',
				'application/winword',
				'application/word',
			],
		],
		[
			'application/vnd.ms-excel',
			[
				'application/excel',
				'application/ms-excel',
				'application/vnd.msexcel',
				'application/msexcel',
				'application/x-msexcel',
				'application/xls',
				'application/x-dos_ms_excel',
			],
		],
		[
			'application/vnd.ms-powerpoint',
			[
				'application/mspowerpoint',
				'application/x-mspowerpoint',
				'application/ms-powerpoint',
				'application/powerpoint',
			],
		],
		[`${OOXML}.wordprocessingml.document`, ['application/docx', 'application/x-docx']],
		[`${OOXML}.spreadsheetml.sheet`, ['application/xlsx']],
		['text/plain', ['TEXT/PLAIN; charset=utf-8', 'application/txt', 'text/x-log']],
		[
			'audio/mpeg',
			['audio/mp3', 'audio/x-mpeg', 'audio/mpeg3', 'audio/x-mpeg-3', 'audio/mpg', 'audio/x-mp3'],
		],
		[
			'audio/aac',
			['audio/x-aac', 'audio/aacp', 'audio/x-acc', 'audio/x-hx-aac-adts', 'audio/vnd.dlna.adts'],
		],
		['audio/mp4', ['audio/m4a', 'audio/x-m4a', 'audio/mp4a-latm', 'Audio/MP4; codecs="mp4a.40.2"']],
		[
			'audio/ogg',
			[
				'audio/ogg; codecs=opus',
				'audio/opus',
				'audio/x-opus+ogg',
				'application/ogg',
				'audio/vorbis',
				'audio/vorbis+ogg',
				'audio/oga',
				' AUDIO/OGG ',
			],
		],
		['audio/amr', ['audio/AMR', 'audio/x-amr', 'audio/amr-nb']],
		[
			'image/jpeg',
			[
				'image/jpg',
				'image/pjpeg',
				'image/x-jpeg',
				'image/jfif',
				'image/jpe',
				'image/jpeg,image/jpeg',
			],
		],
		['image/png', ['image/x-png', '"image/png"']],
		['image/webp', ['image/x-webp']],
		[
			'video/mp4',
			['video/x-m4v', 'application/mp4', 'video/mpeg4', 'video/mp4v-es', 'video/x-mp4'],
		],
		['video/3gpp', ['video/3gp', 'video/x-3gpp', 'audio/3gpp', 'audio/3gp']],
	])('%s has other names', (type, names) => {
		for (const name of names) {
			expect([name, standardMimeType(name)]).toEqual([name, type]);
			expect(declaredType(name)).toBe(type);
		}
	});

	it.each([
		'application/zip',
		'text/html',
		'text/csv',
		'image/gif',
		'image/heic',
		'image/svg+xml',
		'video/quicktime',
		'video/ogg',
		'video/mpeg',
		'video/webm',
		'audio/wav',
		'audio/webm',
		'audio/x-ms-wma',
		'application/rtf',
		'application/vnd.oasis.opendocument.text',
		'application/vnd.ms-excel.sheet.macroenabled.12',
		'application/vnd.ms-excel.sheet.binary.macroenabled.12',
		'application/postscript',
		'nonsense/pdf2',
		'constructor/prototype',
	])('%s remains unchanged', (type) => {
		expect(standardMimeType(type)).toBe(type);
		expect(declaredType(` ${type.toUpperCase()};x=y`)).toBe(type);
		expect(MEDIA_TYPES.has(type)).toBe(false);
	});

	it.each([
		undefined,
		'',
		' ',
		';charset=utf-8',
		'*/*',
		'application/octet-stream',
		'application/octet-stream; charset=binary',
		'binary/octet-stream',
		'application/octetstream',
		'application/x-octet-stream',
		'application/download',
		'application/x-download',
		'application/force-download',
		'application/x-force-download',
		'application/unknown',
		'unknown/unknown',
		'application/x-binary',
		'application/save',
		'pdf',
		'undefined',
		'null',
	])('%j says nothing', (type) => {
		expect(declaredType(type)).toBeUndefined();
	});
});

describe('text', () => {
	it.each([
		['text/csv', ['application/csv', 'text/x-csv', 'application/x-csv']],
		['text/calendar', ['application/ics', 'text/ics']],
		['text/markdown', ['application/md', 'text/md']],
		['application/json', ['text/json', 'application/x-json']],
	])('%s is identified by its extension, too', (type, names) => {
		for (const name of names) expect([name, standardMimeType(name)]).toEqual([name, type]);
	});

	it.each([
		...['text/plain', 'text/csv', 'text/x-log', 'text/directory', 'text/x-vcalendar', 'text/xml'],
		...['application/json', 'application/xml', 'application/yaml', 'application/rss+xml'],
		...['application/geo+json', 'application/vnd.google-earth.kml+xml', 'application/sql'],
	])('for people is sent as text/plain: %s', (type) => {
		expect([isReadableText(type), sentType(type)]).toEqual([true, 'text/plain']);
	});

	it.each([
		...['text/html', 'application/xhtml+xml', 'text/javascript', 'application/ecmascript'],
		...['application/x-httpd-php', 'application/x-sh', 'text/jsx', 'text/rtf', 'text/richtext'],
		...[
			'image/svg+xml',
			'model/gltf+json',
			'application/vnd.mozilla.xul+xml',
			'text/x-shellscript',
		],
		...['application/zip', 'application/pdf', 'application/postscript', 'message/rfc822'],
	])('that is not text, or not meant to be read, remains unchanged: %s', (type) => {
		expect([isReadableText(type), sentType(type)]).toEqual([false, type]);
	});

	it.each([
		['text/csv', 'text/plain', true],
		['text/html', 'text/plain', true],
		['image/svg+xml', 'application/xml', true],
		['text/csv', 'application/vnd.ms-excel', true],
		[`${OOXML}.wordprocessingml.document`, 'application/x-zip-compressed', true],
		['text/plain', 'text/csv', false],
		['application/pdf', 'application/zip', false],
		['text/csv', 'application/json', false],
		['text/csv-schema', 'application/vnd.ms-excel', false],
		['application/x-text/csv', 'application/vnd.ms-excel', false],
	])('or another type can be determined more exactly: %s by %s, %p', (special, of, may) => {
		expect(isSpecialCaseOf(special, of)).toBe(may);
	});
});

describe('the extension of a name', () => {
	it.each([
		['a.pdf', 'pdf'],
		['A.B.PDF', 'pdf'],
		['a.tar.gz', 'gz'],
		['Dr. Roe', ''],
		['v1.2', '2'],
		['a.', ''],
		['.pdf', ''],
		['..pdf', ''],
		['a.größe', ''],
		['a.b c', ''],
		['', ''],
		[undefined, ''],
		[`${'a.'.repeat(100_000)}pdf`, 'pdf'],
	])('of %j is %j', (name, ending) => {
		expect(extensionOf(name)).toBe(ending);
	});

	it.each([
		['application/pdf', 'a.PDF'],
		['image/jpeg', 'a.jfif'],
		['audio/ogg', 'a.opus'],
		['audio/x-wav', 'a.wav'],
		['video/mp4', 'a.m4v'],
		['text/plain', 'a.csv'],
		['text/plain', 'a.md'],
		['text/plain', 'a.json'],
		['text/plain', 'a.xml'],
		['text/plain', 'a.html'],
		['text/plain', 'a.srt'],
		['application/xml', 'a.svg'],
		['text/xml', 'a.gpx'],
		['application/zip', 'a.docx'],
		['application/zip', 'a.odt'],
		['application/x-zip-compressed', 'a.kmz'],
		['application/vnd.ms-excel', 'a.csv'],
		['application/vnd.ms-excel', 'a.xlt'],
	])('fits %s: %s', (type, name) => {
		expect(fitsName(type, name)).toBe(true);
	});

	it.each([
		['application/pdf', 'a'],
		['application/pdf', '.pdf'],
		['application/pdf', 'a.docx'],
		['application/pdf', 'a.pdf.exe'],
		['application/pdf', 'a.php'],
		['image/jpeg', 'a.png'],
		['text/plain', 'a.pdf'],
		['text/plain', 'a.bat'],
		['text/csv', 'a.txt'],
		['application/msword', 'a.docx'],
		['audio/mp4', 'a.mp4'],
		['nonsense/x', 'a.pdf'],
	])('does not fit %s: %s', (type, name) => {
		expect(fitsName(type, name)).toBe(false);
	});
});

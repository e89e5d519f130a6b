import { fileType } from '../../nodes/AwsWhatsApp/media/fileType.ts';
import { checkFile } from '../../nodes/AwsWhatsApp/media/limits.ts';
import type { MediaKind } from '../../nodes/AwsWhatsApp/media/mediaTypes.ts';
import { looksLikeText, signatureOf } from '../../nodes/AwsWhatsApp/media/signature.ts';
import { NOT_TAKEN, SHEET, SLIDES, TAKEN, UNKNOWN, WORD } from './support/contents.mts';
import { refusalOf } from './support/refusal.mts';

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
	it.each([...TAKEN, ...NOT_TAKEN])('tell %s', (_what, mimeType, head) => {
		expect(signatureOf(head)?.type).toBe(isText(mimeType) ? undefined : mimeType);
		if (isText(mimeType)) expect(looksLikeText(head)).toBe(true);
		expect(fileType({ head })?.mimeType).toBe(mimeType);
	});

	it.each(UNKNOWN)('tell nothing of %s', (_what, head) => {
		expect(signatureOf(head)).toBeUndefined();
		expect(looksLikeText(head)).toBe(false);
		expect(fileType({ head })).toBeUndefined();
	});

	it('may be cut anywhere', () => {
		for (const [, , head] of [...TAKEN, ...NOT_TAKEN]) {
			for (let length = 0; length < head.length; length++) {
				expect(() => fileType({ head: head.subarray(0, length) })).not.toThrow();
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
	])('%s named %s that begins like %s is %s', (mimeType, fileName, what, type) => {
		expect(fileType({ mimeType, fileName, head: content(what) })?.mimeType).toBe(type);
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
		[undefined, 'a.csv', 'text/csv'],
		[undefined, 'a.constructor', undefined],
	])('without a signature, %s named %s, is %s', (mimeType, fileName, type) => {
		expect(fileType({ mimeType, fileName })?.mimeType).toBe(type);
		expect(fileType({ mimeType, fileName, head: Buffer.alloc(9) })?.mimeType).toBe(type);
	});

	it.each<[string | undefined, string | undefined, string]>([
		[undefined, undefined, 'text/plain'],
		[undefined, 'a.csv', 'text/csv'],
		['text/csv', 'a.pdf', 'text/csv'],
		['application/vnd.ms-excel', 'list.xls', 'application/vnd.ms-excel'],
		['application/msword', 'letter.doc', 'application/msword'],
		['image/svg+xml', 'a.svg', 'image/svg+xml'],
		['application/pdf', 'a.pdf', 'text/plain'],
		['image/jpeg', 'a.jpg', 'text/plain'],
		[undefined, 'a.docx', 'text/plain'],
		['audio/ogg', undefined, 'text/plain'],
	])('is text where that is possible, as %s named %s', (mimeType, fileName, type) => {
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
		'of a container that can hold several is the wanted kind: %s',
		(kind, mimeType, fileName, type) => {
			const head = content('an MP4 of Android');
			expect(fileType({ mimeType, fileName, head }, kind)?.mimeType).toBe(type);
		},
	);
});

describe('what WhatsApp does not take', () => {
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
		'is refused as %s by its content: %s %s, %s',
		(kind, mimeType, fileName, what, type) => {
			const file = { mimeType, fileName, bytes: 100, head: content(what) };
			const { message, description } = refusalOf(() => checkFile(file, kind));
			expect(message).toMatch(/^The file cannot be sent as an? /);
			expect(description).toContain(`"${fileName}" is "${type}" by its content.`);
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
				'The file is not what it is called',
			);
		}
	});

	it('is named as it was said to be where its content agrees', () => {
		const file = { mimeType: 'image/gif', fileName: 'a.gif', bytes: 9, head: content('a GIF') };
		expect(refusalOf(() => checkFile(file)).description).toContain('"a.gif" is "image/gif".');
	});
});

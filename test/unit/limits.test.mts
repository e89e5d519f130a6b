import { checkFile, stickerTooLarge } from '../../whatsapp/media/limits.ts';
import type { MediaKind } from '../../whatsapp/media/mediaTypes.ts';
import { extensionFor, standardMimeType } from '../../whatsapp/media/mimeTypes.ts';
import { refusalOf } from './support/refusal.mts';

const KB = 1024;
const MB = 1024 * KB;
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** AWS's table of supported media types. */
const TABLE: Array<[mimeType: string, kind: MediaKind, limit: number, extension: string]> = [
	['audio/aac', 'audio', 16 * MB, 'aac'],
	['audio/amr', 'audio', 16 * MB, 'amr'],
	['audio/mpeg', 'audio', 16 * MB, 'mp3'],
	['audio/mp4', 'audio', 16 * MB, 'm4a'],
	['audio/ogg', 'audio', 16 * MB, 'ogg'],
	['text/plain', 'document', 100 * MB, 'txt'],
	['application/pdf', 'document', 100 * MB, 'pdf'],
	['application/msword', 'document', 100 * MB, 'doc'],
	['application/vnd.ms-excel', 'document', 100 * MB, 'xls'],
	['application/vnd.ms-powerpoint', 'document', 100 * MB, 'ppt'],
	[`${OOXML}.wordprocessingml.document`, 'document', 100 * MB, 'docx'],
	[`${OOXML}.spreadsheetml.sheet`, 'document', 100 * MB, 'xlsx'],
	[`${OOXML}.presentationml.presentation`, 'document', 100 * MB, 'pptx'],
	['image/jpeg', 'image', 5 * MB, 'jpg'],
	['image/png', 'image', 5 * MB, 'png'],
	['image/webp', 'sticker', 500 * KB, 'webp'],
	['video/mp4', 'video', 16 * MB, 'mp4'],
	['video/3gpp', 'video', 16 * MB, '3gp'],
];

describe.each(TABLE)('%s', (mimeType, kind, limit, extension) => {
	const fileName = `file.${extension}`;

	it('is accepted at its limit and refused one byte over', () => {
		expect(checkFile({ mimeType, fileName, bytes: limit })).toMatchObject({
			kind,
			mimeType,
			fileName,
			bytes: limit,
		});
		const { message, description } = refusalOf(() =>
			checkFile({ mimeType, fileName, bytes: limit + 1 }, kind),
		);
		expect(message).toBe(`The file is too large for a WhatsApp ${kind}`);
		expect(description).toContain(`"${fileName}"`);
		expect(description).toContain(mimeType);
		const [, size, allowed] =
			/is ([\d.]+ .B); WhatsApp allows at most ([\d.]+ .B)\./.exec(description) ?? [];
		expect(size).not.toBe(allowed);
	});

	it('is known by its extension if the type says nothing', () => {
		for (const unknown of [undefined, '', 'application/octet-stream', 'binary/octet-stream']) {
			const file = { mimeType: unknown, fileName: `A.b.${extension.toUpperCase()}`, bytes: 1 };
			expect(checkFile(file, kind)).toMatchObject({ kind, mimeType });
		}
		expect(extensionFor(mimeType)).toBe(extension);
	});

	it('is accepted only as what it is', () => {
		const kinds: MediaKind[] = ['audio', 'document', 'image', 'sticker', 'video'];
		for (const other of kinds.filter((candidate) => candidate !== kind)) {
			const { message, description } = refusalOf(() =>
				checkFile({ mimeType, fileName, bytes: 1 }, other),
			);
			expect(message).toMatch(new RegExp(`^The file cannot be sent as (an? )?${other}$`));
			expect(description).toContain(`"${fileName}" is "${mimeType}"`);
		}
	});

	it('may have parameters, spaces and uppercase letters', () => {
		const written = ` ${mimeType.toUpperCase()} ; codecs=opus; charset=utf-8`;
		expect(checkFile({ mimeType: written, fileName, bytes: 1 }, kind).mimeType).toBe(mimeType);
		expect(standardMimeType(written)).toBe(mimeType);
	});

	it('gets a file name with its usual extension if it has none', () => {
		for (const none of [undefined, '', '  ']) {
			expect(checkFile({ mimeType, fileName: none, bytes: 1 }).fileName).toBe(fileName);
		}
	});
});

describe('a sticker', () => {
	it.each([
		[1, false],
		[100 * KB, false],
		[100 * KB + 1, true],
		[500 * KB, true],
	])('of %i bytes must be animated: %p', (bytes, onlyIfAnimated) => {
		expect(checkFile({ mimeType: 'image/webp', bytes }, 'sticker')).toMatchObject({
			onlyIfAnimated,
		});
	});

	it('that would have to be animated is refused with the smaller limit', () => {
		const { message, description } = refusalOf(() => {
			throw stickerTooLarge({ fileName: 's.webp', mimeType: 'image/webp', bytes: 100 * KB + 1 });
		});
		expect(message).toBe('The file is too large for a WhatsApp static sticker');
		expect(description).toContain('is 101 KB; WhatsApp allows at most 100 KB');
	});

	it('is the only kind whose content may be checked', () => {
		expect(checkFile({ mimeType: 'video/mp4', bytes: 16 * MB }).onlyIfAnimated).toBe(false);
	});
});

describe('files that WhatsApp does not accept', () => {
	it.each<[string | undefined, string | undefined]>([
		['application/zip', 'a.zip'],
		['image/gif', 'a.gif'],
		['image/svg+xml', 'a.svg'],
		['text/html', 'a.txt'],
		['application/zip', 'a.pdf'],
		['application/octet-stream', 'a.exe'],
		['application/octet-stream', 'pdf'],
		['application/octet-stream', undefined],
		[undefined, undefined],
		['', 'a.pdf.exe'],
		['nonsense/x', 'a.pdf'],
		['; charset=utf-8', 'x'],
		['constructor', 'a.constructor'],
		['__proto__', '__proto__'],
		['👋'.repeat(5000), `${'👋'.repeat(5000)}.👋`],
	])('are refused, naming what would be accepted: %s as %s', (mimeType, fileName) => {
		const { message, description } = refusalOf(() => checkFile({ mimeType, fileName, bytes: 1 }));
		expect(message).toBe('WhatsApp does not accept files of this type');
		expect(description).toContain('.pdf, ');
		expect(description.length).toBeLessThan(700);
		expect(refusalOf(() => checkFile({ mimeType, fileName, bytes: 1 }, 'image')).message).toBe(
			'The file cannot be sent as an image',
		);
	});

	it('include those without content', () => {
		const { message, description } = refusalOf(() =>
			checkFile({ mimeType: 'application/pdf', fileName: 'a.pdf', bytes: 0 }),
		);
		expect(message).toBe('The file is empty');
		expect(description).toContain('"a.pdf"');
	});
});

describe('file names', () => {
	it.each(['Größe 世界 👋.pdf', "it's (1).pdf", '<b>.pdf', '{{ 1 }}.pdf', 'a b+c.pdf'])(
		'stay as they are: %s',
		(fileName) => {
			expect(checkFile({ mimeType: 'application/pdf', fileName, bytes: 1 }).fileName).toBe(
				fileName,
			);
		},
	);
});

import { fileNameOf, safeFileName, shortName } from '../../whatsapp/media/fileName.ts';
import { checkFile } from '../../whatsapp/media/limits.ts';
import { fitsName } from '../../whatsapp/media/mimeTypes.ts';
import { FieldError } from '../../form/fieldError.ts';
import { seededRandom } from '../../local-aws/index.mts';
import { typesWithEndings } from '../setup/mime-table.mts';
import { NOT_TAKEN, SHEET, SLIDES, TAKEN, UNKNOWN, WORD } from './support/contents.mts';

const PDF = 'application/pdf';

describe('a name from a stranger', () => {
	it.each([
		['../../etc/cron.d/x.pdf', 'x.pdf'],
		['..\\..\\Windows\\x.pdf', 'x.pdf'],
		['/etc/passwd', 'passwd'],
		['../../.ssh/authorized_keys', 'authorized_keys'],
		['../../../.bashrc', 'bashrc'],
		['C:\\Users\\Ada\\x.pdf', 'x.pdf'],
		['folder/../x.pdf', 'x.pdf'],
		['file\0.exe', 'file.exe'],
		['a\u0007b\u001b[31m.pdf', 'ab[31m.pdf'],
		['Invoice\nMay.pdf', 'Invoice May.pdf'],
		['Invoice\tMay\r.pdf', 'Invoice May .pdf'],
		['photo\u202efdp.exe', 'photofdp.exe'],
		['\u2067a\u2069\u200e\u200f.pdf', 'a.pdf'],
		['in\u200bvoice\ufeff.pdf', 'invoice.pdf'],
		['a\u2028b.pdf', 'a b.pdf'],
		['👍\ud83d.pdf', '👍.pdf'],
		['  x.pdf  ', 'x.pdf'],
		['x.pdf...', 'x.pdf'],
		['...x.pdf', 'x.pdf'],
		['CON', '_CON'],
		['con.pdf', '_con.pdf'],
		['LPT1.txt', '_LPT1.txt'],
		['nul', '_nul'],
		['console.pdf', 'console.pdf'],
		['Größe 世界 👩‍👩‍👧‍👦.pdf', 'Größe 世界 👩‍👩‍👧‍👦.pdf'],
		['שלום.pdf', 'שלום.pdf'],
		["it's <b> (1).pdf", "it's <b> (1).pdf"],
		['{{ 1 }}.pdf', '{{ 1 }}.pdf'],
		['%2e%2e%2fx.pdf', '%2e%2e%2fx.pdf'],
		['__proto__', '__proto__'],
	])('%j becomes %j', (name, safe) => {
		expect(safeFileName(name)).toBe(safe);
	});

	it.each([
		'',
		' ',
		'.',
		'..',
		'...',
		'/',
		'a/',
		'a\\',
		'../..',
		'\ud83d',
		'\u202e',
		' . ',
		'\0',
		undefined,
	])('that leaves nothing is undefined: %j', (name) => {
		expect(safeFileName(name)).toBeUndefined();
	});

	it.each([
		['a'.repeat(300), 'a'.repeat(255)],
		[`${'a'.repeat(300)}.pdf`, `${'a'.repeat(251)}.pdf`],
		[`${'ü'.repeat(300)}.pdf`, `${'ü'.repeat(125)}.pdf`],
		[`${'👍'.repeat(300)}.docx`, `${'👍'.repeat(62)}.docx`],
		[`${'a'.repeat(250)} .pdf`, `${'a'.repeat(250)} .pdf`],
		[`${'a'.repeat(250)} b.pdf`, `${'a'.repeat(250)}.pdf`],
		[`${'.'.repeat(1e6)}x.pdf`, 'pdf'],
		[`${'a/'.repeat(1e6)}x.pdf`, 'x.pdf'],
		[`x.${'p'.repeat(300)}`, `x.${'p'.repeat(253)}`],
	])('has at most 255 bytes, including its extension', (name, safe) => {
		expect(safeFileName(name)).toBe(safe);
		expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
	});

	it('is shortened to any length by whole characters', () => {
		for (let bytes = 10; bytes < 60; bytes++) {
			const short = shortName(`${'ä👍'.repeat(40)}.pdf`, bytes);
			expect(Buffer.byteLength(short)).toBeLessThanOrEqual(bytes);
			expect(short).toMatch(/^(ä👍)*ä?\.pdf$/u);
		}
	});
});

describe('the name of a document', () => {
	it.each([
		// The type is known: of a file of the input, or given with a presigned URL.
		[{ own: 'Invoice May', mimeType: PDF }, undefined, 'Invoice May.pdf'],
		[{ own: 'invoice.pdf', mimeType: PDF }, undefined, 'invoice.pdf'],
		[{ own: 'INVOICE.PDF', mimeType: PDF }, undefined, 'INVOICE.PDF'],
		[{ own: 'invoice.pdf', mimeType: PDF }, 'invoice', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'Invoice No. 17', 'Invoice No. 17.pdf'],
		[{ own: 'data', mimeType: PDF }, 'v1.2', 'v1.2.pdf'],
		[{ own: 'data', mimeType: PDF }, 'Invoice.', 'Invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'Invoice.docx', 'Invoice.docx.pdf'],
		[{ own: 'data', mimeType: PDF }, 'invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
		[{ own: 'download.php', mimeType: PDF }, undefined, 'download.php.pdf'],
		[{ own: 'data', mimeType: PDF }, '.pdf', 'pdf.pdf'],
		[{ own: 'data', mimeType: PDF }, '../../etc/cron.d/x', 'x.pdf'],
		[{ own: 'data', mimeType: PDF }, '/tmp/out/invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, ' /tmp/out/invoice', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'C:\\x\\invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'c:/Users/Ada/invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, '\\\\server\\share\\invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, '~/out/invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, './invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'file:///tmp/invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 's3://bucket/2026/invoice.pdf', 'invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, '/tmp/out/', 'data.pdf'],
		[{ own: 'data', mimeType: PDF }, 'Report: May 10:30', 'Report- May 10-30.pdf'],
		[{ own: 'data', mimeType: PDF }, 'C:invoice', 'C-invoice.pdf'],
		[{ own: 'data', mimeType: PDF }, 'Invoices 1/2', 'Invoices 1-2.pdf'],
		[{ own: 'list.csv', mimeType: 'text/plain' }, 'Orders', 'Orders.csv'],
		[{ own: 'list.csv', mimeType: 'text/plain' }, 'Orders.txt', 'Orders.txt'],
		[{ own: 'scan.jpeg', mimeType: 'image/jpeg' }, 'Scan', 'Scan.jpeg'],
		[{ path: '/a/list.csv' }, 'Orders', 'Orders.csv'],
		[{ path: '/a/app.js' }, undefined, undefined],
		[{ own: 'data', mimeType: PDF }, 'Invoice 12/2026', 'Invoice 12-2026.pdf'],
		[{ own: 'data', mimeType: PDF }, 'AC\\DC', 'AC-DC.pdf'],
		[{ own: 'data', mimeType: PDF }, ' / ', 'data.pdf'],
		[{ own: 'data', mimeType: WORD }, 'Offer 2026', 'Offer 2026.docx'],
		[{ own: 'list.csv', mimeType: 'text/plain' }, undefined, 'list.csv'],
		[{ own: 'notes', mimeType: 'text/plain; charset=utf-8' }, undefined, 'notes.txt'],
		[{ own: 'list.csv', mimeType: 'application/vnd.ms-excel' }, undefined, 'list.csv'],
		[{ mimeType: PDF }, '  ', undefined],
		[{ mimeType: PDF, path: '/a/invoice.pdf' }, undefined, 'invoice.pdf'],
		[{ mimeType: PDF, path: '/a/invoice' }, undefined, undefined],
		[{ mimeType: PDF, path: '/a/invoice.docx' }, undefined, undefined],
		[{ mimeType: PDF, path: '/a/17' }, 'Invoice', 'Invoice.pdf'],
		// Only a place is known: of a link, or of an object in S3.
		[{ path: '/files/Rechnung März.pdf' }, undefined, 'Rechnung März.pdf'],
		[{ path: '/uc' }, undefined, undefined],
		[{ path: '/download.php' }, undefined, undefined],
		[{ path: '/17' }, undefined, undefined],
		[{ path: '/' }, undefined, undefined],
		[{ path: '' }, undefined, undefined],
		[{ path: '/index.html' }, undefined, undefined],
		[{ path: '/view.aspx' }, undefined, undefined],
		[{ path: '/file/d/1x2y3z/view' }, undefined, undefined],
		[{ path: '/v1.2' }, undefined, undefined],
		[{ path: '/invoice.pdf;jsessionid=1' }, undefined, undefined],
		[{ path: '/app.exe' }, undefined, undefined],
		[{ path: '/a/list.csv' }, undefined, 'list.csv'],
		[{ path: '/a/offer.DOCX' }, undefined, 'offer.DOCX'],
		[{ path: '/a/photo.jpeg' }, undefined, 'photo.jpeg'],
		[{ path: '/a/invoice.pdf' }, 'Invoice May', 'Invoice May.pdf'],
		[{ path: '/a/invoice.pdf' }, 'May.pdf', 'May.pdf'],
		[{ path: '/download.php' }, 'Invoice.pdf', 'Invoice.pdf'],
		[{ path: '/download.php' }, 'Invoice', 'Invoice'],
		[{ path: '/a/../../x.pdf' }, undefined, 'x.pdf'],
		// Nothing is known: of a file that was uploaded before.
		[{}, undefined, undefined],
		[{}, 'Invoice.pdf', 'Invoice.pdf'],
		[{}, ' Invoice ', 'Invoice'],
	])('of %j, typed %j, is %j', (facts, typed, name) => {
		expect(fileNameOf(facts, typed)).toBe(name);
	});

	it.each([
		['data.csv', 'text/csv', 'data.csv'],
		['data', 'text/csv', 'data.csv'],
		['archive', 'application/zip', 'archive.zip'],
		['IMG_0001', 'image/heic', 'IMG_0001.heic'],
		['contact', 'text/x-vcard', 'contact.vcf'],
		['backup.kdbx', 'application/octet-stream', 'backup.kdbx'],
		['drawing', 'application/octet-stream', 'drawing'],
		['report.docx', 'application/zip', 'report.docx'],
		['photo.pdf', 'image/jpeg', 'photo.pdf.jpg'],
		['song.flac', 'audio/flac', 'song.flac'],
		['odd.xyz', 'application/x-something', 'odd.xyz'],
		['../../etc/cron.d/x.pdf', PDF, 'x.pdf'],
		['..', PDF, undefined],
		['x', undefined, 'x'],
	])('of a received %j of type %s is %j', (own, mimeType, name) => {
		expect(fileNameOf({ own, mimeType })).toBe(name);
	});

	it('has room for its extension, however long it is', () => {
		const name = fileNameOf({ own: 'x'.repeat(300), mimeType: WORD }) ?? '';
		expect(name).toBe(`${'x'.repeat(250)}.docx`);
	});
});

/** The endings under which a file opens, as mime-db has them, by what its bytes are. */
const endingsOf = new Map(typesWithEndings());
const endings = (...types: string[]) => types.flatMap((type) => endingsOf.get(type) ?? []);
const MP4 = endings(
	'video/mp4',
	'audio/mp4',
	'video/3gpp',
	'video/x-m4v',
	'application/mp4',
	'audio/3gpp',
);
const OPENS: Record<string, string[]> = {
	'application/pdf': ['pdf'],
	'image/jpeg': [...endings('image/jpeg'), 'jfif'],
	'image/png': ['png'],
	'image/webp': ['webp'],
	'video/mp4': MP4,
	'video/3gpp': MP4,
	'audio/mp4': endings('audio/mp4', 'audio/x-m4a'),
	'audio/mpeg': [...endings('audio/mpeg', 'audio/mp3'), 'aac', 'adts'],
	'audio/aac': ['aac', 'adts'],
	'audio/amr': ['amr'],
	'audio/ogg': endings('audio/ogg'),
	'application/msword': endings('application/msword'),
	// Excel looks at the content whatever the name.
	'application/vnd.ms-excel': [...endings('application/vnd.ms-excel'), 'csv'],
	'application/vnd.ms-powerpoint': endings('application/vnd.ms-powerpoint'),
	[WORD]: ['docx'],
	[SHEET]: ['xlsx'],
	[SLIDES]: ['pptx'],
	// The declared type decides which container it is.
	'application/zip': ['docx', 'xlsx', 'pptx'],
	'application/x-cfb': [
		...['docx', 'xlsx', 'pptx'],
		...endings('application/msword', 'application/vnd.ms-powerpoint'),
		...endings('application/vnd.ms-excel'),
		'csv',
	],
	'video/quicktime': MP4,
};

describe('10,000 random files', () => {
	const random = seededRandom(15);
	const oneOf = <T,>(list: T[]): T => {
		const found = list[Math.floor(random() * list.length)];
		if (found === undefined) throw new Error('an empty list');
		return found;
	};
	const allEndings = [...endingsOf.values()].flat();
	const stems = [
		'Invoice May',
		'invoice',
		'17',
		'uc',
		'download',
		'',
		'.',
		'..',
		'../../etc/x',
		'CON',
		'v1.2',
		'Dr. Roe',
		'Größe 世界 👋',
		'\u202eevil',
		'x'.repeat(300),
		'👍'.repeat(100),
		'a\nb',
		'\ud83d',
	];
	const randomName = (): string => {
		const ending = oneOf<() => string>([
			() => '',
			() => '.pdf',
			() =>
				oneOf(['.php', '.aspx', '.', '..', '.tar.gz', '.PDF', '.JPG', '. pdf', '.2026', '.größe']),
			() => `.${oneOf(allEndings)}`,
		])();
		return `${oneOf(stems)}${ending}`;
	};
	const randomType = (): string =>
		oneOf<() => string>([
			() => oneOf(['', 'application/octet-stream', 'application/x-download', 'text/plain', 'pdf']),
			() => oneOf([...endingsOf.keys()]),
			() => `${oneOf(TAKEN)[1].toUpperCase()}; x=y`,
			() =>
				oneOf(['audio/x-mpeg', 'image/jpg', 'application/x-pdf', 'audio/opus', 'application/zip']),
		])();
	const contents: Array<[mimeType: string, head: Buffer]> = [...TAKEN, ...NOT_TAKEN].map(
		([, mimeType, head]) => [mimeType, head],
	);

	it('are sent under a name that opens as what they are, or not at all', () => {
		let sent = 0;
		const wrong: unknown[] = [];
		for (let i = 0; i < 10_000; i++) {
			const [truth, head] = oneOf(contents);
			const file = { fileName: randomName(), mimeType: randomType(), bytes: 1000, head };
			const typed = random() < 0.5 ? randomName() : undefined;
			let checked;
			try {
				checked = checkFile(file, random() < 0.5 ? undefined : 'document');
			} catch (error) {
				if (error instanceof FieldError) continue;
				throw error;
			}
			sent += 1;
			const { fileName: own, mimeType } = checked;
			for (const name of [own, fileNameOf({ own, mimeType }, typed) ?? '']) {
				const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
				const isRight = {
					short: Buffer.byteLength(name) <= 255,
					bare: !/[/\\\p{Cc}\p{Cs}\u202e]/u.test(name),
					fitting: fitsName(mimeType, name),
					// Office opens a text under the names of its old formats.
					opening:
						truth === 'text/plain'
							? /^text\/plain$|^application\/(msword|vnd\.ms-)/.test(mimeType)
							: (OPENS[truth]?.includes(ending) ?? false),
				};
				if (Object.values(isRight).includes(false))
					wrong.push({ ...file, head: truth, name, isRight });
			}
		}
		expect(wrong).toEqual([]);
		expect(sent).toBeGreaterThan(3_000);
	});

	it('without a signature are sent under a name of the declared type', () => {
		for (let i = 0; i < 1_000; i++) {
			const file = {
				fileName: randomName(),
				mimeType: randomType(),
				bytes: 1,
				head: oneOf(UNKNOWN)[1],
			};
			try {
				const { fileName, mimeType } = checkFile(file);
				expect([fileName, fitsName(mimeType, fileName)]).toEqual([fileName, true]);
			} catch (error) {
				if (!(error instanceof FieldError)) throw error;
			}
		}
	});
});

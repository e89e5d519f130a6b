import type { IDataObject } from 'n8n-workflow';
import { received } from './published.mts';

const documentOf = (filename: string, mimeType: string): IDataObject => {
	const document = { id: '1013859600285441', mime_type: mimeType, filename };
	return received({ type: 'document', document });
};

describe('the name of a received file', () => {
	it.each([
		['../../etc/cron.d/x.pdf', 'application/pdf', 'x.pdf'],
		['..\\..\\x.pdf', 'application/pdf', 'x.pdf'],
		['../../.ssh/authorized_keys', 'text/plain', 'authorized_keys.txt'],
		['C:\\Temp\\report.docx', 'application/zip', 'report.docx'],
		['photo\u202egpj.exe', 'application/x-msdownload', 'photogpj.exe'],
		['a\0b\n.pdf', 'application/pdf', 'ab .pdf'],
		[`${'ä'.repeat(300)}.csv`, 'text/csv', `${'ä'.repeat(125)}.csv`],
		['scan', 'image/heic', 'scan.heic'],
		['NUL', 'application/octet-stream', '_NUL'],
		['backup.kdbx', 'application/octet-stream', 'backup.kdbx'],
		['Order 17.pdf', 'application/pdf', 'Order 17.pdf'],
	])('%j of type %s is %j, and the original keeps what came', (filename, mimeType, fileName) => {
		const { media, original } = documentOf(filename, mimeType);
		expect(media).toMatchObject({ fileName, mimeType });
		expect(original).toMatchObject({ document: { filename } });
	});

	it.each(['..', '.', ' ', '/', '\u202e', '\ud83d'])(
		'is missing if nothing is left: %j',
		(filename) => {
			const { media, original } = documentOf(filename, 'application/pdf');
			expect(media).not.toHaveProperty('fileName');
			expect(original).toMatchObject({ document: { filename } });
		},
	);
});

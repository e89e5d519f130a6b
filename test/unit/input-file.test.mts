import { Readable } from 'node:stream';
import type { IBinaryData } from 'n8n-workflow';
import { fileToUpload } from '../../whatsapp/media/fields.ts';
import { uploadSource } from '../../engine/media/inputFile.ts';
import { FieldError } from '../../form/fieldError.ts';
import { callWith } from './support/call.mts';

const CONTENT = Buffer.from('%PDF-1.7 with some more bytes, so that lines can be broken in it');
const BASE64 = CONTENT.toString('base64');
const VALUES = { mediaSource: 'binary', binaryPropertyName: 'data', bucketName: 'my-bucket' };

async function found(file: unknown, values: Record<string, unknown> = VALUES) {
	const { item } = callWith(values, { data: file as IBinaryData });
	const source = await uploadSource(item, fileToUpload.of(item.form));
	if (source.from !== 'binary') throw new Error('no input file');
	return source.file;
}

async function refusal(file: unknown): Promise<FieldError> {
	const failure: unknown = await found(file).catch((error: unknown) => error);
	if (!(failure instanceof FieldError)) throw new Error(`not refused: ${String(failure)}`);
	return failure;
}

const pdf = (data: unknown) => ({ mimeType: 'application/pdf', fileName: 'a.pdf', data });

describe('a file that n8n holds in memory', () => {
	const lines = (width: number, end: string) =>
		(BASE64.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end);

	it.each([
		['in one line', BASE64],
		['without its padding', BASE64.replace(/=+$/, '')],
		['with line breaks as in mails', lines(76, '\r\n')],
		['with many line breaks', lines(4, '\n')],
		['with blanks and tabs', lines(10, ' \t')],
		['with blanks around it', `\n ${BASE64} \n`],
		['for web addresses', CONTENT.toString('base64url')],
		['cut off', BASE64.slice(0, -7)],
		['cut off inside a byte', BASE64.slice(0, 21)],
		['with characters that are none of base64', `${BASE64.slice(0, 20)}!§$%&${BASE64.slice(20)}`],
		['with padding in its middle', `${BASE64.slice(0, 22)}==${BASE64.slice(22)}`],
		['twice', `${Buffer.from('%PDF-1.').toString('base64')}${BASE64}`],
		['with emoji', `${BASE64.slice(0, 8)}👍${BASE64.slice(8)}`],
	])('is counted by the bytes that are sent: base64 %s', async (_name, data) => {
		const file = await found(pdf(data));
		const content = await file.open();
		if (!Buffer.isBuffer(content)) throw new Error('no buffer');
		expect(file.bytes).toBe(content.length);
		expect(content.length).toBeGreaterThan(0);
	});

	it("is sent as text/plain with its own name if it is text: 'Convert to File' says text/csv", async () => {
		const data = Buffer.from('id,name\n1,Ada\n').toString('base64');
		const csv = { mimeType: 'text/csv', fileName: 'spreadsheet.csv', data };
		expect(await found(csv)).toMatchObject({ mimeType: 'text/plain', fileName: 'spreadsheet.csv' });
	});

	it.each(['', '=', '====', ' \n', '!', '👍'])('and has no bytes is refused: %j', async (data) => {
		expect((await refusal(pdf(data))).message).toBe('The file is empty');
	});

	it.each([
		[undefined, 'The file has no content.'],
		[null, 'The file has no content.'],
		[17, 'its content is "17".'],
		[true, 'its content is "true".'],
		[{}, 'its content is an object.'],
		[{ type: 'Buffer', data: [1] }, 'its content is an object.'],
		[[1, 2], 'its content is a list.'],
		[Buffer.from('x'), 'its content is an object.'],
		[() => 'x', 'its content is a function.'],
	])('and whose content is not text is refused by its field: %p', async (data, words) => {
		const { message, description } = await refusal(pdf(data));
		expect(message).toBe("'Input Data Field Name' refers to a file without content");
		expect(description).toContain(words);
	});

	it.each([17, {}, [], '', null])('and whose ID is not text has no content: %p', async (id) => {
		expect((await refusal({ mimeType: 'application/pdf', id })).message).toBe(
			"'Input Data Field Name' refers to a file without content",
		);
	});

	it.each([17, {}, [], null, undefined, Symbol('x')])(
		'may have any value as its name, which is then ignored: %p',
		async (fileName) => {
			expect(await found({ ...pdf(BASE64), fileName })).toMatchObject({ fileName: 'file.pdf' });
		},
	);

	it.each([17, {}, [], null, undefined])(
		'and has any value as its type is identified by its extension: %p',
		async (mimeType) => {
			expect(await found({ ...pdf(BASE64), mimeType })).toMatchObject({
				mimeType: 'application/pdf',
			});
		},
	);
});

describe('a file that n8n keeps elsewhere', () => {
	/** A file of this many bytes behind an ID, and what was read of it. */
	function kept(start: Buffer, size: number) {
		const read = { opened: 0, bytes: 0, closed: 0 };
		const open = () => {
			read.opened += 1;
			let left = size;
			const stream = new Readable({
				highWaterMark: 1,
				read() {
					const chunk = Buffer.alloc(Math.min(10_000, left));
					if (left === size) start.copy(chunk);
					left -= chunk.length;
					read.bytes += chunk.length;
					this.push(chunk.length > 0 ? chunk : null);
				},
			});
			return stream.on('close', () => {
				read.closed += 1;
			});
		};
		const helpers = {
			getBinaryMetadata: async () => ({ fileSize: size }),
			getBinaryStream: async () => open(),
		};
		return { read, helpers };
	}

	const look = async (start: Buffer, size: number, file: object) => {
		const { read, helpers } = kept(start, size);
		const { item } = callWith(VALUES, { data: { ...file, id: 'x', data: '' } as IBinaryData });
		Object.assign(item.context.helpers, helpers);
		const source = await uploadSource(item, fileToUpload.of(item.form));
		if (source.from !== 'binary') throw new Error('no input file');
		return { read, file: source.file, name: source.name };
	};

	it('is identified by its first bytes, and no more are read', async () => {
		const size = 90_000_000;
		const { read, file, name } = await look(Buffer.from('%PDF-1.7'), size, {
			mimeType: 'application/octet-stream',
			fileName: 'Invoice May',
		});
		expect(file).toMatchObject({ mimeType: 'application/pdf', bytes: size });
		expect(name).toEqual({ own: 'Invoice May.pdf', mimeType: 'application/pdf' });
		// Streams say so in the next turn.
		await new Promise(setImmediate);
		expect(read.opened).toBe(1);
		expect(read.closed).toBe(1);
		expect(read.bytes).toBeLessThanOrEqual(100_000);
	});

	it('may be shorter than what is looked at', async () => {
		const { file, read } = await look(Buffer.from('GIF'), 3, {
			mimeType: 'text/plain',
			fileName: 'a.txt',
		});
		expect(file).toMatchObject({ mimeType: 'text/plain', fileName: 'a.txt' });
		expect(read.closed).toBe(1);
	});
});

describe('what is not a file', () => {
	it.each([17, 'text', true, [], {}, () => 'x', { mimeType: 'application/pdf' }])(
		'is not found: %p',
		async (file) => {
			expect((await refusal(file)).message).toBe(
				"'Input Data Field Name' does not match any file of the item",
			);
		},
	);

	it.each([{ a: 1 }, [], ['a'], 17, NaN, new Date(0), () => 'x'])(
		'is quoted briefly if the field contains it: %p',
		async (binaryPropertyName) => {
			const failure: unknown = await found(pdf(BASE64), { ...VALUES, binaryPropertyName }).catch(
				(error: unknown) => error,
			);
			expect(failure).toBeInstanceOf(FieldError);
			expect(String(failure)).toContain("'Input Data Field Name'");
		},
	);
});

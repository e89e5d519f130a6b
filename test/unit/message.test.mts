import { messageFile } from '../../whatsapp/media/fields.ts';
import { messageTypes } from '../../whatsapp/message/messageTypes.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { contentOf, filesOf, UPLOADED_ID as ID } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

const [FILE] = messageFile.fields;

const LINK = 'https://example.com/files/invoice-17.pdf';
const BY_ID = { mediaSource: 'mediaId', mediaId: ID };
const BY_LINK = { mediaSource: 'link', link: LINK };
const IN_S3 = { mediaSource: 's3Object', bucketName: 'my-bucket', key: 'a/from-source.pdf' };

describe('message types', () => {
	it('are in alphabetical order of their labels', () => {
		const names = messageTypes.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it('that send a file send the kind of their name', () => {
		const ofFiles = messageTypes.filter(({ fields }) => FILE && fields.includes(FILE));
		expect(ofFiles).toHaveLength(5);
		for (const { value } of ofFiles) {
			expect(filesOf(value, IN_S3).map(({ kind }) => kind)).toEqual([value]);
		}
	});
});

describe('a text message', () => {
	it('is its body, with a link preview only if that is chosen', () => {
		expect(contentOf('text', { textBody: 'Hello' })).toEqual({ body: 'Hello' });
		expect(contentOf('text', { textBody: 'Hello', options: { previewUrl: true } })).toEqual({
			body: 'Hello',
			preview_url: true,
		});
		expect(contentOf('text', { textBody: 'Hello', options: { previewUrl: false } })).toEqual({
			body: 'Hello',
		});
	});

	it.each(HOSTILE_TEXTS)('keeps %s', (_name, textBody) => {
		expect(contentOf('text', { textBody })).toEqual({ body: textBody });
	});

	it('keeps spaces and line breaks, which people see', () => {
		expect(contentOf('text', { textBody: ' a \n' })).toEqual({ body: ' a \n' });
	});

	it.each<[unknown, string]>([
		[42, '42'],
		[0, '0'],
		[false, 'false'],
	])('is made of the expression value %p', (textBody, body) => {
		expect(contentOf('text', { textBody })).toEqual({ body });
	});

	it.each(['x', '👍', 'ä'])('may have 4,096 characters (%p)', (character) => {
		const longest = character.repeat(4096);
		expect(contentOf('text', { textBody: longest })).toEqual({ body: longest });
		const { message, description } = refusalOf(() =>
			contentOf('text', { textBody: longest + character }),
		);
		expect(message).toBe("'Text' is too long");
		expect(description).toContain('4,097 characters');
	});

	it.each(['', ' \n', null, undefined])('is not empty: %p', (textBody) => {
		expect(refusalOf(() => contentOf('text', { textBody })).message).toBe("'Text' is empty");
	});

	it.each(NOT_TEXT)('is not %s', (_name, textBody) => {
		expect(refusalOf(() => contentOf('text', { textBody })).message).toBe("'Text' is not text");
	});
});

describe.each(['image', 'video', 'document'])('a message of type %s', (type) => {
	it('names its file by ID or by link, with a caption if there is one', () => {
		expect(contentOf(type, BY_ID)).toEqual({ id: ID });
		expect(contentOf(type, { ...BY_LINK, caption: '' })).toMatchObject({ link: LINK });
		expect(contentOf(type, { ...BY_LINK, caption: '' })).not.toHaveProperty('caption');
		expect(contentOf(type, { ...BY_LINK, caption: '' })).not.toHaveProperty('id');
		expect(contentOf(type, { ...BY_ID, caption: 'Your invoice' })).toEqual({
			id: ID,
			caption: 'Your invoice',
		});
	});

	it.each(HOSTILE_TEXTS)('keeps as caption %s', (_name, caption) => {
		expect(contentOf(type, { ...BY_ID, caption })).toEqual({ id: ID, caption });
	});

	it.each(['x', '👍'])('may have a caption of 1,024 characters (%p)', (character) => {
		const longest = character.repeat(1024);
		expect(contentOf(type, { ...BY_ID, caption: longest })).toEqual({ id: ID, caption: longest });
		expect(
			refusalOf(() => contentOf(type, { ...BY_ID, caption: longest + character })).message,
		).toBe("'Caption' is too long");
	});

	it('refuses a caption of 10 kB by its name', () => {
		const { message, description } = refusalOf(() =>
			contentOf(type, { ...BY_ID, caption: 'é'.repeat(10_240) }),
		);
		expect(message).toBe("'Caption' is too long");
		expect(description).toContain('10,240 characters');
	});

	it.each(NOT_TEXT)('refuses as caption %s', (_name, caption) => {
		expect(refusalOf(() => contentOf(type, { ...BY_ID, caption })).message).toBe(
			"'Caption' is not text",
		);
	});

	it.each([null, undefined])('has no caption when that is %p', (caption) => {
		expect(contentOf(type, { ...BY_ID, caption })).toEqual({ id: ID });
	});

	it('has a caption when that is a number', () => {
		expect(contentOf(type, { ...BY_ID, caption: 17 })).toEqual({ id: ID, caption: '17' });
	});
});

describe('a document', () => {
	it('has the name that was entered, without surrounding spaces', () => {
		expect(contentOf('document', { ...IN_S3, filename: ' Rechnung März.pdf ' })).toEqual({
			id: ID,
			filename: 'Rechnung März.pdf',
		});
	});

	it.each(['', '  ', null, undefined])('has the name of its file if %p is entered', (filename) => {
		expect(contentOf('document', { ...IN_S3, filename }, { own: 'from-source.pdf' })).toEqual({
			id: ID,
			filename: 'from-source.pdf',
		});
	});

	it('has no name if none is known', () => {
		expect(contentOf('document', BY_ID)).toEqual({ id: ID });
		expect(contentOf('document', { mediaSource: 'link', link: 'https://example.com/' })).toEqual({
			link: 'https://example.com/',
		});
	});

	it('has the name at the end of its link', () => {
		expect(contentOf('document', BY_LINK)).toEqual({ link: LINK, filename: 'invoice-17.pdf' });
	});

	it('has the entered name with an extension of its type', () => {
		const facts = { own: 'data', mimeType: 'application/pdf' };
		for (const filename of ['invoice', 'invoice.pdf', '../invoice', 'invoice.']) {
			expect(contentOf('document', { ...IN_S3, filename }, facts)).toEqual({
				id: ID,
				filename: 'invoice.pdf',
			});
		}
		expect(contentOf('document', { ...BY_LINK, filename: 'May' })).toEqual({
			link: LINK,
			filename: 'May.pdf',
		});
	});

	it.each(['uc', 'download.php', '17', 'view?file=invoice.pdf', ''])(
		'has no name if its link ends with %j',
		(end) => {
			const link = `https://example.com/${end}`;
			expect(contentOf('document', { mediaSource: 'link', link })).toEqual({ link });
		},
	);

	it('has a name of at most 255 bytes', () => {
		const filename = `${'👍'.repeat(100)}.pdf`;
		expect(contentOf('document', { ...BY_ID, filename })).toEqual({
			id: ID,
			filename: `${'👍'.repeat(62)}.pdf`,
		});
	});

	it.each(NOT_TEXT)('refuses as name %s', (_name, filename) => {
		expect(refusalOf(() => contentOf('document', { ...BY_ID, filename })).message).toBe(
			"'File Name' is not text",
		);
	});
});

describe('audio', () => {
	it('is a voice note only if that is chosen', () => {
		expect(contentOf('audio', BY_ID)).toEqual({ id: ID });
		const options = { voice: true };
		expect(contentOf('audio', { ...BY_ID, options })).toEqual({ id: ID, voice: true });
		expect(contentOf('audio', { ...BY_ID, options: { voice: 'false' } })).toEqual({ id: ID });
	});

	it('has no caption, even if one is left over from another type', () => {
		expect(contentOf('audio', { ...BY_ID, caption: 'x', filename: 'y' })).toEqual({ id: ID });
	});
});

describe('a sticker', () => {
	it('is its file and nothing else', () => {
		const leftOver = { caption: 'x', filename: 'y', textBody: 'z', options: { voice: true } };
		expect(contentOf('sticker', { ...leftOver, ...BY_ID })).toEqual({ id: ID });
		expect(contentOf('sticker', BY_LINK)).toEqual({ link: LINK });
	});
});

describe.each(['image', 'video', 'document', 'audio', 'sticker'])('the file of a %s', (type) => {
	it('that is not with WhatsApp yet waits to be uploaded', () => {
		const [file, ...others] = filesOf(type, IN_S3);
		expect(others).toEqual([]);
		expect(file).toMatchObject({
			kind: type,
			source: { from: 's3Object', file: { bucketName: 'my-bucket', key: 'a/from-source.pdf' } },
		});
		expect(filesOf(type, BY_ID)).toEqual([]);
		expect(filesOf(type, BY_LINK)).toEqual([]);
	});

	it.each(['', 'ftp', null, undefined, 'constructor'])('must have a source: %p', (mediaSource) => {
		expect(refusalOf(() => contentOf(type, { mediaSource })).message).toBe(
			"'File Source' has an unknown value",
		);
	});
});

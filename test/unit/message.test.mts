import { messageTypes } from '../../nodes/AwsWhatsApp/message/messageTypes.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from './support/hostile.mts';
import { contentOf } from './support/message.mts';
import { refusalOf } from './support/refusal.mts';

const ID = '1013859600285441';
const LINK = 'https://example.com/files/invoice-17.pdf';

describe('message types', () => {
	it('are named as WhatsApp names them, in alphabetical order of what is shown', () => {
		expect(messageTypes.map(({ value }) => value)).toEqual([
			'audio',
			'document',
			'image',
			'sticker',
			'text',
			'video',
		]);
		const names = messageTypes.map(({ name }) => name);
		expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	});

	it('that carry a file carry the kind of their name', () => {
		for (const { value, media } of messageTypes) {
			expect(media).toBe(value === 'text' ? undefined : value);
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

	it('keeps blanks and line ends, which people see', () => {
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
		expect(description).toContain('4097 characters');
	});

	it.each(['', ' \n', null, undefined])('is not empty: %p', (textBody) => {
		expect(refusalOf(() => contentOf('text', { textBody })).message).toBe("'Text' is empty");
	});

	it.each(NOT_TEXT)('is not %s', (_name, textBody) => {
		expect(refusalOf(() => contentOf('text', { textBody })).message).toBe("'Text' is not a text");
	});
});

describe.each(['image', 'video', 'document'])('a message of type %s', (type) => {
	it('names its file by ID or by link, with a caption if there is one', () => {
		expect(contentOf(type, {}, { id: ID })).toEqual({ id: ID });
		expect(contentOf(type, { caption: '' }, { link: LINK })).toEqual({ link: LINK });
		expect(contentOf(type, { caption: 'Your invoice' }, { id: ID })).toEqual({
			id: ID,
			caption: 'Your invoice',
		});
	});

	it.each(HOSTILE_TEXTS)('keeps as caption %s', (_name, caption) => {
		expect(contentOf(type, { caption })).toEqual({ id: ID, caption });
	});

	it.each(['x', '👍'])('may have a caption of 1,024 characters (%p)', (character) => {
		const longest = character.repeat(1024);
		expect(contentOf(type, { caption: longest })).toEqual({ id: ID, caption: longest });
		expect(refusalOf(() => contentOf(type, { caption: longest + character })).message).toBe(
			"'Caption' is too long",
		);
	});

	it('refuses a caption of 10 kB by its name', () => {
		const { message, description } = refusalOf(() =>
			contentOf(type, { caption: 'é'.repeat(10_240) }),
		);
		expect(message).toBe("'Caption' is too long");
		expect(description).toContain('10240 characters');
	});

	it.each(NOT_TEXT)('refuses as caption %s', (_name, caption) => {
		expect(refusalOf(() => contentOf(type, { caption })).message).toBe("'Caption' is not a text");
	});

	it.each([null, undefined])('has no caption when that is %p', (caption) => {
		expect(contentOf(type, { caption })).toEqual({ id: ID });
	});

	it('has a caption when that is a number', () => {
		expect(contentOf(type, { caption: 17 })).toEqual({ id: ID, caption: '17' });
	});
});

describe('a document', () => {
	const source = { id: ID, fileName: 'from-source.pdf' };

	it('bears the name that is typed in, without blanks around it', () => {
		expect(contentOf('document', { filename: ' Rechnung März.pdf ' }, source)).toEqual({
			id: ID,
			filename: 'Rechnung März.pdf',
		});
	});

	it.each(['', '  ', null, undefined])(
		'bears the name of its file when %p is typed in',
		(filename) => {
			expect(contentOf('document', { filename }, source)).toEqual({
				id: ID,
				filename: 'from-source.pdf',
			});
		},
	);

	it('has no name where none is known', () => {
		expect(contentOf('document', {}, { id: ID })).toEqual({ id: ID });
		expect(contentOf('document', {}, { link: LINK })).toEqual({ link: LINK });
	});

	it('may have a name of 255 characters', () => {
		const longest = `${'👍'.repeat(251)}.pdf`;
		expect(contentOf('document', { filename: longest })).toEqual({ id: ID, filename: longest });
		expect(refusalOf(() => contentOf('document', { filename: `x${longest}` })).message).toBe(
			"'File Name' is too long",
		);
	});

	it.each(NOT_TEXT)('refuses as name %s', (_name, filename) => {
		expect(refusalOf(() => contentOf('document', { filename })).message).toBe(
			"'File Name' is not a text",
		);
	});
});

describe('audio', () => {
	it('is a voice note only if that is chosen', () => {
		expect(contentOf('audio', {})).toEqual({ id: ID });
		expect(contentOf('audio', { options: { voice: true } })).toEqual({ id: ID, voice: true });
		expect(contentOf('audio', { options: { voice: 'false' } })).toEqual({ id: ID });
	});

	it('takes no caption, even if one is left over from another type', () => {
		expect(contentOf('audio', { caption: 'x', filename: 'y' })).toEqual({ id: ID });
	});
});

describe('a sticker', () => {
	it('is its file and nothing else', () => {
		const leftOver = { caption: 'x', filename: 'y', textBody: 'z', options: { voice: true } };
		expect(contentOf('sticker', leftOver, { id: ID, fileName: 's.webp' })).toEqual({ id: ID });
		expect(contentOf('sticker', {}, { link: LINK })).toEqual({ link: LINK });
	});
});

import { properties } from '../../../form/field.ts';
import { interactiveTypes } from '../../../whatsapp/message/interactive/interactiveTypes.ts';
import { contentOf, filesOf, UPLOADED_ID } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

/** A URL button, which has every part of the frame. */
const form = (values: object = {}) => ({
	interactiveType: 'cta_url',
	bodyText: 'Body',
	displayText: 'Open',
	url: 'https://example.org',
	...values,
});
const sent = (frame: object = {}) => ({
	type: 'cta_url',
	body: { text: 'Body' },
	action: { name: 'cta_url', parameters: { display_text: 'Open', url: 'https://example.org' } },
	...frame,
});

const ALL = ['document', 'image', 'text', 'video'];

/** Which headers each type can have, whether the body has to be there, and whether there is a footer. */
const FRAMES: Array<[type: string, headers: string[], body: boolean, footer: boolean]> = [
	['address_message', ALL, true, true],
	['button', ALL, true, true],
	['call_permission_request', [], false, false],
	['cta_url', ALL, true, true],
	['flow', ALL, true, true],
	['list', ['text'], true, true],
	['location_request_message', [], true, false],
	['request_contact_info', [], true, false],
	['voice_call', ALL, true, true],
];

describe('the frame of an interactive message', () => {
	it.each(FRAMES)('of type %s is as WhatsApp has it', (value, headers, body, footer) => {
		const type = interactiveTypes.find((candidate) => candidate.value === value);
		const [choice] = properties(type?.header?.fields ?? []);
		const offered = (choice?.options ?? []).flatMap((option) =>
			'value' in option && option.value !== 'none' ? [option.value] : [],
		);
		expect([offered, type?.body.property.required ?? false, type?.footer !== undefined]).toEqual([
			headers,
			body,
			footer,
		]);
	});

	it.each(['none', '', null, undefined])('does not accept a header with %p', (headerType) => {
		expect(contentOf('interactive', form({ headerType, headerText: 'Old' }))).toEqual(sent());
	});

	it.each(['image', 'video'])('may have a header of type %s', (headerType) => {
		const link = 'https://example.org/a';
		expect(contentOf('interactive', form({ headerType, mediaSource: 'link', link }))).toEqual(
			sent({ header: { type: headerType, [headerType]: { link } } }),
		);
		expect(
			contentOf('interactive', form({ headerType, mediaSource: 'mediaId', mediaId: '17' })),
		).toEqual(sent({ header: { type: headerType, [headerType]: { id: '17' } } }));
	});

	it('may have a document as header, with the name of the file or another one', () => {
		const document = {
			headerType: 'document',
			mediaSource: 'link',
			link: 'https://example.org/i.pdf',
		};
		expect(contentOf('interactive', form(document))).toEqual(
			sent({
				header: {
					type: 'document',
					document: { link: 'https://example.org/i.pdf', filename: 'i.pdf' },
				},
			}),
		);
		expect(contentOf('interactive', form({ ...document, filename: 'Invoice.pdf' }))).toEqual(
			sent({
				header: {
					type: 'document',
					document: { link: 'https://example.org/i.pdf', filename: 'Invoice.pdf' },
				},
			}),
		);
	});

	it('waits for the file of its header', () => {
		const file = form({
			headerType: 'document',
			mediaSource: 'binary',
			binaryPropertyName: 'data',
			bucketName: 'my-bucket',
		});
		expect(filesOf('interactive', file).map(({ kind }) => kind)).toEqual(['document']);
		expect(contentOf('interactive', file, { own: 'invoice-17.pdf' })).toEqual(
			sent({
				header: {
					type: 'document',
					document: { id: UPLOADED_ID, filename: 'invoice-17.pdf' },
				},
			}),
		);
	});

	it.each(['image', 'video', 'document'])('of a list has no header of type %s', (headerType) => {
		const list = { interactiveType: 'list', bodyText: 'a', headerType };
		const { message, description } = refusalOf(() => contentOf('interactive', list));
		expect(message).toBe("'Header' has an unknown value");
		expect(description).toContain('none, text');
	});

	it('belongs to an existing type', () => {
		expect(refusalOf(() => contentOf('interactive', { interactiveType: 'poll' })).message).toBe(
			"'Interactive Type' has an unknown value",
		);
	});
});

describe('the text of a header', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Header Text',
		values: (headerText) => form({ headerType: 'text', headerText }),
		content: (text) => sent({ header: { type: 'text', text } }),
		max: 60,
		required: true,
	});
});

describe('the body', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Body',
		values: (bodyText) => form({ bodyText }),
		content: (text) => sent({ body: { text } }),
		max: 1024,
		required: true,
	});
});

describe('the footer', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Footer',
		values: (footerText) => form({ footerText }),
		content: (text) => sent(text === undefined ? {} : { footer: { text } }),
		max: 60,
	});
});

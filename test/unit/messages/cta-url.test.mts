import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { contentOf } from '../support/message.mts';
import { refusalOf } from '../support/refusal.mts';
import { behavesAsText } from './textField.mts';

const form = (values: object = {}) => ({
	interactiveType: 'cta_url',
	bodyText: 'Your order is on its way',
	displayText: 'Track order',
	url: 'https://example.org/t/17',
	...values,
});
const sent = (parameters: object = {}) => ({
	type: 'cta_url',
	body: { text: 'Your order is on its way' },
	action: {
		name: 'cta_url',
		parameters: {
			display_text: 'Track order',
			url: 'https://example.org/t/17',
			...parameters,
		},
	},
});

describe('a URL button', () => {
	it('is sent with header, body and footer', () => {
		expect(
			contentOf(
				'interactive',
				form({ headerType: 'text', headerText: 'Track', footerText: 'Example GmbH' }),
			),
		).toEqual({
			header: { type: 'text', text: 'Track' },
			footer: { text: 'Example GmbH' },
			...sent(),
		});
		expect(contentOf('interactive', form())).toEqual(sent());
	});
});

describe('the text of a URL button', () => {
	behavesAsText({
		type: 'interactive',
		label: 'Button Text',
		values: (displayText) => form({ displayText }),
		content: (display_text) => sent({ display_text }),
		max: 20,
		required: true,
	});
});

describe('the URL of a button', () => {
	const refused = (url: unknown) => refusalOf(() => contentOf('interactive', form({ url })));

	it.each([
		['http://example.org', 'http://example.org'],
		['HTTPS://EXAMPLE.ORG/', 'https://example.org/'],
		['https://example.org/a%20b?x=1&y=%7B%7B#z', 'https://example.org/a%20b?x=1&y=%7B%7B#z'],
		['https://example.org/a b', 'https://example.org/a%20b'],
		['https://müller.example/straße', 'https://xn--mller-kva.example/stra%C3%9Fe'],
		['https://example.org/👍', 'https://example.org/%F0%9F%91%8D'],
		[`https://example.org/${'x'.repeat(1980)}`, `https://example.org/${'x'.repeat(1980)}`],
	])('is sent as the parser writes it: %p', (url, written) => {
		expect(contentOf('interactive', form({ url }))).toEqual(sent({ url: written }));
		expect(contentOf('interactive', form({ url: ` ${url}\n` }))).toEqual(sent({ url: written }));
	});

	it.each([
		'example.org',
		'ftp://example.org',
		'javascript:alert(1)',
		'mailto:a@example.org',
		'https://',
		'https:example.org',
		'https://exa mple.org',
		'https://[::1',
		17,
		true,
		...HOSTILE_TEXTS.map(([, text]) => text).filter((text) => !text.includes('{{')),
	])('is a URL, unlike %p', (url) => {
		const { message, description } = refused(url);
		expect(message).toBe("'URL' is not a valid URL");
		expect(description).toContain('https://');
	});

	it.each(['https://example.org/a\nb', 'https://example.org\\a', 'https://example.org/\u200b'])(
		'contains nothing that would be lost on the way: %j',
		(url) => {
			expect(refused(url).message).toBe("'URL' contains a character that is not allowed in a URL");
		},
	);

	it.each(['', ' ', null, undefined])('is not empty: %p', (url) => {
		expect(refused(url).message).toBe("'URL' is empty");
	});

	it('has at most 2,000 characters', () => {
		expect(refused(`https://example.org/${'x'.repeat(1981)}`).message).toBe("'URL' is too long");
		expect(refused(`https://example.org/${'👍'.repeat(10_240)}`).message).toBe("'URL' is too long");
	});

	it.each(NOT_TEXT)('is not %s', (_name, url) => {
		expect(refused(url).message).toBe("'URL' is not text");
	});
});

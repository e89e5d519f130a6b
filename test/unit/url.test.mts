import { urlOf } from '../../form/url.ts';

describe('a URL', () => {
	it.each([
		['https://example.com', 'https://example.com/'],
		['https://müller.example/straße', 'https://xn--mller-kva.example/stra%C3%9Fe'],
		['http://127.0.0.1:8080/a?b#c', 'http://127.0.0.1:8080/a?b#c'],
		['mailto:ada@example.com', 'mailto:ada@example.com'],
	])('is read as browsers read it: %s', (text, href) => {
		expect(urlOf(text)?.href).toBe(href);
	});

	it.each([
		'',
		'a',
		'//example.com',
		'https://',
		'https://a b/',
		'https://[::1',
		'https://a:99999/',
	])('is invalid: %j', (text) => {
		expect(urlOf(text)).toBeUndefined();
	});

	it('is read in the same way every time', () => {
		for (let i = 0; i < 50_000; i++) {
			if (!urlOf('https://müller.example/straße')) throw new Error(`not at call ${i}`);
		}
	});
});

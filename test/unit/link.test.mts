import { link, linkOf, linkOnCard, linkWithVariables, looksLikeLink } from '../../form/link.ts';
import { seededRandom } from '../../local-aws/index.mts';
import { refusalOf } from './support/refusal.mts';

const sent = (text: string) => linkOf(text, 'Link');
const refused = (text: string) => refusalOf(() => sent(text));

describe('a link', () => {
	it.each([
		'https://example.com/',
		'http://example.com/a/invoice.pdf?x=1&y=%20#z',
		'https://user:secret@example.com:8443/',
		'https://example.com/100%.pdf',
		'https://example.com/a;v=1/b,c(1)!*$@~',
		'https://xn--mller-kva.example/',
		'https://[2001:db8::1]/',
		'https://example.com/?q=[1]|2',
	])('that the parser would not change is sent unchanged: %s', (text) => {
		expect(sent(text)).toBe(text);
	});

	it.each([
		['https://example.com', 'https://example.com'],
		['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
		['https://example.com:443/', 'https://example.com/'],
		['https://müller.example/', 'https://xn--mller-kva.example/'],
		['https://example.com/Rechnung März.pdf', 'https://example.com/Rechnung%20M%C3%A4rz.pdf'],
		['https://example.com/Bogotá.png', 'https://example.com/Bogot%C3%A1.png'],
		['https://example.com/图片.png', 'https://example.com/%E5%9B%BE%E7%89%87.png'],
		['https://example.com/👍?x=ü#é', 'https://example.com/%F0%9F%91%8D?x=%C3%BC#%C3%A9'],
		['https://example.com/a/../b/./c', 'https://example.com/b/c'],
		['https://example.com/"<>"', 'https://example.com/%22%3C%3E%22'],
		["https://example.com/?q=it's", 'https://example.com/?q=it%27s'],
		['https://example。com/', 'https://example.com/'],
		['https://ＥＸＡＭＰＬＥ.com/', 'https://example.com/'],
		[
			'https://fa.wikipedia.org/wiki/می\u200cخواهم',
			'https://fa.wikipedia.org/wiki/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85',
		],
	])('%s is sent as the parser writes it: %s', (text, written) => {
		expect(sent(text)).toBe(written);
		expect(sent(written)).toBe(written);
	});

	it.each([
		['https://example.com/a\nb', 22, 'a line break (U+000A)'],
		['https://example.com/a\r\nb', 22, 'a line break (U+000D)'],
		['https://exam\tple.com/', 13, 'a tab (U+0009)'],
		['https://example.com\\a', 20, 'a backslash (U+005C)'],
		['https://example.com/C:\\invoices\\17.pdf', 23, 'a backslash (U+005C)'],
		['https://example.com/a\u0000', 22, 'a control character (U+0000)'],
		['https://example.com/a\u00a0b', 22, 'a non-breaking space (U+00A0)'],
		['https://example.com/a\u200bb', 22, 'a zero-width space (U+200B)'],
		['https://example.com/\ufeffa', 21, 'a byte order mark (U+FEFF)'],
		['https://example.com/a\u202eb', 22, 'an invisible character (U+202E)'],
		['https://exam\u00adple.com/', 13, 'a soft hyphen (U+00AD)'],
		['https://example.com/a\u2028b', 22, 'a line separator (U+2028)'],
		['https://example.com/a\u3000b', 22, 'a wide space (U+3000)'],
		['https://example.com/👍\ud83d', 22, 'half of a character (U+D83D)'],
	])('that would lose a character is refused with the position: %j', (text, position, name) => {
		const { message, description } = refused(text);
		expect(message).toBe("'Link' contains a character that is not allowed in a URL");
		expect(description).toContain(`Character ${position} is `);
		expect(description).toContain(name);
	});

	it.each([
		'example.com/a.pdf',
		'www.example.com',
		'ftp://example.com/a.pdf',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'//example.com/a.pdf',
		'https://',
		'https:',
		'https:example.com',
		'https:/example.com',
		'https:///example.com',
		'https:\\\\example.com',
		'https:// example.com',
		'https://exa mple.com',
		'https://example.com:99999/',
		'https://[::1',
		'https://%',
		'http s://example.com',
		'https://https://example.com/x',
		'http://https://example.com',
		'https://www.https://b.com',
		'https://example.com:/a',
		'https://2024',
		'https://24/7',
		'https://0x7f.1/',
		'Look at https://example.com',
		'[https://example.com]',
		'constructor',
	])('that is invalid is refused: %s', (text) => {
		const { message, description } = refused(text);
		expect(message).toBe("'Link' is not a valid URL");
		expect(description).toContain('https://');
	});

	it.each([
		'https://a.example/1 https://a.example/2',
		'https://a.example/1, http://b.example',
		'https://a.example/1,https://b.example/2',
		'https://a.example/1;HTTPS://b.example/2',
		'https://a.example/1|https://b.example/2',
		'https://a.example;https://b.example',
	])('is only one: %s', (text) => {
		expect(refused(text).message).toBe("'Link' contains more than one URL");
	});

	it.each([
		'https://example.com/?to=https://b.example/c,d',
		'https://example.com/?a=1,https://b.example',
		'https://web.archive.org/web/2026/https://example.com/',
		'https://example.com/#https://b.example',
		'https://203.0.113.7/a',
	])('may have another one inside: %s', (text) => {
		expect(sent(text)).toBe(text);
	});

	it.each(['{{ $json.link }}', 'https://example.com/{{ $json.x }}', 'https://example.com/{{1}}'])(
		'is not the text of an expression: %s',
		(text) => {
			const { message, description } = refused(text);
			expect(message).toBe("'Link' contains an expression that n8n did not evaluate");
			expect(description).toContain('from Fixed to Expression');
		},
	);

	it('that begins like one and is invalid is refused with the reason', () => {
		for (const text of ['https://exa mple.com', 'https://example.com:99999', 'https://[::1']) {
			expect(refused(text).description).toMatch(/^You entered ".*"\. Its host or port is invalid/);
		}
	});

	it('is counted as it is sent', () => {
		const rule = { maxLength: 60, by: 'WhatsApp' } as const;
		const start = 'https://example.com/';
		expect(linkOf(start + 'a'.repeat(40), 'Link', rule)).toHaveLength(60);
		expect(linkOf(start + 'ü'.repeat(6), 'Link', rule)).toHaveLength(56);
		for (const path of ['a'.repeat(41), 'ü'.repeat(7), ' '.repeat(13) + 'xx']) {
			const { message, description } = refusalOf(() => linkOf(start + path, 'Link', rule));
			expect(message).toBe("'Link' is too long");
			expect(description).toMatch(
				/^It has 6\d characters when encoded; WhatsApp allows at most 60\./,
			);
		}
		expect(
			refusalOf(() => linkOf(start + 'a'.repeat(41), 'Link', { ...rule, by: 'AWS' })).description,
		).toContain('AWS accepts at most 60');
	});

	it('may have to be https', () => {
		const { message, description } = refusalOf(() =>
			linkOf('http://example.com/', 'Endpoint URI', { begins: 'https' }),
		);
		expect(message).toBe("'Endpoint URI' is not a valid URL");
		expect(description).toContain('It must begin with https:// and a host name');
	});

	it('may be left out', () => {
		for (const nothing of ['', '  ', null, undefined]) {
			expect(link()(nothing, 'Link')).toBeUndefined();
		}
		expect(link()(' https://example.com/\n', 'Link')).toBe('https://example.com/');
	});

	it('is recognized by its beginning', () => {
		for (const text of ['https://x', 'HTTP:x', 'https:']) expect(looksLikeLink(text)).toBe(true);
		for (const text of ['httpsx', 's3://x', ' https://x']) expect(looksLikeLink(text)).toBe(false);
	});
});

describe('a link on a card', () => {
	it.each([
		['www.example.com/a', 'www.example.com/a'],
		['example.com:8080/a b', 'example.com:8080/a%20b'],
		['müller.example/', 'xn--mller-kva.example/'],
		['https://example.com/ü', 'https://example.com/%C3%BC'],
		['mailto:ada@example.com', 'mailto:ada@example.com'],
		['tel:+4915112345678', 'tel:+4915112345678'],
		['sip:ada@example.com', 'sip:ada@example.com'],
	])('may be written informally: %s', (text, written) => {
		expect(linkOnCard(text, 'URL')).toBe(written);
	});

	it.each([
		...['not a link', 'https://', '://', 'a\nb.example', 'example.com\\a', '@ada', 'Ada', '2024'],
		...['24/7', 'Facebook: Ada', 'a@b@c', 'ada@example.com', 'example.', '.com', '1.5 metres'],
		...['a.example, b.example', '{{ $json.url }}'],
	])('is still a link, which %j is not', (text) => {
		const { message, description } = refusalOf(() => linkOnCard(text, 'URL'));
		expect(message).toMatch(/^'URL' /);
		expect(description).not.toContain(`"https://${text}"`);
	});
});

describe('a link with variables', () => {
	const withVariables = (text: string, maxLength = 2000) =>
		linkWithVariables(text, 'URL', { maxLength, by: 'WhatsApp' });

	it.each([
		['https://example.com/orders/{{1}}', 'https://example.com/orders/{{1}}'],
		['https://example.com/ü/{{ first_name }}', 'https://example.com/%C3%BC/{{ first_name }}'],
		['https://example.com/?a={{1}}&b={{2}}', 'https://example.com/?a={{1}}&b={{2}}'],
		['https://{{1}}.example.com', 'https://{{1}}.example.com'],
		['https://example.com', 'https://example.com'],
		['https://example.com/variable0z/{{1}}', 'https://example.com/variable0z/{{1}}'],
		['https://VARIABLEx.example/{{1}}0z', 'https://variablex.example/{{1}}0z'],
		['https://example.com/{{1}}{{2}}3', 'https://example.com/{{1}}{{2}}3'],
	])('keeps them: %s', (text, written) => {
		expect(withVariables(text)).toBe(written);
	});

	it('is counted with them as they are written', () => {
		const text = 'https://example.com/{{1}}';
		expect(withVariables(text, text.length)).toBe(text);
		expect(refusalOf(() => withVariables(text, text.length - 1)).message).toBe("'URL' is too long");
	});

	it.each(['{{1}}', 'example.com/{{1}}', 'https://{{ }', 'https://example.com/{{1}}\n/x'])(
		'is still a link, which %j is not',
		(text) => {
			expect(refusalOf(() => withVariables(text)).message).toMatch(/^'URL' /);
		},
	);
});

it('whatever is typed, what leaves is what the parser writes, or nothing', () => {
	const random = seededRandom(7);
	const parts = [
		'a',
		'B',
		'/',
		'?',
		'#',
		' ',
		'\t',
		'\n',
		'\\',
		'%',
		'%41',
		'ü',
		'👍',
		'\ud83d',
		'..',
		'.',
		':',
		'@',
		'{',
		'|',
		'\u200b',
		'\u200d',
		'\u00a0',
		'"',
		"'",
		'<',
		'&',
		'=',
		'7',
	];
	const lost = /[\t\n\r\\\u200b\u00a0]|\p{Cs}/u;
	let good = 0;
	for (let i = 0; i < 10_000; i++) {
		const length = Math.floor(random() * 8);
		const tail = Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join('');
		const text = `https://example.com/${tail}`;
		let written: string | undefined;
		try {
			written = sent(text);
		} catch {
			written = undefined;
		}
		if (written === undefined) continue;
		good += 1;
		expect(text).not.toMatch(lost);
		expect(written).toBe(new URL(text).href);
		expect(written).toMatch(/^[\x21-\x7e]+$/);
	}
	expect(good).toBeGreaterThan(2_000);
});

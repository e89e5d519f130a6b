/** Texts that break naive code and are nevertheless texts that people write. */
export const HOSTILE_TEXTS: Array<[name: string, text: string]> = [
	['emoji of several code points', '👩‍👩‍👧‍👦🇩🇪👍🏽'],
	['right-to-left text and overrides', 'שלום \u202eevil\u202c مرحبا'],
	['HTML', '<script>alert("x")</script>&amp;<b>'],
	['expression braces', '{{ $json.secret }} ={{ 1 + 1 }}'],
	['quotes and backslashes', `"\\" '\\' \`\${x}\``],
	['line ends and tabs', 'a\r\nb\n\nc\td'],
	['control characters', '\u0000\u0007\u001b[31m'],
	['words that n8n rewrites', 'ENOENT ECONNREFUSED 401'],
	['lone surrogates', '\ud83d \udc4d'],
	['prototype names', '__proto__ constructor'],
];

/** What expressions give instead of text. */
export const NOT_TEXT: Array<[name: string, value: unknown]> = [
	['an object', { a: 1 }],
	['an empty object', {}],
	['a list', ['a']],
	['an empty list', []],
	['a span of time', { toISO: () => 'PT36H', toJSON: () => 'PT36H', valueOf: () => 129_600_000 }],
	['a resource locator', { __rl: true, mode: 'id', value: 'x' }],
	['a function', () => 'x'],
	['a symbol', Symbol('x')],
];

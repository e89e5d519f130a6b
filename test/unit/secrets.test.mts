import { readErrorResponse } from '../../aws/errors/errorResponse.ts';
import { withoutSecrets } from '../../aws/errors/secrets.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLE';
const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE//////////token==';
const SIGNATURE = 'a1'.repeat(32);

/** What AWS says to a wrong signature: it repeats what it was sent. */
const CANONICAL = [
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
	'',
	'The Canonical String for this request should have been',
	"'POST",
	'/v1/whatsapp/send',
	'',
	'host:social-messaging.eu-west-1.amazonaws.com',
	'x-amz-date:20261128T090000Z',
	`x-amz-security-token:${TOKEN}`,
	'',
	'host;x-amz-date;x-amz-security-token',
	`${'0f'.repeat(32)}'`,
	'',
	'The String-to-Sign should have been',
	"'AWS4-HMAC-SHA256",
	`20261128T090000Z'`,
].join('\n');

describe('a text from outside', () => {
	it.each([
		['the canonical request', `x-amz-security-token:${TOKEN}\nhost:x`, TOKEN],
		['a header', `X-Amz-Security-Token: ${TOKEN}`, TOKEN],
		['JSON', JSON.stringify({ 'x-amz-security-token': TOKEN }), TOKEN],
		[
			'an address',
			`https://x/?X-Amz-Security-Token=${encodeURIComponent(TOKEN)}&a=b`,
			encodeURIComponent(TOKEN),
		],
		[
			'the header of a signature',
			`AWS4-HMAC-SHA256 Credential=AKIA/x, Signature=${SIGNATURE}`,
			SIGNATURE,
		],
		['a presigned address', `https://x/?X-Amz-Signature=${SIGNATURE}`, SIGNATURE],
		['XML', `<SignatureProvided>${SIGNATURE}</SignatureProvided>`, SIGNATURE],
		["STS's answer", `<SessionToken>${TOKEN}</SessionToken>`, TOKEN],
		["STS's answer as JSON", `{"SecretAccessKey": "${SECRET}"}`, SECRET],
	])('shows no secret, even an unknown one: in %s', (_name, text, secret) => {
		expect(withoutSecrets(text)).not.toContain(secret);
	});

	it.each([
		['as it is', `(${SECRET})`],
		['many times', `${SECRET} `.repeat(500)],
		['as an address has it', encodeURIComponent(SECRET)],
		['across the end of the text', `${'x'.repeat(980)}${SECRET}`],
		['after far too much text', `${'x'.repeat(70_000)}${SECRET}`],
	])('shows nothing of a known secret %s', (_name, text) => {
		const shown = withoutSecrets(text, [SECRET, TOKEN]);
		expect(shown).not.toContain(SECRET.slice(0, 12));
		expect(shown).not.toContain(encodeURIComponent(SECRET).slice(0, 12));
	});

	it('hides the longer of two secrets that contain each other', () => {
		expect(withoutSecrets(`${SECRET}${TOKEN}`, [SECRET, `${SECRET}${TOKEN}`])).toBe('***');
	});

	it('is not garbled by secrets that are empty or too short', () => {
		expect(withoutSecrets('a test of letters', ['t', '', 'test'])).toBe('a test of letters');
	});

	it.each([
		['5 MB', 'a'.repeat(5 * 1024 * 1024)],
		['5 MB of emoji', '👋'.repeat(1_300_000)],
		['a page', `<html>${'<p>x</p>'.repeat(10_000)}</html>`],
	])('of %s is cut off at a readable length', (_name, text) => {
		const shown = withoutSecrets(text);
		expect([...shown].length).toBeLessThanOrEqual(1001);
		expect(shown).toMatch(/…$/);
		expect(() => encodeURIComponent(shown)).not.toThrow();
	});
});

describe('a refused signature', () => {
	it.each([
		['InvalidSignatureException', { message: CANONICAL }],
		['InvalidSignatureException', JSON.stringify({ message: CANONICAL })],
		[
			'SignatureDoesNotMatch',
			`<Error><Code>SignatureDoesNotMatch</Code><Message>${CANONICAL}</Message></Error>`,
		],
	])('is reported with the text before the request: %s', (name, body) => {
		const { text } = readErrorResponse(403, { 'x-amzn-errortype': name }, body);
		expect(text).toMatch(/^The request signature we calculated does not match/);
		expect(text).toMatch(/for details\.$/);
		expect(text).not.toContain('x-amz');
	});

	it('keeps what it says about a clock', () => {
		const message = 'Signature expired: 20260329T010000Z is now earlier than 20260329T015500Z';
		expect(readErrorResponse(403, {}, { __type: 'InvalidSignatureException', message }).text).toBe(
			message,
		);
	});
});

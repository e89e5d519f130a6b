import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * A request that collects what signed it. The node puts an empty list
 * in; the signer fills it, so that no answer that repeats the request can show a secret.
 */
export type CollectingRequest = IHttpRequestOptions & { signedWith?: string[] };

/** What is shorter was not made by AWS; hiding it would only garble the text. */
const SHORTEST_SECRET = 8;

/** More than this of AWS's words helps nobody; a proxy's page may have megabytes. */
const MOST_CHARACTERS = 1000;

/**
 * Secrets by their shape, for what is not known by its value: AWS's answer to a wrong signature
 * repeats the whole request, in its canonical form and possibly as a URL.
 */
const SHAPES: Array<[pattern: RegExp, replacement: string]> = [
	[/(x-amz-security-token["'\s]*[:=]\s*["']?)[^\s"'&<,;]+/gi, '$1***'],
	[/((?:^|[^\w-])(?:x-amz-)?signature["'\s]*[:=]\s*["']?)[0-9a-f]{64}/gi, '$1***'],
	[/(<(?:SessionToken|SecretAccessKey|SignatureProvided)>)[^<]*/gi, '$1***'],
	[/((?:^|[^\w])(?:Basic|Bearer)\s+)[\w+/=.-]{8,}/gi, '$1***'],
	[/((?:secret_?access_?key|session_?token)["'\s]*[:=]\s*["']?)[^\s"'&<,;]+/gi, '$1***'],
];

/** This many characters in a row that a secret also has are not a coincidence. */
const PIECE = 12;

/** The runs of letters and digits in a secret, as they survive every way to write it down. */
function runsOf(secret: string): string[] {
	const written = [secret, Buffer.from(secret).toString('base64')];
	return written
		.flatMap((text) => text.split(/[^A-Za-z0-9]+/))
		.filter((run) => run.length >= PIECE);
}

/**
 * Whether a text contains a part of a secret, however it is written: encoded, escaped, wrapped in
 * lines or cut off.
 */
export function holdsSecret(text: string, secrets: readonly string[]): boolean {
	const squeezed = text.replace(/[\s\\]+/g, '');
	return secrets.flatMap(runsOf).some((run) => {
		for (let at = 0; at + PIECE <= run.length; at++) {
			if (squeezed.includes(run.slice(at, at + PIECE))) return true;
		}
		return false;
	});
}

/**
 * A text from outside, fit for an error or a log: without secrets and of a length that can be read.
 *
 * @param secrets the values that must not be shown, wherever they stand
 */
export function withoutSecrets(text: string, secrets: readonly string[] = []): string {
	const known = secrets
		.filter(({ length }) => length >= SHORTEST_SECRET)
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		// The longest first: one may be a part of another.
		.sort((a, b) => b.length - a.length)
		.reduce((words, secret) => words.replaceAll(secret, '***'), text);
	const harmless = SHAPES.reduce(
		(words, [pattern, replacement]) => words.replace(pattern, replacement),
		known,
	);
	// A character takes up to two units.
	const characters = [...harmless.slice(0, 2 * MOST_CHARACTERS + 2)];
	const shown =
		characters.length > MOST_CHARACTERS
			? `${characters.slice(0, MOST_CHARACTERS).join('')}…`
			: harmless;
	return holdsSecret(shown, secrets) ? '(omitted because it contains a secret)' : shown;
}

import type { IHttpRequestOptions } from 'n8n-workflow';

/**
 * A request that collects what signed it. The node, which is a bundle of its own, puts an empty list
 * in; the signer fills it, so that no answer that repeats the request can show a secret.
 */
export type CollectingRequest = IHttpRequestOptions & { signedWith?: string[] };

/** What is shorter was not made by AWS; blanking it would only garble the words. */
const SHORTEST_SECRET = 8;

/** More than this of AWS's words helps nobody; a proxy's page may have megabytes. */
const MOST_CHARACTERS = 1000;

/**
 * Secrets by their shape, for what is not known by its value: AWS's answer to a wrong signature
 * repeats the whole request, in its canonical form and maybe as an address.
 */
const SHAPES: Array<[pattern: RegExp, replacement: string]> = [
	[/(x-amz-security-token["'\s]*[:=]\s*["']?)[^\s"'&<,;]+/gi, '$1***'],
	[/((?:^|[^\w-])(?:x-amz-)?signature["'\s]*[:=]\s*["']?)[0-9a-f]{64}/gi, '$1***'],
	[/(<(?:SessionToken|SecretAccessKey|SignatureProvided)>)[^<]*/gi, '$1***'],
	[/((?:secret_?access_?key|session_?token)["'\s]*[:=]\s*["']?)[^\s"'&<,;]+/gi, '$1***'],
];

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
	return characters.length > MOST_CHARACTERS
		? `${characters.slice(0, MOST_CHARACTERS).join('')}…`
		: harmless;
}

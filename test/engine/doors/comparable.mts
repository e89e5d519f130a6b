import type { LocalAws, RecordedRequest } from '../../../local-aws/index.mts';

/** Signed at a moment, and by it; the stand-in has checked the signature. */
const OF_THE_MOMENT = ['authorization', 'x-amz-date', 'x-amz-content-sha256'];

/** The body as text, in which a message can be read. */
function readable(body: string): string {
	const message = /"message":"([\w+/=]+)"/.exec(body)?.[1];
	return message ? body.replace(message, Buffer.from(message, 'base64').toString('latin1')) : body;
}

/** What a request says, without what tells when it was sent. */
export function requestOf(request: RecordedRequest): object {
	const { service, action, method, path, query, headers, body, bytes } = request;
	const signed = /SignedHeaders=[^,]+/.exec(headers.authorization ?? '')?.[0];
	const lasting = Object.entries(headers).filter(([name]) => !OF_THE_MOMENT.includes(name));
	return {
		service,
		action,
		method,
		path,
		query,
		headers: { ...Object.fromEntries(lasting.sort()), signed },
		body: readable(body.toString('latin1')),
		bytes,
	};
}

/** What differs from run to run because it is made by chance, or tells the hour of the run. */
const BY_CHANCE: Array<[RegExp, string]> = [
	[/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>'],
	[/wacid\.[\w-]+/g, '<call>'],
	[/(:ARb[\w-]+:e:)\d+/g, '$1<time>'],
	[/("\w*[eE]xpir\w*":)("[^"]*"|\d+)/g, '$1"<time>"'],
	[/filesystem-v2:[^"]+/g, '<place>'],
];

/**
 * Makes what two runs have done comparable. The stand-in numbers new things as they come, and items may
 * come in any order: a file gets a name by its content, all else that is new the same name.
 */
export function comparison({ account }: LocalAws): <T>(value: T) => T {
	const before = BigInt(account.nextMetaId());
	return <T,>(value: T): T => {
		let text = JSON.stringify(value);
		for (const { id, sha256 } of account.media.values()) text = text.replaceAll(id, sha256);
		text = text.replace(/\b\d{16}\b/g, (id) => (BigInt(id) > before ? '<new>' : id));
		for (const [pattern, name] of BY_CHANCE) text = text.replace(pattern, name);
		return JSON.parse(text) as T;
	};
}

/** Requests of different items may arrive in any order. */
export const sorted = (requests: object[]): object[] =>
	requests
		.map((request) => JSON.stringify(request))
		.sort()
		.map((request) => JSON.parse(request) as object);

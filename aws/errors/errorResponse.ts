import { record } from '../../form/unknown';
import { holdsSecret, withoutSecrets } from './secrets';

/** What AWS, or something between n8n and AWS, said when it refused a request. */
export interface AwsErrorResponse {
	/** AWS's name of the error, e.g. "ThrottledRequestException"; "HTTP 502" where it has none. */
	name: string;
	/** Its own words, without secrets and shortened; empty where it said nothing. */
	text: string;
	status: number;
	requestId?: string;
	/** Seconds it asks to wait. */
	retryAfterSeconds?: number;
	/** The region that S3 names where the bucket is in another one. */
	bucketRegion?: string;
	/** Whether it carries none of the marks that AWS puts on everything that it answers. */
	isUnmarked?: true;
}

/** AWS's request IDs are shorter; S3's second one is not shown. */
const MOST_ID_CHARACTERS = 100;

type Headers = Record<string, unknown>;

function header(headers: Headers, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : undefined;
}

function member(body: unknown, ...names: string[]): string | undefined {
	const document = record(body);
	const values = names.map((name) => document[name]);
	return values.filter((value) => typeof value === 'string').find(Boolean);
}

const XML_ENTITIES: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&apos;': "'",
	'&amp;': '&',
};

/** The text of the first element of that name; S3's and STS's error documents are flat. */
export function xmlText(xml: string, element: string): string | undefined {
	const [, text] = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
	return text?.replace(
		/&(?:lt|gt|quot|apos|amp|#(\d{1,7}));/g,
		(entity, code?: string) =>
			XML_ENTITIES[entity] ??
			(code === undefined ? entity : String.fromCodePoint(Number(code) % 0x110000)),
	);
}

/** The document in a text that looks like JSON; everything else as it is. */
export function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || !body.trim().startsWith('{')) return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

/** STS puts name and words one level deeper than the other services. */
function errorOf(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'Error' in body ? body.Error : body;
}

/** "aws.protocol#ValidationException:http://…" and the like, down to the bare name. */
function bareName(type: string | undefined): string | undefined {
	const name = type?.split(':')[0]?.split('#').pop()?.trim();
	// A name is one word; a page of a proxy may have any text in its place.
	return name !== undefined && /^[A-Za-z][\w.-]{0,99}$/.test(name) ? name : undefined;
}

/** The region by its name alone: it comes from outside. */
function regionName(value: string | undefined): string | undefined {
	return value !== undefined && /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(value) ? value : undefined;
}

/** Seconds, fractions included, or an HTTP date. */
function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
	if (value === undefined) return undefined;
	const written = value.trim();
	const seconds = /^\d+(\.\d+)?$/.test(written)
		? Number(written)
		: (Date.parse(written) - now) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

const MARKS = ['x-amzn-errortype', 'x-amzn-requestid', 'x-amz-request-id'];

/** Whether an answer carries one of the headers that AWS puts on everything that it answers. */
export function isMarked(headers: Headers): boolean {
	return MARKS.some((mark) => header(headers, mark) !== undefined);
}

/** Names of refused signatures: AWS adds the whole request to its words, which helps nobody here. */
const REFUSED_SIGNATURE = new Set([
	'InvalidSignatureException',
	'SignatureDoesNotMatch',
	'IncompleteSignature',
	'IncompleteSignatureException',
]);

/** AWS's words up to where it begins to repeat the request that it got. */
function readable(name: string, text: string): string {
	if (!REFUSED_SIGNATURE.has(name)) return text;
	return (text.split(/\s*(?:The Canonical String|The String-to-Sign)\b/)[0] ?? '').trim();
}

/**
 * Reads the error out of an answer of any of the services, JSON or XML.
 *
 * @param secrets what must not be shown even if the answer repeats it
 */
export function readErrorResponse(
	status: number,
	headers: Headers,
	rawBody: unknown,
	now = Date.now(),
	secrets: readonly string[] = [],
): AwsErrorResponse {
	const body = parsed(rawBody);
	const xml = typeof body === 'string' ? body : '';
	const error = errorOf(body);
	const name =
		bareName(header(headers, 'x-amzn-errortype') ?? member(error, '__type', 'code', 'Code')) ??
		bareName(xmlText(xml, 'Code')) ??
		`HTTP ${status}`;
	const text = member(error, 'message', 'Message') ?? xmlText(xml, 'Message') ?? '';
	const requestId =
		header(headers, 'x-amzn-requestid') ??
		header(headers, 'x-amz-request-id') ??
		member(body, 'RequestId') ??
		xmlText(xml, 'RequestId');
	return {
		name: holdsSecret(name, secrets) ? `HTTP ${status}` : name,
		text: withoutSecrets(readable(name, text), secrets),
		status,
		requestId:
			requestId === undefined
				? undefined
				: withoutSecrets(requestId.slice(0, MOST_ID_CHARACTERS), secrets),
		retryAfterSeconds: retryAfterSeconds(header(headers, 'retry-after'), now),
		bucketRegion: regionName(header(headers, 'x-amz-bucket-region') ?? xmlText(xml, 'Region')),
		// S3 and STS put their request ID into the document as well.
		...(isMarked(headers) || requestId !== undefined ? {} : { isUnmarked: true as const }),
	};
}

/**
 * Whether a refusal is AWS's own: AWS gives it a name and marks the answer. All else comes from a
 * proxy, a gateway or a load balancer, whatever words it may use.
 */
export function isFromAws({ name, status, isUnmarked }: AwsErrorResponse): boolean {
	return name !== `HTTP ${status}` && !isUnmarked;
}

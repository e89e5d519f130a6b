/** What AWS said when it refused a request. */
export interface AwsRefusal {
	/** AWS's name of the error, e.g. "ThrottledRequestException"; "HTTP 502" where a proxy answered. */
	name: string;
	/** AWS's own words; empty where it said nothing. */
	text: string;
	status: number;
	requestId?: string;
	/** Seconds AWS asks to wait. */
	retryAfterSeconds?: number;
}

type Headers = Record<string, unknown>;

function header(headers: Headers, name: string): string | undefined {
	const value = headers[name];
	return typeof value === 'string' ? value : undefined;
}

function member(body: unknown, ...names: string[]): string | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	for (const name of names) {
		const value = (body as Record<string, unknown>)[name];
		if (typeof value === 'string' && value !== '') return value;
	}
	return undefined;
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
	return type?.split(':')[0]?.split('#').pop();
}

/** Seconds, or an HTTP date. */
function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
	if (value === undefined) return undefined;
	const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
	return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** Reads the error out of an answer of any of the services, JSON or XML. */
export function readRefusal(
	status: number,
	headers: Headers,
	rawBody: unknown,
	now = Date.now(),
): AwsRefusal {
	const body = parsed(rawBody);
	const xml = typeof body === 'string' ? body : '';
	const error = errorOf(body);
	const name =
		bareName(header(headers, 'x-amzn-errortype') ?? member(error, '__type', 'code', 'Code')) ??
		xmlText(xml, 'Code') ??
		`HTTP ${status}`;
	return {
		name,
		text: member(error, 'message', 'Message') ?? xmlText(xml, 'Message') ?? '',
		status,
		requestId:
			header(headers, 'x-amzn-requestid') ??
			header(headers, 'x-amz-request-id') ??
			member(body, 'RequestId') ??
			xmlText(xml, 'RequestId'),
		retryAfterSeconds: retryAfterSeconds(header(headers, 'retry-after'), now),
	};
}

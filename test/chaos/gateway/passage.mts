import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** The services behind the gateway. */
export type GatewayService = 'socialMessaging' | 's3';

/** A request as it came to the gateway, whole. */
export interface Passage {
	service: GatewayService;
	method: string;
	/** Path and query exactly as received: the signature covers them. */
	url: string;
	/** Names and values in turn, exactly as received: the signature covers them. */
	rawHeaders: string[];
	headers: IncomingMessage['headers'];
	body: Buffer;
	/** What is asked and whom it is about, e.g. "send +4915110000000", the same in every run. */
	subject: string;
}

/** Reads a request to its end and says whom it is about. */
export async function readPassage(
	service: GatewayService,
	incoming: IncomingMessage,
): Promise<Passage> {
	const { method = 'GET', url = '/', rawHeaders, headers } = incoming;
	const body = await buffer(incoming);
	const subject =
		service === 's3' ? subjectOfObject(method, url) : subjectOfAction(method, url, body);
	return { service, method, url, rawHeaders, headers, body, subject };
}

interface SocialBody {
	message?: string;
	mediaId?: string;
	sourceS3File?: { key: string };
}

function subjectOfAction(method: string, url: string, body: Buffer): string {
	const { message, mediaId, sourceS3File } = (
		method === 'POST' ? JSON.parse(body.toString()) : {}
	) as SocialBody;
	if (message !== undefined) {
		const { to } = JSON.parse(Buffer.from(message, 'base64').toString()) as { to?: string };
		return `send ${to ?? ''}`;
	}
	if (sourceS3File) return `take over ${stem(sourceS3File.key)}`;
	return mediaId === undefined ? `${method} ${url}` : `write ${mediaId}`;
}

/** The folder of an object is a random one, and its ending is AWS's choice. */
const stem = (key: string) => key.replace(/^.*\//, '').replace(/\..*$/, '');

function subjectOfObject(method: string, url: string): string {
	const { pathname, searchParams } = new URL(url, 'http://s3');
	const prefix = searchParams.get('prefix');
	return prefix === null
		? `${method} ${stem(decodeURIComponent(pathname))}`
		: `list ${stem(prefix)}`;
}

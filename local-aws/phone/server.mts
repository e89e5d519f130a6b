import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { faultKinds } from '../http/faults.mts';
import type { Fault, Faults } from '../http/faults.mts';
import { listenOnLoopback } from '../http/loopback-server.mts';
import type { LoopbackServer } from '../http/loopback-server.mts';
import { splitUrl } from '../http/url.mts';
import { loadPage } from './page.mts';
import type { Phone, Written } from './phone.mts';

interface Desk {
	phone: Phone;
	faults: Faults;
	reset(): Promise<void>;
}

const plain = (response: ServerResponse, status: number, text = ''): void => {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
};

async function sendMedia(
	response: ServerResponse,
	phone: Phone,
	messageId: string,
	mediaId?: string,
): Promise<void> {
	const media = phone.mediaOf(messageId, mediaId);
	if (!media) return plain(response, 404, 'This message has no media.');
	const filename = encodeURIComponent(media.filename ?? messageId);
	response.writeHead(200, {
		'Content-Type': media.mimeType,
		'Content-Length': (await stat(media.file)).size,
		'Content-Disposition': `inline; filename*=UTF-8''${filename}`,
		'X-Content-Type-Options': 'nosniff',
	});
	await pipeline(createReadStream(media.file), response);
}

async function readText(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes <= longestText) chunks.push(chunk);
	}
	if (bytes > longestText) return '';
	return Buffer.concat(chunks).toString();
}

/** A photo has at most 5 MB, a third more in base64. */
const longestText = 8 * 1024 * 1024;

function parseWritten(text: string): Written | undefined {
	try {
		const { photo, ...written } = JSON.parse(text) as Omit<Written, 'photo'> & {
			photo?: { mimeType: string; data: string };
		};
		if (typeof written.from !== 'string' || typeof written.message?.type !== 'string')
			return undefined;
		return {
			...written,
			...(photo
				? { photo: { mimeType: photo.mimeType, data: Buffer.from(photo.data, 'base64') } }
				: {}),
		};
	} catch {
		return undefined;
	}
}

function parseFault(text: string): Fault | undefined {
	try {
		const fault = JSON.parse(text) as Fault;
		// A function cannot come in as JSON.
		return faultKinds.includes(fault.kind) ? { ...fault, matches: undefined } : undefined;
	} catch {
		return undefined;
	}
}

/** Other sites open in the same browser must not be able to press the buttons here. */
function isForeign({ headers }: IncomingMessage): boolean {
	return (
		headers.origin !== undefined &&
		!/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.origin)
	);
}

/** The page that shows what arrived, and the buttons for people who play with it. */
export async function servePhone(desk: Desk, port: number): Promise<LoopbackServer> {
	const page = await loadPage();
	return listenOnLoopback(port, async (request, response) => {
		const { path } = splitUrl(request.url ?? '/');
		const [, messageId, mediaId] = /^\/media\/([0-9a-f-]+)(?:\/(\d+))?$/.exec(path) ?? [];
		if (request.method === 'GET' && messageId !== undefined)
			return sendMedia(response, desk.phone, messageId, mediaId);
		if (request.method !== 'GET' && isForeign(request)) return plain(response, 403);
		switch (`${request.method} ${path}`) {
			case 'GET /':
				response
					.writeHead(200, {
						'Content-Type': 'text/html; charset=utf-8',
						'Content-Security-Policy': page.contentSecurityPolicy,
					})
					.end(page.html);
				return;
			case 'GET /messages.json':
				response
					.writeHead(200, {
						'Content-Type': 'application/json',
						'Cache-Control': 'no-store',
						'X-Content-Type-Options': 'nosniff',
					})
					.end(JSON.stringify(desk.phone.timeline));
				return;
			case 'POST /write': {
				const written = parseWritten(await readText(request));
				if (!written) return plain(response, 400, 'A message needs a sender and a type.');
				desk.phone.write(written);
				return plain(response, 204);
			}
			case 'POST /faults': {
				const fault = parseFault(await readText(request));
				if (!fault) return plain(response, 400, `A fault needs a kind: ${faultKinds.join(', ')}.`);
				desk.faults.add(fault);
				return plain(response, 204);
			}
			case 'DELETE /faults':
				desk.faults.clear();
				return plain(response, 204);
			case 'POST /reset':
				await desk.reset();
				return plain(response, 204);
			default:
				return plain(response, 404, 'Not found.');
		}
	});
}

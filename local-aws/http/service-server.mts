import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError } from './aws-error.mts';
import type { Sessions } from '../sts/sessions.mts';
import type { Fault, Faults } from './faults.mts';
import { listenOnLoopback } from './loopback-server.mts';
import type { LoopbackServer } from './loopback-server.mts';
import type { RecordedRequest, Recorder } from './recorder.mts';
import type { Answer, Service } from './service.mts';
import { checkSignature, SignatureRefusal } from './signature.mts';
import { splitUrl } from './url.mts';

/** The largest payload of any action that does not stream is a 10 MB blob, a third longer in base64. */
const largestBody = 16 * 1024 * 1024;

/** Thrown to leave a request without an answer. */
class ConnectionCut extends Error {}

function describe(service: Service, incoming: IncomingMessage): RecordedRequest {
	const { path, query } = splitUrl(incoming.url ?? '/');
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(incoming.headers))
		headers[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
	return {
		service: service.name,
		action: '',
		method: incoming.method ?? 'GET',
		path,
		query: Object.fromEntries(query),
		headers,
		body: Buffer.alloc(0),
		bytes: 0,
		arrivedAt: Date.now(),
		endedAt: 0,
		status: 0,
	};
}

async function readBody(incoming: IncomingMessage, request: RecordedRequest): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		request.bytes += chunk.length;
		if (request.bytes <= largestBody) chunks.push(chunk);
	}
	if (request.bytes > largestBody)
		throw new AwsError(413, 'RequestEntityTooLargeException', 'Request body is too large.');
	request.body = Buffer.concat(chunks);
}

/** Counts a streamed payload while it is read, and does not touch it before. */
async function* counted(
	incoming: IncomingMessage,
	request: RecordedRequest,
): AsyncGenerator<Buffer> {
	for await (const chunk of incoming as AsyncIterable<Buffer>) {
		request.bytes += chunk.length;
		yield chunk;
	}
}

function errorOfFault(fault: Fault, service: Service): AwsError {
	if (fault.kind === 'throttle') return service.throttled(fault.message, fault.retryAfterSeconds);
	const standard = service.broken();
	return new AwsError(
		fault.status ?? standard.status,
		fault.errorName ?? standard.name,
		fault.message ?? standard.message,
		fault.retryAfterSeconds,
	);
}

async function work(
	service: Service,
	faults: Faults,
	sessions: Sessions,
	incoming: IncomingMessage,
	request: RecordedRequest,
	requestId: string,
): Promise<Answer> {
	if (!service.streams) await readBody(incoming, request);
	const open = service.publicAnswer?.(request);
	if (open) return open;
	request.action = service.actionOf(request);
	const caller = checkSignature(
		{
			method: request.method,
			url: incoming.url ?? '/',
			headers: request.headers,
			...(service.streams ? {} : { body: request.body }),
		},
		service.signingName,
		sessions,
	);
	// Only after the signature, so that a failure made on purpose never hides a wrong one.
	const fault = await faults.strike(request);
	if (fault?.kind === 'cutBefore') throw new ConnectionCut();
	if (fault?.kind === 'throttle' || fault?.kind === 'error') throw errorOfFault(fault, service);
	const instead = fault?.answer ?? { status: fault?.status ?? 502 };
	if (fault?.kind === 'answerBefore') return instead;
	const payload = Readable.from(counted(incoming, request));
	const answering = service.handle({ request, requestId, caller, payload });
	if (fault?.kind !== 'cutAfter' && fault?.kind !== 'answerAfter') return await answering;
	const lost = await answering.catch(() => undefined);
	if (lost?.body instanceof Readable) lost.body.destroy();
	if (fault.kind === 'answerAfter') return instead;
	throw new ConnectionCut();
}

function answerFailure(
	service: Service,
	failure: unknown,
	request: RecordedRequest,
	requestId: string,
): Answer {
	if (failure instanceof SignatureRefusal) {
		const error = service.refuse(failure);
		request.refusedBecause = `${error.name}: ${error.message}`;
		return service.answerError(error, request, requestId);
	}
	if (failure instanceof AwsError) return service.answerError(failure, request, requestId);
	console.error(failure);
	return service.answerError(service.broken(), request, requestId);
}

async function send(
	answer: Answer,
	request: RecordedRequest,
	response: ServerResponse,
): Promise<void> {
	request.status = answer.status;
	const { body, headers } = answer;
	// A stream's length, or that of what HEAD leaves out, is in the answer's own headers.
	const length =
		body instanceof Readable ? {} : { 'Content-Length': Buffer.byteLength(body ?? '') };
	// A client that has left reads nothing, and a pipeline would leave the body alone, with its file open.
	if (body instanceof Readable && response.destroyed) body.destroy();
	response.writeHead(answer.status, { ...length, ...headers });
	if (body instanceof Readable) await pipeline(body, response);
	else response.end(body);
}

/** Puts a service on a port: records, checks the signature, lets faults strike, answers. */
export function serve(
	service: Service,
	port: number,
	recorder: Recorder,
	faults: Faults,
	sessions: Sessions,
): Promise<LoopbackServer> {
	return listenOnLoopback(port, async (incoming, response) => {
		const request = describe(service, incoming);
		const requestId = randomUUID();
		response.once('close', recorder.begin(request));
		try {
			const answer = await work(service, faults, sessions, incoming, request, requestId).catch(
				(failure: unknown) => {
					// A client that left in the middle of its request waits for no answer either.
					if (failure instanceof ConnectionCut || incoming.errored) throw new ConnectionCut();
					return answerFailure(service, failure, request, requestId);
				},
			);
			await send(answer, request, response);
			// What an early answer left unread still has to leave the connection.
			incoming.on('data', (chunk: Buffer) => (request.bytes += chunk.length));
		} catch (error) {
			const gone = error instanceof ConnectionCut || response.destroyed;
			incoming.socket.destroy();
			if (!gone) throw error;
		}
	});
}

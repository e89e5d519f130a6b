import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { readRefusal } from '../../../aws/answer';
import { causesOf } from '../../../aws/causes';
import { CredentialProblem, SignInUnavailable } from '../../../aws/problem';
import { RENEW_SESSION_HEADER } from '../../../aws/renewal';
import { Cancelled, CredentialRefused, isTrustFailure, NoAnswer, RefusedByAws } from './failures';

export const CREDENTIAL = 'awsSocialMessagingApi';

/**
 * Whoever may send requests: the node at work on one item, the editor filling a list, the trigger being
 * switched on or off, and the trigger receiving an event.
 */
export type Caller =
	| IExecuteSingleFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| IWebhookFunctions;

/** An error document is small; more than this is not one. */
const MAX_ERROR_BYTES = 64 * 1024;
const PUBLIC_TIMEOUT_MS = 5_000;

interface Cause {
	name?: unknown;
	message?: unknown;
	code?: unknown;
	host?: unknown;
	syscall?: unknown;
	config?: { url?: unknown };
}

/**
 * Codes that only come up while connecting, so that nothing of the request can have been read. An
 * unreachable host or network is not among them: it can also end a connection that has been in use.
 */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function hostOf(error: unknown, fallback: string): string {
	const causes: Cause[] = causesOf(error);
	for (const { config } of causes) {
		if (typeof config?.url === 'string' && URL.canParse(config.url))
			return new URL(config.url).host;
	}
	return fallback;
}

/** What an error of n8n's HTTP helper, or of the body it streams, means for the request. */
export function failureOf(error: unknown, request: Pick<IHttpRequestOptions, 'url'>): Error {
	const causes: Cause[] = causesOf(error);
	const problem = causes.find(({ name }) => name === CredentialProblem.NAME);
	if (problem) return new CredentialRefused(String(problem.message));
	// The request itself waits for this and was not sent.
	const signIn = causes.find(({ name }) => name === SignInUnavailable.NAME);
	if (signIn) return new NoAnswer(String(signIn.host), String(signIn.code), true);

	const codes = causes.map(({ code }) => code).filter((code) => typeof code === 'string');
	if (codes.includes('ERR_CANCELED')) return new Cancelled();
	if (codes.length === 0) return error instanceof Error ? error : new Error(String(error));

	const host = hostOf(error, new URL(request.url).host);
	const connecting = causes.find(
		({ code, syscall }) =>
			typeof code === 'string' &&
			(NOT_CONNECTED.has(code) || isTrustFailure(code) || syscall === 'connect'),
	);
	return connecting
		? new NoAnswer(host, String(connecting.code), true)
		: new NoAnswer(host, codes[codes.length - 1] ?? '', false);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

async function errorText(body: unknown): Promise<unknown> {
	if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
	if (!isStream(body)) return body;
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		bytes += chunk.length;
		if (bytes > MAX_ERROR_BYTES) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** A request, and from when on its session has to be; see `withRetry`. */
export type SignedRequest = IHttpRequestOptions & { sessionSince?: number };

/**
 * One signed request and its answer: the only place from which the node talks to the outside.
 *
 * @throws RefusedByAws, NoAnswer, CredentialRefused or Cancelled
 */
export async function exchange(
	caller: Caller,
	{ sessionSince, ...request }: SignedRequest,
): Promise<IN8nHttpFullResponse> {
	const renewal = sessionSince === undefined ? {} : { [RENEW_SESSION_HEADER]: sessionSince };
	let response: IN8nHttpFullResponse;
	try {
		response = (await caller.helpers.httpRequestWithAuthentication.call(caller, CREDENTIAL, {
			...request,
			headers: { ...request.headers, ...renewal },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as IN8nHttpFullResponse;
	} catch (error) {
		throw failureOf(error, request);
	}
	const { statusCode, headers, body } = response;
	if (statusCode >= 300) {
		throw new RefusedByAws(readRefusal(statusCode, headers, await errorText(body)));
	}
	return response;
}

/**
 * Gets a public document, unsigned and without following redirects.
 *
 * @throws what n8n's HTTP helper throws where there is no answer
 */
export async function getPublic(
	caller: Caller,
	url: string,
): Promise<{ status: number; body: string }> {
	const response = (await caller.helpers.httpRequest({
		url,
		encoding: 'text',
		timeout: PUBLIC_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	})) as IN8nHttpFullResponse;
	return { status: response.statusCode, body: String(response.body ?? '') };
}

/** The JSON document of an answer; an empty body is an empty document. */
export function jsonBody({ body }: IN8nHttpFullResponse): IDataObject {
	return typeof body === 'object' && body !== null && !Buffer.isBuffer(body) && !isStream(body)
		? (body as IDataObject)
		: {};
}

import type { IHttpRequestOptions } from 'n8n-workflow';
import { causesOf } from './causes';
import { withoutSecrets } from './secrets';
import { urlOf } from '../../form/url';
import {
	CanceledError,
	CredentialError,
	isTrustFailure,
	NetworkError,
	StsUnavailable,
} from './errors';

interface Cause {
	name?: unknown;
	message?: unknown;
	code?: unknown;
	host?: unknown;
	syscall?: unknown;
	config?: { url?: unknown };
	/** Node.js's ClientRequest, where the HTTP library got so far. */
	request?: { socket?: { connecting?: unknown; secureConnecting?: unknown } | null };
}

/**
 * Codes that only come up while connecting, so that nothing of the request can have been read. An
 * unreachable host or network is not among them: it can also end a connection that has been in use.
 */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Words of Node.js and of its proxy agent for what ends before the request can leave. */
const BEFORE_LEAVING =
	/before secure TLS connection was established|ended before receiving CONNECT response/;

/** Whether the request had no connection yet, or one in the handshake: it cannot have left on it. */
function hadNoConnection({ request }: Cause): boolean {
	if (typeof request !== 'object' || request === null || !('socket' in request)) return false;
	const { socket } = request;
	if (socket === null || socket === undefined) return true;
	return socket.connecting === true || socket.secureConnecting === true;
}

/** Whether nothing of the request can have left. */
function neverLeft(cause: Cause): boolean {
	const { code, syscall, message } = cause;
	if (typeof code === 'string' && (NOT_CONNECTED.has(code) || isTrustFailure(code))) return true;
	// What TLS complains of can also end a connection in use, so only its state tells.
	return syscall === 'connect' || BEFORE_LEAVING.test(String(message)) || hadNoConnection(cause);
}

const TIMEOUTS = ['ECONNABORTED', 'ETIMEDOUT'];

function hostOf(causes: Cause[], fallback: string): string {
	for (const { config } of causes) {
		const url = typeof config?.url === 'string' ? urlOf(config.url) : undefined;
		if (url) return url.host;
	}
	return fallback;
}

interface Sent extends Pick<IHttpRequestOptions, 'url'> {
	signedWith?: readonly string[];
	/** Which time limit of ours ended it, in words. */
	overdue?: string;
}

/**
 * What an error of n8n's HTTP helper, or of the body it streams, means for the request.
 *
 * @returns NetworkError, CanceledError or CredentialError; or the error, if it says nothing of the kind
 */
export function transportErrorOf(error: unknown, { url, signedWith, overdue }: Sent): Error {
	const causes: Cause[] = causesOf(error);
	const problem = causes.find(({ name }) => name === CredentialError.NAME);
	if (problem) return new CredentialError(String(problem.message));
	// The request itself waits for this and was not sent.
	const signIn = causes.find(({ name }) => name === StsUnavailable.NAME);
	if (signIn) {
		const code = overdue ?? String(signIn.code);
		const isTimeout = overdue !== undefined || TIMEOUTS.includes(code);
		return new NetworkError(String(signIn.host), code, true, isTimeout, true);
	}

	const host = hostOf(causes, new URL(url).host);
	const connecting = causes.find(neverLeft);
	if (overdue !== undefined) return new NetworkError(host, overdue, connecting !== undefined, true);

	const codes = causes.map(({ code }) => code).filter((code) => typeof code === 'string');
	if (codes.includes('ERR_CANCELED')) return new CanceledError(connecting === undefined);
	if (codes.length === 0 && !connecting) {
		const { message } = error instanceof Error ? error : new Error(String(error));
		const harmless = withoutSecrets(message, signedWith);
		return error instanceof Error && harmless === message ? error : new Error(harmless);
	}
	const last = codes[codes.length - 1] ?? '';
	if (connecting) {
		return new NetworkError(host, String(connecting.code ?? (last || 'the proxy closed')), true);
	}
	return new NetworkError(host, last, false, TIMEOUTS.includes(last));
}

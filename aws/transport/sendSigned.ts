import type {
	IExecuteFunctions,
	IExecuteSingleFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IWebhookFunctions,
} from 'n8n-workflow';
import { grouped, howMany } from '../../form/counts';
import { readErrorResponse } from '../errors/errorResponse';
import { namedIn } from '../advice/notFound';
import { RENEW_SESSION_HEADER } from './renewal';
import { holdsSecret } from '../errors/secrets';
import { CanceledError, FileError, AwsServiceError, UnusableResponse } from '../errors/errors';
import { transportErrorOf } from '../errors/transportError';
import { isStream, watchStream, type ReadableBody } from './streams';
import { timeLimits, Wait } from './timeLimits';

export const CREDENTIAL = 'awsSocialMessagingApi';

/**
 * What sends requests: the node at work, the editor filling a list, the trigger being switched
 * on or off, and the trigger receiving an event.
 */
export type Caller =
	| IExecuteFunctions
	| IExecuteSingleFunctions
	| ILoadOptionsFunctions
	| IHookFunctions
	| IWebhookFunctions;

/** An error document is small, as a certificate is; more than this is neither. */
const MAX_SHORT_BYTES = 64 * 1024;
/** A refusal is a refusal, whether or not its words arrive. */
const SHORT_LIMITS = timeLimits(5_000);
const PUBLIC_TIMEOUT_MS = 5_000;

export function cancelSignal(caller: Caller): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
}

/** The caller as n8n's HTTP helper is to see it: its requests end with the signal. */
function withSignal<C extends Caller>(caller: C, signal: AbortSignal): C {
	return Object.create(caller, { getExecutionCancelSignal: { value: () => signal } });
}

/** Lets go of a file that nobody reads any more: n8n's HTTP library does not. */
function letGo(body: unknown): void {
	if (isStream(body)) body.destroy?.();
}

/** The beginning of a body, as far as it comes in time. */
async function shortText(body: unknown): Promise<unknown> {
	if (body instanceof Uint8Array) return Buffer.from(body).toString('utf8');
	if (!isStream(body)) return body;
	const wait = new Wait(SHORT_LIMITS, undefined);
	wait.signal.addEventListener('abort', () => body.destroy?.(), { once: true });
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of body) {
			chunks.push(Buffer.from(chunk));
			bytes += chunks.at(-1)?.length ?? 0;
			if (bytes > MAX_SHORT_BYTES) break;
		}
	} catch {
		// What has come is what there is.
	} finally {
		wait.done();
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** An answer whose body, if it is a stream, is still being waited for. */
export type Answer = IN8nHttpFullResponse & {
	/** Which time limit ended the reading of the body, in words. */
	overdue(): string | undefined;
};

export type SignedRequest = IHttpRequestOptions & {
	/** What is asked for, as IAM policies write it, e.g. "s3:PutObject". */
	action?: string;
	/** The S3 bucket that it is about, for the error. */
	bucketName?: string;
	/** From when on its session has to be, in ms since 1970; see `repeat`. */
	sessionSince?: number;
};

/** Lets a file leave within limits, and ends the request if the file is not as long as was said. */
function watchUpload(body: ReadableBody, announced: number, wait: Wait): { problem?: FileError } {
	const found: { problem?: FileError } = {};
	const refuse = (bytes: number) => {
		found.problem = new FileError(
			'The size of the file is not what n8n reported',
			`n8n reported ${howMany(announced, 'byte')}, and the file has ${bytes < announced ? 'only ' : ''}${grouped(bytes)}${bytes < announced ? '' : ' or more'}. It was changed or truncated while it was stored or sent. Create it again with the node that it comes from.`,
		);
		wait.stop();
	};
	let sent = 0;
	watchStream(body, (bytes) => {
		sent = bytes;
		wait.moves();
		if (bytes > announced) refuse(bytes);
	});
	body.once('end', () => {
		if (sent < announced) refuse(sent);
		else wait.sent();
	});
	wait.moves();
	return found;
}

/** Goes on waiting while the body of an answer is read, and lets go of it when it is over. */
function watchDownload(body: ReadableBody, bytes: number, wait: Wait): void {
	watchStream(body, () => wait.moves());
	wait.expect(Number.isFinite(bytes) ? bytes : 0);
	for (const event of ['end', 'close', 'error']) body.once(event, () => wait.done());
}

/**
 * One signed request and its answer: the only place from which the node talks to the outside. It ends
 * within time limits, the reading of a streamed answer included.
 *
 * @throws AwsServiceError, NetworkError, UnusableResponse, CredentialError, CanceledError or FileError
 */
export async function sendSigned(
	caller: Caller,
	{ sessionSince, action, bucketName, ...request }: SignedRequest,
): Promise<Answer> {
	const renewal = sessionSince === undefined ? {} : { [RENEW_SESSION_HEADER]: sessionSince };
	const announced = Number(request.headers?.['content-length'] ?? 0);
	const limits = timeLimits(request.timeout, announced);
	const signedWith: string[] = [];
	const canceled = cancelSignal(caller);
	if (canceled?.aborted) {
		letGo(request.body);
		throw new CanceledError();
	}
	const wait = new Wait(limits, canceled);
	const upload = isStream(request.body) ? watchUpload(request.body, announced, wait) : {};
	let response: IN8nHttpFullResponse;
	const options = {
		...request,
		headers: { ...request.headers, ...renewal },
		signedWith,
		// Only in case that ours does not reach the request.
		timeout: limits.whole + 1000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const limited = withSignal(caller, wait.signal);
	try {
		response = (await limited.helpers.httpRequestWithAuthentication.call(
			limited,
			CREDENTIAL,
			options,
		)) as IN8nHttpFullResponse;
	} catch (error) {
		wait.done();
		letGo(request.body);
		throw (
			upload.problem ?? transportErrorOf(error, { ...request, signedWith, overdue: wait.overdue })
		);
	}
	const { statusCode, headers, body } = response;
	if (statusCode >= 300 || !isStream(body)) wait.done();
	if (statusCode >= 300) {
		letGo(request.body);
		const text = await shortText(body);
		const refused = readErrorResponse(statusCode, headers, text, Date.now(), signedWith);
		throw new AwsServiceError(refused, action, namedIn(request.qs, request.body), bucketName);
	}
	if (isStream(body)) {
		watchDownload(body, Number(headers['content-length']), wait);
	} else if (holdsSecret(JSON.stringify(body) ?? '', signedWith)) {
		// Not AWS's response, but one from something that repeats requests; none of it may be shown.
		throw new UnusableResponse(`HTTP ${statusCode} with a copy of the request`);
	}
	return { ...response, overdue: () => wait.overdue };
}

/**
 * Gets a short public document, unsigned and without following redirects. Of one that is longer than
 * 64 KB, or does not end within seconds, only the beginning is read.
 *
 * @throws what n8n's HTTP helper throws where there is no answer
 */
export async function getPublic(
	caller: Caller,
	url: string,
): Promise<{ status: number; body: string }> {
	const response = (await caller.helpers.httpRequest({
		url,
		encoding: 'stream',
		timeout: PUBLIC_TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	})) as IN8nHttpFullResponse;
	return { status: response.statusCode, body: String((await shortText(response.body)) ?? '') };
}

import { createHash } from 'node:crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { AwsClient } from '../../../aws/transport/client.ts';
import type { Caller } from '../../../aws/transport/sendSigned.ts';

interface StoredText {
	text: string;
	etag: string;
	writtenAt: number;
}

/** What goes wrong with a request. `dies` is the process that sends it, before or after S3 has done it. */
export type Fault =
	| 'none'
	| '503'
	| '500 after it is done'
	| 'cut before'
	| 'cut after'
	| '409'
	| 'slow before'
	| 'slow after'
	| 'dies before'
	| 'dies after';

export const FAULTS: readonly Fault[] = [
	'503',
	'500 after it is done',
	'cut before',
	'cut after',
	'409',
	'slow before',
	'slow after',
	'dies before',
	'dies after',
];

const SLOW_MS = 8_000;

/** How far its clock is ahead of that of the machine, in ms. */
export const CLOCK_AHEAD_MS = 3_600_000;

const pauseFor = async (ms: number) =>
	await new Promise<void>((resolve) => setTimeout(resolve, ms));
const forever = async () => await new Promise<never>(() => undefined);
const cut = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const refusal = (status: number, name: string) => ({
	statusCode: status,
	headers: { 'x-amz-request-id': 'R' },
	body: `<Error><Code>${name}</Code><Message>${name}</Message><RequestId>R</RequestId></Error>`,
});

/** S3 as it is when things go wrong: its objects outlive the processes, and its clock is its own. */
export class UnreliableS3 {
	readonly objects = new Map<string, StoredText>();

	requests = 0;

	/**
	 * @param faultOf the next request's fault
	 * @param ignored headers that it does not know, as a server that is only like S3
	 * @param readETag what such a server takes the header If-Match for
	 */
	constructor(
		private readonly faultOf: () => Fault,
		private readonly ignored: readonly string[] = [],
		private readonly readETag: (header: string) => string = (header) => header,
	) {}

	/** S3's time in ms, which it tells in whole seconds. */
	private now = () => Date.now() + CLOCK_AHEAD_MS;

	private time = (ms = this.now()) => new Date(ms).toUTCString();

	/** The way to S3 of one process. */
	client(): AwsClient {
		const httpRequestWithAuthentication = async (
			_credential: string,
			request: IHttpRequestOptions,
		) => {
			this.requests++;
			return await this.answered(request, this.faultOf());
		};
		const caller = {
			getExecutionCancelSignal: () => undefined,
			helpers: { httpRequestWithAuthentication },
		};
		return new AwsClient(caller as unknown as Caller);
	}

	private async answered(request: IHttpRequestOptions, fault: Fault) {
		if (fault === 'dies before') return await forever();
		if (fault === '503') return refusal(503, 'ServiceUnavailable');
		if (fault === '409' && request.method === 'PUT') {
			return refusal(409, 'ConditionalRequestConflict');
		}
		if (fault === 'cut before') throw cut();
		if (fault === 'slow before') await pauseFor(SLOW_MS);
		const answer = this.done(request);
		if (fault === 'dies after') return await forever();
		if (fault === 'cut after') throw cut();
		if (fault === '500 after it is done') return refusal(500, 'InternalError');
		if (fault === 'slow after') await pauseFor(SLOW_MS);
		return answer;
	}

	private done({ method, url, headers: given, body }: IHttpRequestOptions) {
		const headers = { ...given };
		for (const name of this.ignored) delete headers[name];
		const found = this.objects.get(url);
		if (method === 'GET') {
			if (!found) return refusal(404, 'NoSuchKey');
			const { text, etag, writtenAt } = found;
			const told = { etag, 'last-modified': this.time(writtenAt), date: this.time() };
			return { statusCode: 200, headers: told, body: text };
		}
		if (headers['if-none-match'] && found) return refusal(412, 'PreconditionFailed');
		const wanted = headers['if-match'] as string | undefined;
		if (wanted !== undefined && !found) return refusal(404, 'NoSuchKey');
		if (wanted !== undefined && this.readETag(wanted) !== found?.etag)
			return refusal(412, 'PreconditionFailed');
		const text = String(body);
		const etag = `"${createHash('md5').update(text).digest('hex')}"`;
		this.objects.set(url, { text, etag, writtenAt: this.now() });
		return { statusCode: 200, headers: { etag }, body: '' };
	}
}

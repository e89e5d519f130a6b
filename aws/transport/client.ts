import type { BinaryHelperFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { serviceUrl } from '../endpoints/endpoints';
import type { AwsService } from '../endpoints/hosts';
import { onFailure } from '../errors/errors';
import {
	cancelSignal,
	sendSigned,
	type Answer,
	type Caller,
	type SignedRequest,
} from './sendSigned';
import { Paces } from './pace';
import { pause } from './pause';
import type { Allowance } from './allowance';
import { repeat } from './retry';
import { Step, type Effect } from './step';
import { timeLimits } from './timeLimits';

/** A request whose URL begins with the path, relative to its service. */
export type ServiceRequest = Pick<
	SignedRequest,
	'action' | 'bucketName' | 'method' | 'url' | 'qs' | 'headers' | 'body' | 'encoding'
>;

/** An object in S3 that is still there, or may be, although nobody needs it. */
export interface LeftBehind {
	bucketName: string;
	key: string;
	/** Whether the key is only the beginning of its name. */
	isPrefix?: boolean;
}

/** What sends requests and keeps files. */
export type FileKeeper = Caller & {
	helpers: Pick<BinaryHelperFunctions, 'prepareBinaryData'>;
};

/**
 * Sends one request once. What gets this instead of a client cannot repeat anything by itself, so
 * that one step has one budget.
 */
export type Attempt = (service: AwsService, request: ServiceRequest) => Promise<Answer>;

/** The way to AWS for one caller: an item of a node, or an event that a trigger received. */
export class AwsClient<C extends Caller = Caller> {
	/** What has been left in S3, so that an error can name it. */
	readonly leftBehind: LeftBehind[] = [];

	/**
	 * @param transport what the user set for all requests: proxy, timeout, TLS
	 * @param paces of all that share AWS's quotas with this
	 * @param tries how often a step is tried at most
	 * @param over ends when no further step is to begin: this one need not wait for its turn any more
	 */
	constructor(
		readonly context: C,
		protected readonly transport: Partial<IHttpRequestOptions> = {},
		protected readonly paces: Paces = new Paces(),
		private readonly tries?: number,
		readonly over?: AbortSignal,
	) {}

	/** The same way, for cleaning up: it goes on when the execution is canceled. */
	uncanceled(longestMs: number, tries: number): AwsClient<C> {
		const context: C = Object.create(this.context, {
			getExecutionCancelSignal: { value: () => undefined },
		});
		const timeout = Math.min(this.transport.timeout ?? Infinity, longestMs);
		return new AwsClient(context, { ...this.transport, timeout }, new Paces(), tries);
	}

	/** How long, in ms, a request without a file may take, signing in left aside. */
	get longestMs(): number {
		return timeLimits(this.transport.timeout).whole;
	}

	/**
	 * Waits until an allowance that others share lets this one go.
	 *
	 * If this one is not wanted any more, what it would have used is given back.
	 *
	 * @throws CanceledError
	 */
	async allowed(key: string, allowance: Allowance): Promise<void> {
		const { allowances } = this.paces;
		const waitMs = allowances.use(key, allowance);
		if (waitMs === 0) return;
		await onFailure(
			async () => await pause(waitMs, this.over ?? cancelSignal(this.context)),
			() => allowances.giveBack(key, allowance),
		);
	}

	/**
	 * Does a step that is made of one or more requests, building each try again.
	 *
	 * @param quota what AWS counts the requests by, e.g. the action or the service
	 */
	async step<T>(
		step: Effect | Step,
		quota: string,
		work: (attempt: Attempt) => Promise<T>,
	): Promise<T> {
		return await repeat(
			this.context,
			typeof step === 'string' ? new Step(step) : step,
			this.paces.of(quota),
			async (sessionSince) =>
				await work(
					async (service, request) =>
						await sendSigned(this.context, {
							...this.transport,
							...request,
							sessionSince,
							url: `${serviceUrl(service)}${request.url}`,
						}),
				),
			this.tries,
			this.over,
		);
	}
}

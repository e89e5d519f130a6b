import type {
	BinaryHelperFunctions,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { serviceUrl, type AwsService } from '../../../aws/endpoints';
import { exchange, jsonBody, type Caller, type SignedRequest } from './exchange';
import { withRetry, type Effect } from './retry';

/** A request relative to its service, e.g. url "/v1/whatsapp/send". */
export type ServiceRequest = Pick<
	SignedRequest,
	'method' | 'url' | 'qs' | 'headers' | 'body' | 'encoding' | 'sessionSince'
>;

/** Whoever may send requests and keep files. */
export type FileKeeper = Caller & {
	helpers: Pick<BinaryHelperFunctions, 'prepareBinaryData'>;
};

/** The way to AWS for one caller: an item of a node, or an event that a trigger received. */
export class Connection<C extends Caller = Caller> {
	constructor(
		readonly context: C,
		/** What the user set for all requests: proxy, timeout, TLS. */
		protected readonly transport: Partial<IHttpRequestOptions> = {},
	) {}

	/** The same connection, for cleaning up: it goes on when the execution is cancelled. */
	uncancelled(): Connection<C> {
		const context: C = Object.create(this.context, {
			getExecutionCancelSignal: { value: () => undefined },
		});
		return new Connection(context, this.transport);
	}

	/** Sends a request to the Social Messaging service. */
	async social(request: ServiceRequest, effect: Effect): Promise<IDataObject> {
		return await withRetry(this.context, effect, async (sessionSince) =>
			jsonBody(await this.once('social-messaging', { ...request, sessionSince })),
		);
	}

	/** One attempt, for requests whose body can be sent only once. */
	async once(service: AwsService, request: ServiceRequest): Promise<IN8nHttpFullResponse> {
		return await exchange(this.context, {
			...this.transport,
			...request,
			url: `${serviceUrl(service)}${request.url}`,
		});
	}
}

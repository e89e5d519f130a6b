import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { serviceUrl, type AwsService } from '../../../aws/endpoints';
import { exchange, jsonBody, type SignedRequest } from './exchange';
import type { Form } from './form';
import { withRetry, type Effect } from './retry';

/** A request relative to its service, e.g. url "/v1/whatsapp/send". */
export type ServiceRequest = Pick<
	SignedRequest,
	'method' | 'url' | 'qs' | 'headers' | 'body' | 'encoding' | 'sessionSince'
>;

/** The operation's own request: its query and body are always there, to be filled in. */
type OwnRequest = Omit<ServiceRequest, 'qs' | 'body'> & { qs: IDataObject; body: IDataObject };

/** One item at work: its form, the request that n8n made of it, and the way to AWS. */
export class Call {
	constructor(
		readonly context: IExecutePaginationFunctions,
		readonly form: Form,
		/** The operation's own request; its query and body hold the member fields. */
		readonly request: OwnRequest,
		private readonly effect: Effect,
		/** What the user set for all requests: proxy, timeout, TLS. */
		private readonly transport: Partial<IHttpRequestOptions>,
	) {}

	/** The same call, for cleaning up: it goes on when the execution is cancelled. */
	uncancelled(): Call {
		const context: IExecutePaginationFunctions = Object.create(this.context, {
			getExecutionCancelSignal: { value: () => undefined },
		});
		return new Call(context, this.form, this.request, this.effect, this.transport);
	}

	/** Sends the operation's own request. */
	async send(changes: Partial<ServiceRequest> = {}): Promise<IDataObject> {
		return await this.social({ ...this.request, ...changes }, this.effect);
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

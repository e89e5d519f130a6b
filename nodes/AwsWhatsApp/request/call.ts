import type { IDataObject, IExecutePaginationFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { Connection, type ServiceRequest } from './connection';
import type { Form } from './form';
import type { Effect } from './retry';

/** The operation's own request: its query and body are always there, to be filled in. */
type OwnRequest = Omit<ServiceRequest, 'qs' | 'body'> & { qs: IDataObject; body: IDataObject };

/** One item at work: its form, the request that n8n made of it, and the way to AWS. */
export class Call extends Connection<IExecutePaginationFunctions> {
	constructor(
		context: IExecutePaginationFunctions,
		readonly form: Form,
		/** The operation's own request; its query and body hold the member fields. */
		readonly request: OwnRequest,
		private readonly effect: Effect,
		transport: Partial<IHttpRequestOptions>,
	) {
		super(context, transport);
	}

	/** Sends the operation's own request. */
	async send(changes: Partial<ServiceRequest> = {}): Promise<IDataObject> {
		return await this.social({ ...this.request, ...changes }, this.effect);
	}
}

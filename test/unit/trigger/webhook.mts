/** A post to a trigger, as far as admitting it needs n8n, and AWS behind it. */
import type { IDataObject, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import type { SnsMessage } from '../../../local-aws/index.mts';
import { verifyDelivery, type Delivery } from '../../../nodes/AwsWhatsAppTrigger/verifyDelivery.ts';
import { confirm } from '../../../nodes/AwsWhatsAppTrigger/subscription/confirmation.ts';
import { formOf } from '../../../nodes/AwsWhatsAppTrigger/settings.ts';
import { HttpError } from '../../../nodes/AwsWhatsAppTrigger/httpError.ts';

type Answer = { statusCode: number; headers: IDataObject; body: unknown };

const CONFIRMED = `<ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
	<ConfirmSubscriptionResult><SubscriptionArn>arn</SubscriptionArn></ConfirmSubscriptionResult>
</ConfirmSubscriptionResponse>`;

/** SNS confirms what it is asked to confirm. */
export const confirmed = (): Answer => ({ statusCode: 200, headers: {}, body: CONFIRMED });

export class Trigger {
	/** The calls to AWS: signed ones by path, with SNS's action, and those for certificates. */
	readonly calls: string[] = [];
	staticData: IDataObject = {};
	parameters: IDataObject = { topicFrom: 'businessAccount', businessAccountId: 'waba-1' };
	/** What AWS answers to signed calls. */
	answer: (call: string) => Answer | Promise<Answer> = confirmed;
	certificate = '';
	readonly #id: string;

	constructor(id: string) {
		this.#id = id;
	}

	/** What was delivered, and confirmed where that was asked for; or the status of the refusal. */
	async post(
		body: SnsMessage | string,
		{ headers = {}, query = {} }: { headers?: IDataObject; query?: IDataObject } = {},
	): Promise<Delivery | number> {
		const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
		const context = this.#context(rawBody, headers, query);
		try {
			const delivery = await verifyDelivery(context, formOf(context));
			if (delivery.kind === 'confirmation') await confirm(context, delivery);
			return delivery;
		} catch (failure) {
			if (failure instanceof HttpError) return failure.status;
			throw failure;
		}
	}

	/** n8n may say production or test; a trigger is known by the rest. */
	get name(): string {
		return `production workflow ${this.#id}`;
	}

	/** As it marks what it has written down. */
	get owner(): string {
		return `n8n workflow ${this.#id}`;
	}

	#context(rawBody: Buffer, headers: IDataObject, query: IDataObject): IWebhookFunctions {
		const context: unknown = {
			getMode: () => 'webhook',
			getInstanceId: () => 'n8n',
			getWorkflow: () => ({ id: 'workflow' }),
			getNode: () => ({ id: this.#id, parameters: this.parameters }),
			// Each execution gets its own copy.
			getWorkflowStaticData: () => structuredClone(this.staticData),
			getNodeParameter: (name: string, otherwise: unknown) => this.parameters[name] ?? otherwise,
			getRequestObject: () => ({ rawBody }),
			getHeaderData: () => headers,
			getQueryData: () => query,
			getCredentials: async () => ({ region: 'eu-west-1', customEndpoints: false }),
			helpers: {
				httpRequest: async ({ url }: IHttpRequestOptions) => {
					this.calls.push('certificate');
					const { pathname } = new URL(url);
					return pathname.endsWith('-madeUp.pem') || this.certificate === ''
						? { statusCode: 404, headers: {}, body: 'Not Found' }
						: { statusCode: 200, headers: {}, body: this.certificate };
				},
				httpRequestWithAuthentication: async (_name: string, options: IHttpRequestOptions) => {
					const body = typeof options.body === 'string' ? options.body : '';
					const action = new URLSearchParams(body).get('Action');
					const call = action ?? new URL(options.url, 'https://aws').pathname;
					this.calls.push(call);
					return await this.answer(call);
				},
			},
		};
		return context as IWebhookFunctions;
	}
}

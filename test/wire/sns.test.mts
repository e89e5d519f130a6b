import {
	ConfirmSubscriptionCommand,
	GetSubscriptionAttributesCommand,
	ListSubscriptionsByTopicCommand,
	SetSubscriptionAttributesCommand,
	SNSClient,
	SubscribeCommand,
	UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import type { IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { AwsClient } from '../../aws/transport/client.ts';
import {
	confirmSubscription,
	setAttribute,
	subscribe,
	subscriptionsOf,
	subscriptionState,
	unsubscribe,
} from '../../aws/clients/sns/sns.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
const ARN = `${TOPIC}:b2f6f4f1-0c1b-4e11-9d57-1f0c8c1b7e11`;
const URL = 'https://n8n.example.com/webhook/a b&c=d/ü+?x=1';

interface Form {
	method: string;
	path: string;
	contentType: string | undefined;
	fields: Record<string, string>;
}

/** What AWS's own client would send. */
async function ofSdk(send: (client: SNSClient) => Promise<unknown>): Promise<Form> {
	let form: Form | undefined;
	const client = new SNSClient({
		region: 'eu-west-1',
		credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
		maxAttempts: 1,
		requestHandler: {
			async handle({
				method,
				path,
				headers,
				body,
			}: {
				method: string;
				path: string;
				headers: Record<string, string>;
				body: string;
			}) {
				form = {
					method,
					path,
					contentType: headers['content-type']?.split(';')[0],
					fields: Object.fromEntries(new URLSearchParams(body)),
				};
				throw new Error('captured');
			},
		},
	});
	await send(client).catch(() => undefined);
	if (!form) throw new Error('nothing was sent');
	return form;
}

/** What the trigger sends, and what it makes of the answer. */
async function ofTrigger<T>(
	work: (connection: AwsClient) => Promise<T>,
	answers: string[] = [],
	tries?: number,
) {
	const forms: Form[] = [];
	const context = {
		helpers: {
			async httpRequestWithAuthentication(_name: string, request: IHttpRequestOptions) {
				const { pathname } = new globalThis.URL(request.url);
				const headers = request.headers as Record<string, string>;
				forms.push({
					method: request.method ?? 'GET',
					path: pathname,
					contentType: headers['content-type']?.split(';')[0],
					fields: Object.fromEntries(new URLSearchParams(String(request.body))),
				});
				const { Action } = forms.at(-1)?.fields ?? {};
				const empty = `<${Action}Response><${Action}Result><SubscriptionArn/><Subscriptions/><Attributes/></${Action}Result></${Action}Response>`;
				return { statusCode: 200, headers: {}, body: answers[forms.length - 1] ?? empty };
			},
		},
	} as unknown as IWebhookFunctions;
	return { result: await work(new AwsClient(context, {}, undefined, tries)), forms };
}

it.each([
	[
		'Subscribe',
		async (connection: AwsClient) => await subscribe(connection, TOPIC, URL),
		async (client: SNSClient) =>
			await client.send(
				new SubscribeCommand({
					TopicArn: TOPIC,
					Protocol: 'https',
					Endpoint: URL,
					ReturnSubscriptionArn: true,
				}),
			),
	],
	[
		'ConfirmSubscription',
		async (connection: AwsClient) => await confirmSubscription(connection, TOPIC, 'to+ken='),
		async (client: SNSClient) =>
			await client.send(
				new ConfirmSubscriptionCommand({
					TopicArn: TOPIC,
					Token: 'to+ken=',
					AuthenticateOnUnsubscribe: 'true',
				}),
			),
	],
	[
		'Unsubscribe',
		async (connection: AwsClient) => await unsubscribe(connection, ARN),
		async (client: SNSClient) =>
			await client.send(new UnsubscribeCommand({ SubscriptionArn: ARN })),
	],
	[
		'ListSubscriptionsByTopic',
		async (connection: AwsClient) => await subscriptionsOf(connection, TOPIC),
		async (client: SNSClient) =>
			await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: TOPIC })),
	],
	[
		'GetSubscriptionAttributes',
		async (connection: AwsClient) => await subscriptionState(connection, ARN),
		async (client: SNSClient) =>
			await client.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: ARN })),
	],
	[
		'SetSubscriptionAttributes',
		async (connection: AwsClient) =>
			await setAttribute(connection, ARN, 'RawMessageDelivery', 'false'),
		async (client: SNSClient) =>
			await client.send(
				new SetSubscriptionAttributesCommand({
					SubscriptionArn: ARN,
					AttributeName: 'RawMessageDelivery',
					AttributeValue: 'false',
				}),
			),
	],
])("sends %s as AWS's SDK does", async (_action, work, send) => {
	const { forms } = await ofTrigger<unknown>(work);
	expect(forms).toEqual([await ofSdk(send)]);
});

it('reads all pages of a list, with unchanged URLs', async () => {
	const page = (endpoint: string, next = '') =>
		`<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions><member><TopicArn>${TOPIC}</TopicArn><Protocol>https</Protocol><SubscriptionArn>${ARN}</SubscriptionArn><Owner>111122223333</Owner><Endpoint>${endpoint}</Endpoint></member></Subscriptions>${next && `<NextToken>${next}</NextToken>`}</ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`;
	const { result, forms } = await ofTrigger(
		async (connection) => await subscriptionsOf(connection, TOPIC),
		[page('https://a.example/?x=1&amp;y=2', 'AAF&amp;x'), page('https://b.example/&#38;')],
	);
	expect(result).toEqual([
		{ arn: ARN, endpoint: 'https://a.example/?x=1&y=2', protocol: 'https' },
		{ arn: ARN, endpoint: 'https://b.example/&', protocol: 'https' },
	]);
	expect(forms.map(({ fields }) => fields.NextToken)).toEqual([undefined, 'AAF&x']);
});

it.each([
	['nothing', ''],
	['a page of a hotel', '<html><body>Log in</body></html>'],
	['an answer to something else', '<PublishResponse></PublishResponse>'],
	['an answer without what it promises', '<SubscribeResponse></SubscribeResponse>'],
])('does not accept %s as the answer of SNS', async (_what, body) => {
	await expect(
		ofTrigger(async (connection) => await subscribe(connection, TOPIC, URL), [body], 1),
	).rejects.toThrow('HTTP 200 without "SubscriptionArn"');
});

it('subscribes with attributes', async () => {
	const attributes = { DeliveryPolicy: '{"a":1}', RedrivePolicy: '{"b":"&="}' };
	const { forms } = await ofTrigger(
		async (connection) => await subscribe(connection, TOPIC, URL, attributes),
	);
	const sent = await ofSdk(
		async (client) =>
			await client.send(
				new SubscribeCommand({
					TopicArn: TOPIC,
					Protocol: 'https',
					Endpoint: URL,
					ReturnSubscriptionArn: true,
					Attributes: attributes,
				}),
			),
	);
	expect(forms).toEqual([sent]);
});

it('reads the state of a subscription, with what it has', async () => {
	const entry = (key: string, value: string) =>
		`<entry><key>${key}</key><value>${value}</value></entry>`;
	const answerWith = (...entries: string[]) =>
		`<GetSubscriptionAttributesResponse><GetSubscriptionAttributesResult><Attributes>${entries.join('')}</Attributes></GetSubscriptionAttributesResult></GetSubscriptionAttributesResponse>`;
	const stateOf = async (...entries: string[]) =>
		(
			await ofTrigger(
				async (connection) => await subscriptionState(connection, ARN),
				[answerWith(...entries)],
			)
		).result;
	expect(
		await stateOf(
			entry('PendingConfirmation', 'true'),
			entry('RawMessageDelivery', 'true'),
			entry('DeliveryPolicy', '{&quot;a&quot;:1}'),
			entry('RedrivePolicy', '{}'),
		),
	).toEqual({ isPending: true, isRaw: true, deliveryPolicy: '{"a":1}', redrivePolicy: '{}' });
	expect(await stateOf(entry('PendingConfirmation', 'false'))).toEqual({
		isPending: false,
		isRaw: false,
		deliveryPolicy: undefined,
		redrivePolicy: undefined,
	});
});

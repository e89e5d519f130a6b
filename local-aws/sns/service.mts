import { randomUUID } from 'node:crypto';
import { AwsError } from '../http/aws-error.mts';
import type { RecordedRequest } from '../http/recorder.mts';
import type { Answer, Service } from '../http/service.mts';
import { accountId, identities } from '../sts/identities.mts';
import { queryParameter, queryRefusals } from '../http/query-protocol.mts';
import { xml, type XmlContent } from '../http/xml.mts';
import { effectivePolicy } from './delivery-policy.mts';
import type { Sns } from './sns.mts';
import { chosen } from './subscription-attributes.mts';

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';

type Result = Record<string, XmlContent | XmlContent[] | undefined>;
type Parameter = (name: string) => string;

/** The query protocol writes a map as numbered entries. */
function mapIn(parameter: Parameter, name: string): Record<string, string> {
	const found: Record<string, string> = {};
	for (let n = 1; parameter(`${name}.entry.${n}.key`) !== ''; n++)
		found[parameter(`${name}.entry.${n}.key`)] = parameter(`${name}.entry.${n}.value`);
	return found;
}

const actions: Record<string, (parameter: Parameter, sns: Sns) => Result | undefined> = {
	CreateTopic: (parameter, { topics }) => ({ TopicArn: topics.create(parameter('Name')) }),

	Subscribe: (parameter, sns) => {
		const { arn, isConfirmed } = sns.subscribe(
			parameter('TopicArn'),
			parameter('Protocol'),
			parameter('Endpoint'),
			mapIn(parameter, 'Attributes'),
		);
		const isTold = isConfirmed || parameter('ReturnSubscriptionArn') === 'true';
		return { SubscriptionArn: isTold ? arn : 'pending confirmation' };
	},

	ConfirmSubscription: (parameter, { topics }) => ({
		SubscriptionArn: topics.confirm(
			parameter('TopicArn'),
			parameter('Token'),
			parameter('AuthenticateOnUnsubscribe') === 'true',
		).arn,
	}),

	ListSubscriptionsByTopic: (parameter, { topics }) => {
		const { members, next } = topics.page(
			parameter('TopicArn'),
			parameter('NextToken') || undefined,
		);
		return {
			Subscriptions: {
				member: members.map(({ arn, topicArn, protocol, endpoint, isConfirmed }) => ({
					TopicArn: topicArn,
					Protocol: protocol,
					SubscriptionArn: isConfirmed ? arn : 'PendingConfirmation',
					Owner: accountId,
					Endpoint: endpoint,
				})),
			},
			NextToken: next,
		};
	},

	GetSubscriptionAttributes: (parameter, { topics }) => {
		const found = topics.find(parameter('SubscriptionArn'));
		const attributes = {
			...chosen(found),
			EffectiveDeliveryPolicy: JSON.stringify(effectivePolicy(found.deliveryPolicy)),
			Owner: accountId,
			SubscriptionPrincipal: identities[0]?.arn ?? '',
			SubscriptionArn: found.arn,
			TopicArn: found.topicArn,
			Endpoint: found.endpoint,
			Protocol: found.protocol,
			PendingConfirmation: String(!found.isConfirmed),
			ConfirmationWasAuthenticated: String(found.isOwnersOnly),
		};
		return {
			Attributes: {
				entry: Object.entries(attributes).map(([key, value]) => ({ key, value })),
			},
		};
	},

	SetSubscriptionAttributes: (parameter, { topics }) => {
		topics.setAttribute(
			parameter('SubscriptionArn'),
			parameter('AttributeName'),
			parameter('AttributeValue'),
		);
		return undefined;
	},

	Unsubscribe: (parameter, sns) => {
		sns.unsubscribe(parameter('SubscriptionArn'));
		return undefined;
	},

	Publish: (parameter, sns) => ({
		MessageId:
			sns.publish(parameter('TopicArn'), parameter('Message'), parameter('Subject') || undefined)
				.MessageId ?? '',
	}),
};

const answer = (status: number, body: string, requestId: string): Answer => ({
	status,
	headers: { 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId },
	body,
});

/** The query protocol of SNS, and its certificate for everyone. */
export function snsService(sns: Sns): Service {
	return {
		name: 'sns',
		signingName: 'sns',
		streams: false,
		actionOf: (request) => queryParameter(request, 'Action') ?? '',
		publicAnswer({ method, path }: RecordedRequest) {
			if (method !== 'GET' || path !== `/${sns.certificate.fileName}`) return undefined;
			return answer(200, sns.certificate.pem, randomUUID());
		},
		async handle({ request, requestId }) {
			const { action } = request;
			const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
			if (!run) throw new AwsError(400, 'InvalidAction', `There is no action ${action}`);
			const result = run((name) => queryParameter(request, name) ?? '', sns);
			const content = {
				...(result ? { [`${action}Result`]: result } : {}),
				ResponseMetadata: { RequestId: requestId },
			};
			return answer(200, xml(`${action}Response`, content, namespace), requestId);
		},
		refuse({ reason, message }) {
			const [status, name] = queryRefusals[reason];
			return new AwsError(status, name, message);
		},
		throttled: (message = 'Rate exceeded', retryAfterSeconds) =>
			new AwsError(400, 'Throttling', message, retryAfterSeconds),
		broken: () => new AwsError(500, 'InternalError', 'An internal error has occurred.'),
		answerError({ status, name, message }, _request, requestId) {
			const type = status < 500 ? 'Sender' : 'Receiver';
			const content = { Error: { Type: type, Code: name, Message: message }, RequestId: requestId };
			return answer(status, xml('ErrorResponse', content, namespace), requestId);
		},
	};
}

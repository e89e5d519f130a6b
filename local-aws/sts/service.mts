import { assumeRole } from './assume-role.mts';
import { AwsError } from '../http/aws-error.mts';
import type { RecordedRequest } from '../http/recorder.mts';
import type { Answer, Exchange, Service } from '../http/service.mts';
import { accountId } from './identities.mts';
import { queryParameter as parameter, queryRefusals } from '../http/query-protocol.mts';
import type { Sessions } from './sessions.mts';
import { xml } from '../http/xml.mts';
import type { XmlContent } from '../http/xml.mts';

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

function wantsJson(request: RecordedRequest): boolean {
	return (request.headers.accept ?? '').includes('application/json');
}

function answer(
	status: number,
	request: RecordedRequest,
	json: object,
	asXml: string,
	requestId: string,
): Answer {
	const [contentType, body] = wantsJson(request)
		? ['application/json', JSON.stringify(json)]
		: ['text/xml', asXml];
	return {
		status,
		headers: { 'Content-Type': contentType, 'x-amzn-RequestId': requestId },
		body,
	};
}

/** What an action has to say. A time is a number in JSON and a text in XML. */
type Results = Record<'json' | 'xml', Exclude<XmlContent, string | number | boolean>>;

function getCallerIdentity({ caller }: Exchange): Results {
	const result = { Account: accountId, Arn: caller.arn, UserId: caller.userId };
	return { json: result, xml: result };
}

function assume({ request, caller }: Exchange, sessions: Sessions): Results {
	const { user, keys } = assumeRole((name) => parameter(request, name), caller, sessions);
	const result = (expiration: number | string): Results['json'] => ({
		AssumedRoleUser: user,
		Credentials: {
			AccessKeyId: keys.accessKeyId,
			SecretAccessKey: keys.secretAccessKey,
			SessionToken: keys.sessionToken,
			Expiration: expiration,
		},
	});
	const at = new Date(keys.expiration * 1000).toISOString().replace(/\.\d+/, '');
	return { json: result(keys.expiration), xml: result(at) };
}

const actions: Record<string, (exchange: Exchange, sessions: Sessions) => Results> = {
	GetCallerIdentity: getCallerIdentity,
	AssumeRole: assume,
};

async function handle(exchange: Exchange, sessions: Sessions): Promise<Answer> {
	const { request, requestId } = exchange;
	const { action } = request;
	const run = Object.hasOwn(actions, action) ? actions[action] : undefined;
	if (!run)
		throw new AwsError(
			400,
			'InvalidAction',
			`Could not find operation ${action} for version ${parameter(request, 'Version') ?? ''}`,
		);
	const results = run(exchange, sessions);
	const contentOf = (result: Results['json']): Results['json'] => ({
		[`${action}Result`]: result,
		ResponseMetadata: { RequestId: requestId },
	});
	return answer(
		200,
		request,
		{ [`${action}Response`]: contentOf(results.json) },
		xml(`${action}Response`, contentOf(results.xml), namespace),
		requestId,
	);
}

export function sts(sessions: Sessions): Service {
	return {
		name: 'sts',
		signingName: 'sts',
		streams: false,
		actionOf: (request) => parameter(request, 'Action') ?? '',
		handle: (exchange) => handle(exchange, sessions),
		refuse(refusal) {
			const [status, name] = queryRefusals[refusal.reason];
			const text =
				refusal.reason === 'unsigned' ? 'Request is missing Authentication Token' : refusal.message;
			return new AwsError(status, name, text);
		},
		throttled: (message = 'Rate exceeded', retryAfterSeconds) =>
			new AwsError(400, 'Throttling', message, retryAfterSeconds),
		broken: () =>
			new AwsError(
				500,
				'InternalFailure',
				'The request processing has failed because of an unknown error.',
			),
		answerError(error, request, requestId) {
			const type = error.status < 500 ? 'Sender' : 'Receiver';
			const content = {
				Error: { Type: type, Code: error.name, Message: error.message },
				RequestId: requestId,
			};
			const given = answer(
				error.status,
				request,
				content,
				xml('ErrorResponse', content, namespace),
				requestId,
			);
			if (error.retryAfterSeconds !== undefined)
				given.headers = { ...given.headers, 'Retry-After': String(error.retryAfterSeconds) };
			return given;
		},
	};
}

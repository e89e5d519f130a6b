import { AwsError } from '../http/aws-error.mts';
import type { RecordedRequest } from '../http/recorder.mts';
import type { Exchange, Service } from '../http/service.mts';
import type { Calculated, RefusalReason } from '../http/signature-refusal.mts';
import type { Action, World } from './action.mts';
import { actions } from './actions/index.mts';
import { isObject } from './message.mts';

const refusals: Record<RefusalReason, string> = {
	unsigned: 'MissingAuthenticationTokenException',
	malformed: 'IncompleteSignatureException',
	unhashed: 'IncompleteSignatureException',
	wrongService: 'InvalidSignatureException',
	wrongRegion: 'InvalidSignatureException',
	unknownKey: 'UnrecognizedClientException',
	badToken: 'UnrecognizedClientException',
	expiredToken: 'ExpiredTokenException',
	clockSkew: 'InvalidSignatureException',
	urlExpired: 'InvalidSignatureException',
	headerNotSigned: 'InvalidSignatureException',
	mismatch: 'InvalidSignatureException',
};

function findAction({ method, path }: RecordedRequest): Action | undefined {
	return actions.find((action) => action.method === method && action.path === path);
}

function valuesOf(action: Action, request: RecordedRequest): Record<string, unknown> {
	if (action.source === 'query') return request.query;
	let body: unknown;
	try {
		body = JSON.parse(request.body.toString());
	} catch {
		throw new AwsError(400, 'SerializationException', 'The request body is not valid JSON.');
	}
	if (!isObject(body))
		throw new AwsError(
			400,
			'SerializationException',
			'Start of structure or map found where not expected.',
		);
	const { alsoFromQuery } = action;
	if (!alsoFromQuery) return body;
	return {
		...body,
		...Object.fromEntries(alsoFromQuery.map((name) => [name, request.query[name]])),
	};
}

const explanation = ({ canonicalRequest, stringToSign }: Calculated): string =>
	`\n\nThe Canonical String for this request should have been\n'${canonicalRequest}'\n\nThe String-to-Sign should have been\n'${stringToSign}'\n`;

const headersFor = (requestId: string): Record<string, string> => ({
	'Content-Type': 'application/json',
	'x-amzn-RequestId': requestId,
});

export function socialMessaging(world: World): Service {
	return {
		name: 'socialMessaging',
		signingName: 'social-messaging',
		streams: false,
		actionOf: (request) => findAction(request)?.name ?? '',
		async handle({ request, requestId }: Exchange) {
			const action = findAction(request);
			if (!action)
				throw new AwsError(
					404,
					'UnknownOperationException',
					`The requested operation ${request.method} ${request.path} does not exist.`,
				);
			const output = await action.run(valuesOf(action, request), world);
			return {
				status: 200,
				headers: headersFor(requestId),
				body: output && JSON.stringify(output),
			};
		},
		refuse: ({ reason, message, calculated }) =>
			new AwsError(
				reason === 'malformed' || reason === 'unhashed' ? 400 : 403,
				refusals[reason],
				calculated ? `${message}${explanation(calculated)}` : message,
			),
		throttled: (message = 'Rate exceeded', retryAfterSeconds) =>
			new AwsError(429, 'ThrottledRequestException', message, retryAfterSeconds),
		broken: () =>
			new AwsError(
				500,
				'InternalServiceException',
				'The request processing has failed because of an internal error.',
			),
		answerError: (error, _request, requestId) => ({
			status: error.status,
			headers: {
				...headersFor(requestId),
				'x-amzn-ErrorType': error.name,
				...(error.retryAfterSeconds === undefined
					? {}
					: { 'Retry-After': String(error.retryAfterSeconds) }),
			},
			body: JSON.stringify({ message: error.message }),
		}),
	};
}

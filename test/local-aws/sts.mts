import { AwsError } from './aws-error.mts';
import type { RecordedRequest } from './http/recorder.mts';
import type { Answer, Exchange, Service } from './http/service.mts';
import type { RefusalReason } from './http/signature.mts';
import { accountId } from './identities.mts';
import { xml } from './xml.mts';

const refusals: Record<RefusalReason, [status: number, name: string]> = {
	unsigned: [403, 'MissingAuthenticationToken'],
	malformed: [400, 'IncompleteSignature'],
	unhashed: [400, 'IncompleteSignature'],
	wrongService: [403, 'SignatureDoesNotMatch'],
	wrongRegion: [403, 'SignatureDoesNotMatch'],
	unknownKey: [403, 'InvalidClientTokenId'],
	badToken: [403, 'InvalidClientTokenId'],
	expiredToken: [403, 'ExpiredToken'],
	clockSkew: [403, 'SignatureDoesNotMatch'],
	urlExpired: [403, 'SignatureDoesNotMatch'],
	headerNotSigned: [403, 'SignatureDoesNotMatch'],
	mismatch: [403, 'SignatureDoesNotMatch'],
};

const namespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The query protocol takes its parameters from the form or from the URL. */
function parameter(request: RecordedRequest, name: string): string {
	return new URLSearchParams(request.body.toString()).get(name) ?? request.query[name] ?? '';
}

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

async function handle({ request, requestId, caller }: Exchange): Promise<Answer> {
	if (request.action !== 'GetCallerIdentity')
		throw new AwsError(
			400,
			'InvalidAction',
			`Could not find operation ${request.action} for version ${parameter(request, 'Version')}`,
		);
	const result = { Account: accountId, Arn: caller.arn, UserId: caller.userId };
	const content = {
		GetCallerIdentityResult: result,
		ResponseMetadata: { RequestId: requestId },
	};
	return answer(
		200,
		request,
		{ GetCallerIdentityResponse: content },
		xml('GetCallerIdentityResponse', content, namespace),
		requestId,
	);
}

export const sts: Service = {
	name: 'sts',
	signingName: 'sts',
	streams: false,
	actionOf: (request) => parameter(request, 'Action'),
	handle,
	refuse(refusal) {
		const [status, name] = refusals[refusal.reason];
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

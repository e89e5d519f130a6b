import { randomUUID } from 'node:crypto';
import { xml } from '../../../local-aws/index.mts';
import type { Fate, MadeAnswer } from './fate.mts';

/** AWS's error, as its JSON services write it. */
export const awsError = (status: number, name: string, message: string): MadeAnswer => ({
	status,
	headers: {
		'content-type': 'application/json',
		'x-amzn-requestid': randomUUID(),
		'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/com.amazonaws.socialmessaging/`,
	},
	body: JSON.stringify({ message }),
});

/** S3's error. */
export const s3Error = (
	status: number,
	name: string,
	message: string,
	more: Record<string, string> = {},
): MadeAnswer => {
	const requestId = randomUUID().slice(0, 8).toUpperCase();
	return {
		status,
		headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
		body: xml('Error', { Code: name, Message: message, ...more, RequestId: requestId }),
	};
};

/** The page of a proxy or a load balancer, which is not AWS. */
export const page = (status: number, title: string, text = ''): MadeAnswer => ({
	status,
	headers: { 'content-type': 'text/html', server: 'gateway' },
	body: `<html>\r\n<head><title>${status} ${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${title}</h1></center>\r\n${text}<hr><center>gateway</center>\r\n</body>\r\n</html>\r\n`,
});

const json = (body: string): MadeAnswer => ({
	status: 200,
	headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
	body,
});

/** Nothing was done: the request was one too many. */
export const throttled: Fate = {
	name: 'throttled',
	forward: false,
	answer: () => awsError(429, 'ThrottledRequestException', 'Rate exceeded'),
};

const AWS_FAILURES = [
	[500, 'InternalServiceException', 'The request processing has failed.'],
	[502, 'DependencyException', 'Meta did not answer.'],
	[503, 'ServiceUnavailableException', 'Service is unable to handle request.'],
	[504, 'GatewayTimeoutException', 'Timed out.'],
] as const;

const GATEWAY_FAILURES = [
	[500, 'Internal Server Error'],
	[502, 'Bad Gateway'],
	[503, 'Service Temporarily Unavailable'],
	[504, 'Gateway Time-out'],
] as const;

/** AWS did the work and then says that it failed. */
export const doneButAwsFails: Fate[] = AWS_FAILURES.map(([status, name, message]) => ({
	name: `done, then ${status} of AWS`,
	forward: true,
	answer: () => awsError(status, name, message),
}));

/** AWS did the work, and something in between says that it failed. */
export const doneButGatewayFails: Fate[] = GATEWAY_FAILURES.map(([status, title]) => ({
	name: `done, then ${status} of a gateway`,
	forward: true,
	answer: () => page(status, title),
}));

/** AWS never heard of it. */
export const gatewayFails: Fate[] = GATEWAY_FAILURES.map(([status, title]) => ({
	name: `${status} of a gateway`,
	forward: false,
	answer: () => page(status, title),
}));

/** A gateway that lets nothing through. */
export const gatewayRefuses: Fate[] = (
	[
		[403, 'Forbidden'],
		[407, 'Proxy Authentication Required'],
		[408, 'Request Time-out'],
		[429, 'Too Many Requests'],
	] as const
).map(([status, title]) => ({
	name: `${status} of a gateway`,
	forward: false,
	answer: () => page(status, title),
}));

const NO_ANSWERS: Array<[what: string, answer: MadeAnswer]> = [
	['HTML', { ...page(200, 'Welcome'), status: 200 }],
	['nothing', { ...json(''), headers: {} }],
	['empty JSON', json('')],
	['broken JSON', json('{"messageId": "5d1f')],
	['null', json('null')],
	['a list', json('[]')],
	['an empty object', json('{}')],
	['an ID that is none', json('{"messageId": null, "mediaId": null}')],
];

/** AWS did the work, but the 200 is not AWS's answer. */
export const doneButNoAnswer: Fate[] = NO_ANSWERS.map(([what, answer]) => ({
	name: `done, then 200 with ${what}`,
	forward: true,
	answer: () => answer,
}));

/** AWS never heard of it, and the 200 is not AWS's answer. */
export const noAnswer: Fate[] = NO_ANSWERS.map(([what, answer]) => ({
	name: `200 with ${what}`,
	forward: false,
	answer: () => answer,
}));

const S3_FAILURES = [
	[500, 'InternalError', 'We encountered an internal error. Please try again.'],
	[503, 'SlowDown', 'Please reduce your request rate.'],
	[503, 'ServiceUnavailable', 'Service is unable to handle request.'],
] as const;

/** S3 never did it. */
export const s3Fails: Fate[] = S3_FAILURES.map(([status, name, message]) => ({
	name: `${name} of S3`,
	forward: false,
	answer: () => s3Error(status, name, message),
}));

/** S3 did it and then says that it failed. */
export const doneButS3Fails: Fate[] = S3_FAILURES.map(([status, name, message]) => ({
	name: `done, then ${name} of S3`,
	forward: true,
	answer: () => s3Error(status, name, message),
}));

export const s3Denies: Fate = {
	name: 'AccessDenied of S3',
	forward: false,
	answer: () => s3Error(403, 'AccessDenied', 'Access Denied'),
};

/** An error of S3's that comes with status 200, as S3 does where it has begun to answer before it failed. */
export const s3ErrorThatSays200: Fate = {
	name: '200 with an error of S3',
	forward: false,
	answer: () => s3Error(200, 'InternalError', 'We encountered an internal error.'),
};

export const cutBefore: Fate = { name: 'cut before', forward: false, answer: 'cut' };
export const cutAfter: Fate = { name: 'cut after', forward: true, answer: 'cut' };
export const cutInBody: Fate = { name: 'cut in the answer', forward: true, answer: 'cutInBody' };
export const shortBody: Fate = { name: 'half an answer', forward: true, answer: 'shortBody' };
export const stallBefore: Fate = { name: 'stalled before', forward: false, answer: 'stall' };
export const stallAfter: Fate = { name: 'stalled after', forward: true, answer: 'stall' };
export const stallInBody: Fate = {
	name: 'stalled in the answer',
	forward: true,
	answer: 'stallInBody',
};

export const delays: Fate[] = [10, 60, 250].map((delayMs) => ({
	name: `${delayMs} ms late`,
	delayMs,
	forward: true,
	answer: 'whole',
}));

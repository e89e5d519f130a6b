import { NodeApiError, type INode } from 'n8n-workflow';
import { adviceFor } from '../../aws/advice/advice.ts';
import { ACTIONS } from '../../aws/clients/actions.ts';

const advise = (name: string, status: number, text = '') => adviceFor({ name, text, status });

const ACTIONS_OF_ALL_KINDS = [
	's3:PutObject',
	's3:GetObject',
	's3:DeleteObject',
	's3:ListBucket',
	'kms:Decrypt',
	'sns:Subscribe',
	...Object.keys(ACTIONS).map((name) => `social-messaging:${name}`),
];

/** As S3 answers a bucket whose objects are locked by default. Source: S3, "Object Lock considerations". */
const LOCKED =
	'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters';

it('says that a bucket locks its objects, which S3 calls an invalid request', () => {
	expect(advise('InvalidRequest', 400, LOCKED).message).toMatch(/Object Lock/);
	expect(advise('InvalidRequest', 400, 'Missing required header').message).not.toMatch(/Lock/);
});

/** Every error that the service's reference lists for its operations, and the common ones. */
const DOCUMENTED: Array<[name: string, status: number, message: RegExp]> = [
	['ValidationException', 400, /did not accept a value/],
	['InvalidParametersException', 400, /did not accept a value/],
	['LimitExceededException', 400, /quota/],
	['AccessDeniedException', 403, /denied access/],
	['AccessDeniedByMetaException', 403, /Meta.*denied/],
	['ResourceNotFoundException', 404, /cannot find/],
	['ThrottledRequestException', 429, /too many requests/],
	['InternalServiceException', 500, /temporarily unavailable/],
	['DependencyException', 502, /Meta.*did not answer/],
	['ConflictException', 409, /still processing/],
	['ServiceUnavailable', 503, /temporarily unavailable/],
	['InternalFailure', 500, /temporarily unavailable/],
	['ExpiredTokenException', 403, /have expired/],
	['UnrecognizedClientException', 403, /recognize the credential's access key/],
	['InvalidSignatureException', 403, /secret .* does not match/],
	['NotAuthorized', 401, /denied access/],
	['SignatureDoesNotMatch', 403, /secret .* does not match/],
	['InvalidClientTokenId', 403, /recognize the credential's access key/],
	['InvalidAccessKeyId', 403, /recognize the credential's access key/],
	['RequestTimeTooSkewed', 403, /clock/],
	['NoSuchBucket', 404, /bucket does not exist/],
	['NoSuchKey', 404, /object does not exist/],
	['PermanentRedirect', 301, /another region/],
	['AuthorizationHeaderMalformed', 400, /another region/],
	['AccessDenied', 403, /denied access/],
	['SlowDown', 503, /too many requests/],
	['Throttling', 400, /too many requests/],
	['ThrottlingException', 400, /too many requests/],
	['ThrottledException', 400, /too many requests/],
	['RequestThrottled', 400, /too many requests/],
	['RequestThrottledException', 400, /too many requests/],
	['RequestLimitExceeded', 503, /too many requests/],
	['TooManyRequestsException', 400, /too many requests/],
	['BandwidthLimitExceeded', 503, /too many requests/],
	['ProvisionedThroughputExceededException', 400, /too many requests/],
	['AnythingElse', 429, /too many requests/],
];

describe('advice', () => {
	it.each(DOCUMENTED)('for %s (%i) says what happened and what to do', (name, status, message) => {
		const { message: said, advice } = advise(name, status);
		expect(said).toMatch(message);
		expect(said).not.toMatch(/\.$/);
		expect(said).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
		expect(advice).toMatch(/[.]$/);
		expect(advice.length).toBeGreaterThan(20);
	});

	it.each([
		'Signature expired: 20260329T010000Z is now earlier than 20260329T015500Z',
		'Signature not yet current: 20260329T030000Z is still later than 20260329T020500Z',
	])('blames the clock, not the secret, for %p', (text) => {
		for (const name of ['InvalidSignatureException', 'SignatureDoesNotMatch']) {
			expect(advise(name, 403, text).message).toMatch(/clock/);
		}
	});

	it('blames the secret for any other signature that does not match', () => {
		const text = 'The request signature we calculated does not match the signature you provided.';
		expect(advise('InvalidSignatureException', 403, text).message).toMatch(/secret/);
	});

	it.each([
		[429, /too many requests/],
		[500, /temporarily unavailable/],
		[502, /temporarily unavailable/],
		[504, /temporarily unavailable/],
		[401, /denied access/],
		[403, /denied access/],
		[404, /cannot find/],
		[400, /did not accept a value/],
		[418, /did not accept a value/],
		[301, /another region/],
		[302, /another region/],
		[307, /another region/],
		[308, /another region/],
	])('depends on the status %i if the name is unknown', (status, message) => {
		expect(advise('SomethingNew', status).message).toMatch(message);
	});

	it.each([
		[400, /proxy or firewall/],
		[401, /proxy or firewall/],
		[403, /proxy or firewall/],
		[404, /proxy or firewall/],
		[407, /proxy .* requires authentication/],
		[429, /receiving too many requests/],
		[500, /gateway answered instead of AWS/],
		[502, /gateway answered instead of AWS/],
		[504, /gateway answered instead of AWS/],
		[301, /another region/],
		[302, /another region/],
		[308, /another region/],
	])('does not attribute to AWS what something in between said: %i', (status, message) => {
		const { message: said, advice } = advise(`HTTP ${status}`, status);
		expect(said).toMatch(message);
		expect(said).not.toMatch(/^AWS/);
		expect(advice).not.toMatch(/IAM|policy/);
	});

	it.each([
		['TemporaryRedirect', 307],
		['PermanentRedirect', 301],
		['Redirect', 302],
		['IllegalLocationConstraintException', 400],
		['AuthorizationHeaderMalformed', 400],
	])('treats %s as the wrong region', (name, status) => {
		expect(advise(name, status).message).toBe('The bucket or endpoint is in another region');
	});

	it.each([
		[
			'User: arn:aws:iam::111122223333:user/n8n is not authorized to perform: social-messaging:SendWhatsAppMessage on resource: arn:aws:social-messaging:eu-west-1:111122223333:phone-number-id/1 because no identity-based policy allows it',
			'social-messaging:SendWhatsAppMessage',
			/^((?!bucket|KMS).)*$/s,
		],
		[
			'User: arn:aws:sts::111122223333:assumed-role/x/y is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" because no session policy allows the action',
			's3:GetObject',
			/bucket/,
		],
		[
			'User: x is not authorized to perform: kms:GenerateDataKey on the resource associated with this ciphertext',
			'kms:GenerateDataKey',
			/KMS key/,
		],
	])('names the one action that AWS says it denied: %s', (text, action, advised) => {
		for (const [name, asked] of [
			['AccessDeniedException', 'social-messaging:PostWhatsAppMessageMedia'],
			['AccessDenied', 's3:PutObject'],
			['AccessDenied', undefined],
		] as const) {
			const { message, advice } = adviceFor({ name, text, status: 403 }, asked);
			expect(message).toBe(`AWS denied access to ${action}`);
			expect(advice).toMatch(advised);
		}
	});

	it('names the requested action if AWS names none', () => {
		const refusal = { name: 'AccessDenied', text: 'Access Denied', status: 403 };
		expect(adviceFor(refusal, 's3:ListBucket').message).toBe('AWS denied access to s3:ListBucket');
		expect(adviceFor(refusal).message).toBe('AWS denied access');
	});

	it('has messages that n8n does not replace, whatever action they name', () => {
		for (const action of ACTIONS_OF_ALL_KINDS) {
			const { message } = adviceFor({ name: 'AccessDenied', text: '', status: 403 }, action);
			expect(new NodeApiError({} as INode, {}, { message }).message).toBe(message);
		}
	});

	it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', '👋', 'x'.repeat(10_240)])(
		'exists for the hostile name %p as well',
		(name) => {
			const { message, advice } = advise(name, 503);
			expect(message).toMatch(/temporarily unavailable/);
			expect(typeof advice).toBe('string');
		},
	);
});

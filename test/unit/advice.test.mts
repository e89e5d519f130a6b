import { adviceFor } from '../../aws/advice.ts';

const advise = (name: string, status: number, text = '') => adviceFor({ name, text, status });

/** Every error that the service's reference lists for its operations, and the common ones. */
const DOCUMENTED: Array<[name: string, status: number, message: RegExp]> = [
	['ValidationException', 400, /did not accept a value/],
	['InvalidParametersException', 400, /did not accept a value/],
	['LimitExceededException', 400, /quota/],
	['AccessDeniedException', 403, /denied access/],
	['AccessDeniedByMetaException', 403, /Meta.*denied/],
	['ResourceNotFoundException', 404, /does not find/],
	['ThrottledRequestException', 429, /too many requests/],
	['InternalServiceException', 500, /could not answer/],
	['DependencyException', 502, /Meta.*did not answer/],
	['ConflictException', 409, /still working/],
	['ThrottlingException', 400, /too many requests/],
	['ServiceUnavailable', 503, /could not answer/],
	['InternalFailure', 500, /could not answer/],
	['ExpiredTokenException', 403, /have expired/],
	['UnrecognizedClientException', 403, /does not know the access key/],
	['InvalidSignatureException', 403, /secret .* does not belong/],
	['NotAuthorized', 401, /denied access/],
	['SignatureDoesNotMatch', 403, /secret .* does not belong/],
	['InvalidClientTokenId', 403, /does not know the access key/],
	['InvalidAccessKeyId', 403, /does not know the access key/],
	['RequestTimeTooSkewed', 403, /clock/],
	['NoSuchBucket', 404, /bucket does not exist/],
	['NoSuchKey', 404, /object does not exist/],
	['PermanentRedirect', 301, /another region/],
	['AuthorizationHeaderMalformed', 400, /another region/],
	['AccessDenied', 403, /denied access/],
	['SlowDown', 503, /too many requests/],
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
		[500, /could not answer/],
		[502, /could not answer/],
		[504, /could not answer/],
		[401, /denied access/],
		[403, /denied access/],
		[404, /does not find/],
		[400, /did not accept a value/],
		[418, /did not accept a value/],
	])('goes by the status %i where the name is unknown', (status, message) => {
		expect(advise(`HTTP ${status}`, status).message).toMatch(message);
	});

	it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', '👋', 'x'.repeat(10_240)])(
		'is also given for the hostile name %p',
		(name) => {
			const { message, advice } = advise(name, 503);
			expect(message).toMatch(/could not answer/);
			expect(typeof advice).toBe('string');
		},
	);
});

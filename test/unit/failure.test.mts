import { failureOf } from '../../nodes/AwsWhatsApp/request/exchange.ts';
import { Cancelled, NoAnswer } from '../../nodes/AwsWhatsApp/request/failures.ts';
import { mayRetry } from '../../nodes/AwsWhatsApp/request/retry.ts';

const url = 'https://social-messaging.amazonaws.com/v1/whatsapp/send';

/** As n8n hands it over: its own error around the HTTP library's around the system's. */
function wrapped(code: string, syscall?: string): Error {
	const system = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
	const http = Object.assign(new Error(system.message, { cause: system }), { code });
	return new Error('wrapped', { cause: http });
}

describe('a failure without an answer', () => {
	it.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['ETIMEDOUT', 'connect'],
		['EHOSTUNREACH', 'connect'],
		['ENETUNREACH', 'connect'],
	])(
		'%s while in %s means that nothing was sent, so that a send may be repeated',
		(code, syscall) => {
			const failure = failureOf(wrapped(code, syscall), { url });
			expect(failure).toMatchObject({ code, nothingSent: true });
			expect(mayRetry(failure, 'once')).toBe(true);
		},
	);

	it.each([
		['EHOSTUNREACH', 'read'],
		['ENETUNREACH', 'write'],
		['ENETDOWN', 'read'],
		['ETIMEDOUT', 'read'],
		['ECONNRESET', 'read'],
		['EPIPE', 'write'],
		['ECONNABORTED', undefined],
	])('%s while in %s may have been sent, so that a send is never repeated', (code, syscall) => {
		const failure = failureOf(wrapped(code, syscall), { url });
		expect(failure).toMatchObject({ code, nothingSent: false });
		expect(mayRetry(failure, 'once')).toBe(false);
		expect(mayRetry(failure, 'read')).toBe(true);
	});

	it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
		'%s means that nothing was sent, and trying again is of no use',
		(code) => {
			const failure = failureOf(wrapped(code), { url });
			expect(failure).toMatchObject({ nothingSent: true });
			expect(mayRetry(failure, 'read')).toBe(false);
		},
	);

	it('a cancelled request is no failure of the network', () => {
		expect(failureOf(wrapped('ERR_CANCELED'), { url })).toBeInstanceOf(Cancelled);
	});

	it('anything without a code is left as it is', () => {
		const error = new TypeError('a defect');
		expect(failureOf(error, { url })).toBe(error);
		expect(failureOf(error, { url })).not.toBeInstanceOf(NoAnswer);
	});
});

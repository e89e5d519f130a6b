import { transportErrorOf } from '../../aws/errors/transportError.ts';
import { CanceledError, NetworkError } from '../../aws/errors/errors.ts';
import { mayRetry } from '../../aws/transport/retry.ts';

const url = 'https://social-messaging.amazonaws.com/v1/whatsapp/send';

/** As n8n hands it over: its own error around the HTTP library's around the system's. */
function wrapped(code: string, syscall?: string): Error {
	const system = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
	const http = Object.assign(new Error(system.message, { cause: system }), { code });
	return new Error('wrapped', { cause: http });
}

describe('a failure without a response', () => {
	it.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['ETIMEDOUT', 'connect'],
		['EHOSTUNREACH', 'connect'],
		['ENETUNREACH', 'connect'],
	])('%s while in %s means that nothing was sent, so a send may be repeated', (code, syscall) => {
		const failure = transportErrorOf(wrapped(code, syscall), { url });
		expect(failure).toMatchObject({ code, nothingSent: true });
		expect(mayRetry(failure, 'once')).toBe(true);
	});

	const TLS: Array<[code: string, message: string]> = [
		[
			'EPROTO',
			'write EPROTO 8050:error:0A00010B:SSL routines:ssl3_get_record:wrong version number',
		],
		['EPROTO', 'write EPROTO error:0A000410:SSL routines::sslv3 alert handshake failure'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'],
		['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'tlsv1 unrecognized name'],
		['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'packet length too long'],
		['ERR_SSL_BAD_RECORD_TYPE', 'bad record type'],
		['ERR_SSL_INVALID_AAD', 'invalid aad'],
		['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'decryption failed or bad record mac'],
		['ERR_SSL_UNEXPECTED_EOF_WHILE_READING', 'unexpected eof while reading'],
		['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'sslv3 alert handshake failure'],
		['ECONNRESET', 'read ECONNRESET'],
	];
	/** The HTTP library's error, which knows the connection. */
	const onConnection = (code: string, message: string, secureConnecting: boolean) => {
		const system = Object.assign(new Error(message), { code });
		const request = { socket: { connecting: false, secureConnecting } };
		return Object.assign(new Error(message, { cause: system }), { code, request });
	};

	it.each(TLS)('%s (%s) means that nothing was sent only in the handshake', (code, message) => {
		for (const isInHandshake of [true, false]) {
			const cause = onConnection(code, message, isInHandshake);
			const failure = transportErrorOf(new Error('wrapped', { cause }), { url });
			expect(failure).toMatchObject({ nothingSent: isInHandshake });
		}
		// If the state of the connection is unknown, so is the outcome.
		const unknown = Object.assign(new Error(message), { code });
		expect(transportErrorOf(unknown, { url })).toMatchObject({ nothingSent: false });
	});

	it('a proxy that closes before its tunnel is open means that nothing was sent', () => {
		const error = new Error('Proxy connection ended before receiving CONNECT response');
		expect(transportErrorOf(error, { url })).toMatchObject({ nothingSent: true });
	});

	it('a connection that is closed in the handshake means that nothing was sent', () => {
		const message =
			'Client network socket disconnected before secure TLS connection was established';
		const system = Object.assign(new Error(message), { code: 'ECONNRESET' });
		const failure = transportErrorOf(new Error('wrapped', { cause: system }), { url });
		expect(failure).toMatchObject({ code: 'ECONNRESET', nothingSent: true });
		expect(mayRetry(failure, 'once')).toBe(true);
	});

	it.each([
		['before there is a connection', null, true],
		['while it connects', { connecting: true }, true],
		['during the handshake', { connecting: false, secureConnecting: true }, true],
		['on a connection', { connecting: false, secureConnecting: false }, false],
		['on a connection without TLS', { connecting: false }, false],
	])('a time limit that passes %s is reported as such', (_name, socket, nothingSent) => {
		const aborted = Object.assign(new Error('canceled'), {
			code: 'ERR_CANCELED',
			request: { socket },
		});
		const failure = transportErrorOf(new Error('wrapped', { cause: aborted }), {
			url,
			overdue: '2 s',
		});
		expect(failure).toMatchObject({ nothingSent, isTimeout: true, code: '2 s' });
	});

	it.each([
		['EHOSTUNREACH', 'read'],
		['ENETUNREACH', 'write'],
		['ENETDOWN', 'read'],
		['ETIMEDOUT', 'read'],
		['ECONNRESET', 'read'],
		['EPIPE', 'write'],
		['ECONNABORTED', undefined],
	])('%s while in %s may have been sent, so a send is never repeated', (code, syscall) => {
		const failure = transportErrorOf(wrapped(code, syscall), { url });
		expect(failure).toMatchObject({ code, nothingSent: false });
		expect(mayRetry(failure, 'once')).toBe(false);
		expect(mayRetry(failure, 'read')).toBe(true);
	});

	it.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
		'%s means that nothing was sent, and that retrying is useless',
		(code) => {
			const failure = transportErrorOf(wrapped(code), { url });
			expect(failure).toMatchObject({ nothingSent: true });
			expect(mayRetry(failure, 'read')).toBe(false);
		},
	);

	it('a canceled request is not a network failure', () => {
		const failure = transportErrorOf(wrapped('ERR_CANCELED'), { url });
		expect(failure).toBeInstanceOf(CanceledError);
		// Unknown: it was in flight.
		expect(failure).toMatchObject({ known: 'notKnown' });
	});

	it('anything without a code is left unchanged', () => {
		const error = new TypeError('a defect');
		expect(transportErrorOf(error, { url })).toBe(error);
		expect(transportErrorOf(error, { url })).not.toBeInstanceOf(NetworkError);
	});
});

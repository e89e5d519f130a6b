import type {
	IHttpRequestOptions,
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
} from 'n8n-workflow';
import { assumeRole, sessionId } from '../aws/clients/assumeRole';
import { CredentialError, StsUnavailable } from '../aws/errors/errors';
import { Sessions } from '../aws/transport/sessions';
import type { AwsKeys } from '../aws/transport/signing';
import { endpointsOf } from './endpoints';
import { keysOf } from './keys';
import { formOf } from './readers';
import { roleOf } from './role';

/** n8n's HTTP Request node still names things as its old request library did. */
type AnyRequest = IHttpRequestOptions & { rejectUnauthorized?: boolean };

/** Through which proxy a request goes and whom it trusts, for other requests that belong to it. */
export function routeOf(request: AnyRequest) {
	const { proxy, skipSslCertificateValidation: skip, rejectUnauthorized } = request;
	const trustsAll = skip === true || rejectUnauthorized === false;
	return {
		...(proxy ? { proxy } : {}),
		...(trustsAll ? { skipSslCertificateValidation: true } : {}),
	};
}

const sessions = new Sessions();

/**
 * How to ask AWS for a session while a request is signed. n8n signs with the very object that it
 * prepared, and it drops it, and with it its helpers, when the request is done.
 */
export const helpersOf = new WeakMap<
	ICredentialDataDecryptedObject,
	IHttpRequestHelper['helpers']
>();

/** Waits no longer than until the request is canceled: others may go on waiting for the same session. */
async function unlessAborted<T>(
	work: Promise<T>,
	{ abortSignal }: IHttpRequestOptions,
): Promise<T> {
	if (!abortSignal) return await work;
	let stop = () => {};
	const aborted = new Promise<never>((_resolve, reject) => {
		// The request itself was not sent, and those who wait for it must know.
		stop = () => reject(new StsUnavailable('AWS STS', 'ERR_CANCELED'));
	});
	abortSignal.addEventListener?.('abort', stop);
	if (abortSignal.aborted) stop();
	try {
		return await Promise.race([work, aborted]);
	} finally {
		abortSignal.removeEventListener?.('abort', stop);
	}
}

/**
 * The keys to sign a request with: those of the role's session if the credential names a role, else
 * its own. AWS is asked for the session on the way that the request takes, through its proxy for one.
 * Requests that need the same new session at the same time cause one call of STS.
 *
 * @param refusedAt when AWS refused a session (ms since 1970); one obtained by then is renewed first
 * @throws CredentialError, also where n8n did not prepare the credential; StsUnavailable
 */
export async function signingKeys(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
	refusedAt?: number,
): Promise<AwsKeys> {
	const form = formOf(credentials);
	const keys = keysOf(form);
	const role = roleOf(form);
	if (!role) return keys;
	const helpers = helpersOf.get(credentials);
	if (!helpers) {
		throw new CredentialError(
			"The role of the AWS credential was not assumed, because n8n did not prepare a session before the request. Update n8n, or leave 'Role ARN' empty in the AWS credential.",
		);
	}
	const endpoints = endpointsOf(form);
	const route = routeOf(request);
	const send = async (options: IHttpRequestOptions): Promise<unknown> =>
		await helpers.httpRequest({ ...options, ...route });
	const session = sessions.provide(
		`${sessionId(role, keys, endpoints)} ${JSON.stringify(route)}`,
		async () => await assumeRole(role, keys, endpoints, send),
		refusedAt,
	);
	return await unlessAborted(session, request);
}

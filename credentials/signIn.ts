import type {
	ICredentialDataDecryptedObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { assumeRole } from '../aws/assumeRole';
import { CredentialProblem } from '../aws/problem';
import { sessionId } from '../aws/role';
import { Sessions, type Assume } from '../aws/sessions';
import type { AwsKeys } from '../aws/signing';
import { endpointsOf, keysOf, roleOf } from './settings';

const sessions = new Sessions();

/**
 * How to assume the role again while a request is signed. n8n signs with the very object that it
 * prepared, and it drops it, and with it its helpers, when the request is done.
 */
const assumptions = new WeakMap<ICredentialDataDecryptedObject, Assume>();

/**
 * Sees to it that there is a session of the credential's role, if it names one. Requests that need
 * the same new session at the same time cause one call of STS.
 *
 * @throws CredentialProblem or SignInUnavailable
 */
export async function prepareSession(
	credentials: ICredentialDataDecryptedObject,
	helpers: IHttpRequestHelper['helpers'],
): Promise<void> {
	const role = roleOf(credentials);
	if (!role) return;
	const keys = keysOf(credentials);
	const endpoints = endpointsOf(credentials);
	const assume = async () =>
		await assumeRole(
			role,
			keys,
			endpoints,
			async (request: IHttpRequestOptions): Promise<unknown> => await helpers.httpRequest(request),
		);
	assumptions.set(credentials, assume);
	await sessions.provide(sessionId(role, keys, endpoints), assume);
}

/**
 * The keys to sign with: those of the role's session if the credential names a role, else its own.
 *
 * @param refusedAt when AWS refused a session (ms since 1970); one obtained by then is renewed first
 * @throws CredentialProblem, also where nothing prepared the session; SignInUnavailable
 */
export async function signingKeys(
	credentials: ICredentialDataDecryptedObject,
	refusedAt?: number,
): Promise<AwsKeys> {
	const keys = keysOf(credentials);
	const role = roleOf(credentials);
	if (!role) return keys;
	const id = sessionId(role, keys, endpointsOf(credentials));
	const assume = assumptions.get(credentials);
	const held = sessions.held(id);
	if (assume && (refusedAt !== undefined || !held)) {
		return await sessions.provide(id, assume, refusedAt);
	}
	if (held) return held;
	throw new CredentialProblem(
		"The role of the AWS credential was not assumed, because n8n did not prepare a session before the request. Update n8n, or leave 'Role ARN' empty in the AWS credential.",
	);
}

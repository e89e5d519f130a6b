import { createHash } from 'node:crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { serviceUrl, type EndpointSettings } from '../endpoints/endpoints';
import { type AwsKeys, secretsOf } from '../transport/signing';
import {
	isFromAws,
	parsed,
	readErrorResponse,
	type AwsErrorResponse,
} from '../errors/errorResponse';
import { record, text } from '../../form/unknown';
import { networkCode } from '../errors/causes';
import { CredentialError, StsUnavailable } from '../errors/errors';
import { refusedRole } from '../advice/refusedRole';
import { isThrottled } from '../errors/known';
import { signRequest } from '../transport/request';
import type { Session } from '../transport/sessions';

/** What AWS is asked for to assume a role. */
export interface Role {
	arn: string;
	/** Empty where the role's trust policy asks for none. */
	externalId: string;
	sessionName: string;
	/** How long the session lasts, 900 to 43,200. */
	durationSeconds: number;
}

/** An identity of its own for every session that differs from others in anything; it tells no secret. */
export function sessionId(role: Role, keys: AwsKeys, endpoints: EndpointSettings): string {
	const { region, custom, variant } = endpoints;
	const parts = [
		keys.accessKeyId,
		keys.secretAccessKey,
		keys.sessionToken ?? '',
		role.arn,
		role.externalId,
		role.sessionName,
		role.durationSeconds,
		region,
		variant ?? 'default',
		custom.sts ?? '',
	];
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** n8n's HTTP helper, which answers with status, headers and body. */
export type Send = (request: IHttpRequestOptions) => Promise<unknown>;

/** STS answers within a second. */
const TIMEOUT_MS = 30_000;

/** Whether the same request may be granted a moment later. */
const isTemporary = (response: AwsErrorResponse) =>
	response.status >= 500 || response.status === 408 || isThrottled(response);

function form({ arn, externalId, sessionName, durationSeconds }: Role): string {
	const fields = new URLSearchParams({
		Action: 'AssumeRole',
		Version: '2011-06-15',
		RoleArn: arn,
		RoleSessionName: sessionName,
		DurationSeconds: String(durationSeconds),
	});
	if (externalId) fields.set('ExternalId', externalId);
	return fields.toString();
}

/** STS writes times as seconds in JSON, and as ISO 8601 in XML. */
function milliseconds(time: unknown): number {
	return typeof time === 'number' ? time * 1000 : Date.parse(String(time));
}

function sessionOf(body: unknown): Session | undefined {
	const { AssumeRoleResult } = record(record(parsed(body)).AssumeRoleResponse);
	const given = record(record(AssumeRoleResult).Credentials);
	const accessKeyId = text(given.AccessKeyId);
	const secretAccessKey = text(given.SecretAccessKey);
	const sessionToken = text(given.SessionToken);
	const expiresAt = milliseconds(given.Expiration);
	return accessKeyId && secretAccessKey && sessionToken && Number.isFinite(expiresAt)
		? { keys: { accessKeyId, secretAccessKey, sessionToken }, expiresAt }
		: undefined;
}

function stranger(host: string, status: number): CredentialError {
	return new CredentialError(
		`The role of the AWS credential was not assumed, because the response from ${host} (HTTP ${status}) did not come from AWS. Check the custom STS endpoint, if there is one, and whether there is a proxy between n8n and AWS.`,
	);
}

/**
 * One AssumeRole of STS, API version 2011-06-15, signed by the credential's own keys.
 *
 * @throws CredentialError if AWS refuses, StsUnavailable if it may do it later; and what n8n
 * throws where it does not let the request out, unchanged
 */
export async function assumeRole(
	role: Role,
	keys: AwsKeys,
	endpoints: EndpointSettings,
	send: Send,
): Promise<Session> {
	const request = await signRequest(
		{
			method: 'POST',
			url: `${serviceUrl('sts')}/`,
			headers: {
				accept: 'application/json',
				'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
			},
			body: form(role),
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		},
		keys,
		endpoints,
	);
	const { host } = new URL(request.url);
	const answer = await send(request).catch((failure: unknown) => {
		const code = networkCode(failure);
		throw code === undefined ? failure : new StsUnavailable(host, code);
	});
	const { statusCode, headers, body } = record(answer);
	const status = Number(statusCode);
	if (status >= 300) {
		const response = readErrorResponse(status, record(headers), body, Date.now(), secretsOf(keys));
		if (isTemporary(response)) throw new StsUnavailable(host, response.name);
		throw isFromAws(response) ? refusedRole(response) : stranger(host, status);
	}
	const session = sessionOf(body);
	if (!session) throw stranger(host, status);
	return session;
}

import { createHash } from 'node:crypto';
import type { EndpointSettings } from './endpoints/endpoints';
import type { AwsKeys } from './transport/signing';

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

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { EndpointSettings } from '../aws/endpoints';
import { ENDPOINT_VARIANTS, type EndpointVariant } from '../aws/hosts';
import { CredentialProblem } from '../aws/problem';
import type { Role } from '../aws/role';
import type { AwsKeys } from '../aws/signing';

/** The value of 'Region' that stands for 'Region Code'. */
export const OTHER_REGION = 'other';

export const DEFAULT_SESSION_NAME = 'n8n';

/** Seconds; what STS allows. Source: AWS STS API Reference, AssumeRole. */
export const SESSION_SECONDS = { min: 900, max: 43_200, default: 3600 };

/** Keys are pasted from consoles and mails, with blanks and line ends around them. */
function trimmed(credentials: ICredentialDataDecryptedObject, name: string): string {
	const value = credentials[name];
	return typeof value === 'string' ? value.trim() : '';
}

function required(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	label: string,
): string {
	const value = trimmed(credentials, name);
	if (!value) throw new CredentialProblem(`'${label}' is empty in the AWS credential`);
	return value;
}

/**
 * The text of a field that may be left empty. What is no text is made one, to be refused by the rule
 * of the field: taking it for empty would, for one, use the keys where a role was wanted.
 */
function optional(credentials: ICredentialDataDecryptedObject, name: string): string {
	const value: unknown = credentials[name];
	if (value === undefined || value === null) return '';
	return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}

function refuse(label: string, wanted: string): never {
	throw new CredentialProblem(`'${label}' in the AWS credential ${wanted}`);
}

/** @throws CredentialProblem that names the missing key */
export function keysOf(credentials: ICredentialDataDecryptedObject): AwsKeys {
	return {
		accessKeyId: required(credentials, 'accessKeyId', 'Access Key ID'),
		secretAccessKey: required(credentials, 'secretAccessKey', 'Secret Access Key'),
		sessionToken: trimmed(credentials, 'sessionToken') || undefined,
	};
}

function regionOf(credentials: ICredentialDataDecryptedObject): string {
	const region =
		trimmed(credentials, 'region') === OTHER_REGION
			? required(credentials, 'otherRegion', 'Region Code')
			: required(credentials, 'region', 'Region');
	if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
		refuse('Region', 'is not a region code such as eu-west-1');
	}
	return region;
}

function variantOf(credentials: ICredentialDataDecryptedObject): EndpointVariant {
	const wanted = optional(credentials, 'endpointVariant') || 'default';
	const variant = ENDPOINT_VARIANTS.find((name) => name === wanted);
	return variant ?? refuse('Endpoints', `is not one of ${ENDPOINT_VARIANTS.join(', ')}`);
}

/** @throws CredentialProblem where the region is no region code or the variant none of AWS's */
export function endpointsOf(credentials: ICredentialDataDecryptedObject): EndpointSettings {
	const region = regionOf(credentials);
	if (credentials.customEndpoints !== true) {
		return { region, custom: {}, variant: variantOf(credentials) };
	}
	const custom = {
		'social-messaging': trimmed(credentials, 'socialMessagingEndpoint'),
		s3: trimmed(credentials, 's3Endpoint'),
		sns: trimmed(credentials, 'snsEndpoint'),
		sts: trimmed(credentials, 'stsEndpoint'),
	};
	return { region, custom, variant: 'default' };
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/;

/**
 * The role to assume, if one is named. The rules are those of the AWS STS API Reference.
 *
 * @throws CredentialProblem that names the field that AWS would not accept
 */
export function roleOf(credentials: ICredentialDataDecryptedObject): Role | undefined {
	const arn = optional(credentials, 'roleArn');
	if (!arn) return undefined;
	if (arn.length < 20 || arn.length > 2048 || !ROLE_ARN.test(arn)) {
		refuse(
			'Role ARN',
			'is not the ARN of a role such as arn:aws:iam::111122223333:role/whatsapp-sender',
		);
	}
	const externalId = optional(credentials, 'externalId');
	if (externalId && !/^[\w+=,.@:/-]{2,1224}$/.test(externalId)) {
		refuse('External ID', 'has to be 2 to 1,224 letters, digits or characters of _+=,.@:/-');
	}
	const sessionName = optional(credentials, 'roleSessionName') || DEFAULT_SESSION_NAME;
	if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
		refuse('Role Session Name', 'has to be 2 to 64 letters, digits or characters of _+=,.@-');
	}
	const seconds = optional(credentials, 'durationSeconds') || String(SESSION_SECONDS.default);
	const durationSeconds = /^\d{1,6}$/.test(seconds) ? Number(seconds) : 0;
	if (durationSeconds < SESSION_SECONDS.min || durationSeconds > SESSION_SECONDS.max) {
		refuse('Session Duration (Seconds)', 'has to be a whole number from 900 to 43,200');
	}
	return { arn, externalId, sessionName, durationSeconds };
}

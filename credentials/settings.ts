import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { firstMatching } from '../form/characters';
import type { EndpointSettings } from '../aws/endpoints/endpoints';
import { ENDPOINT_VARIANTS, type EndpointVariant } from '../aws/endpoints/hosts';
import { SigningError } from '../aws/errors/signingError';
import type { Role } from '../aws/role';
import type { AwsKeys } from '../aws/transport/signing';
import { isInexact, isNothing, switchOf } from '../form/spelling';

/** The value of 'Region' that stands for 'Region Code'. */
export const OTHER_REGION = 'other';

export const DEFAULT_SESSION_NAME = 'n8n';

/** Seconds; what STS allows. Source: AWS STS API Reference, AssumeRole. */
export const SESSION_SECONDS = { min: 900, max: 43_200, default: 3600 };

type Credential = ICredentialDataDecryptedObject;

function refuse(label: string, what: string): never {
	throw new SigningError(`'${label}' in the AWS credential ${what}`);
}

/**
 * The text of a field, without the spaces and line breaks that come along when it is pasted. n8n
 * gives whatever an expression gave, and an object taken for an empty field would mean less
 * protection than was asked for.
 *
 * @throws SigningError naming the field if its value is not text
 */
function textIn(credentials: Credential, name: string, label: string): string {
	const value: unknown = credentials[name];
	if (value === undefined || value === null) return '';
	if (typeof value !== 'string') refuse(label, 'is not text');
	return value.trim();
}

function required(credentials: Credential, name: string, label: string): string {
	const value = textIn(credentials, name, label);
	if (!value) throw new SigningError(`'${label}' in the AWS credential is empty`);
	return value;
}

/**
 * The text of a field that may be left empty. What is no text is made one, to be refused by the rule
 * of the field: taking it for empty would, for one, use the keys where a role was wanted.
 */
function optional(credentials: Credential, name: string): string {
	const value: unknown = credentials[name];
	if (value === undefined || value === null) return '';
	return (typeof value === 'object' ? '[object]' : String(value)).trim();
}

/** An identifier that may be left empty. As a number that JavaScript has rounded it would be another one. */
function optionalId(credentials: Credential, name: string, label: string): string {
	const value: unknown = credentials[name];
	if (typeof value === 'number' && isInexact(value)) {
		refuse(label, 'is a number with too many digits to be exact. Enter it in quotes');
	}
	return optional(credentials, name);
}

/**
 * Whether a field is there, but without a value, though n8n fills in defaults: an expression
 * returned nothing.
 */
function foundNothing(credentials: Credential, name: string): boolean {
	return Object.hasOwn(credentials, name) && isNothing(credentials[name]);
}

/** Anything but visible ASCII without quotes: AWS uses less than that for keys and tokens. */
const NOT_IN_KEYS = /[^!#-&(-_a-~]/u;

/**
 * A key or a token. A character that came along when it was pasted makes AWS say that the secret does
 * not belong to its access key, so it is named. Nothing else of the value is told.
 */
function checkKey(key: string, label: string): string {
	const stranger = firstMatching(key, NOT_IN_KEYS);
	if (stranger) {
		refuse(
			label,
			`contains ${stranger.name} at position ${stranger.position} of ${[...key].length}, which no AWS key contains. Copy it again, or retype that character`,
		);
	}
	return key;
}

/** @throws SigningError that names the key that is missing, or that AWS cannot have made */
export function keysOf(credentials: Credential): AwsKeys {
	const key = (name: string, label: string) => checkKey(required(credentials, name, label), label);
	const token = textIn(credentials, 'sessionToken', 'Session Token');
	return {
		accessKeyId: key('accessKeyId', 'Access Key ID'),
		secretAccessKey: key('secretAccessKey', 'Secret Access Key'),
		sessionToken: checkKey(token, 'Session Token') || undefined,
	};
}

function regionOf(credentials: Credential): string {
	const region =
		textIn(credentials, 'region', 'Region') === OTHER_REGION
			? required(credentials, 'otherRegion', 'Region Code')
			: required(credentials, 'region', 'Region');
	if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
		refuse('Region', 'is not a region code such as eu-west-1');
	}
	return region;
}

const NO_VALUE =
	'is set by an expression that returns nothing. Correct the expression, or choose a value';

function variantOf(credentials: Credential): EndpointVariant {
	if (foundNothing(credentials, 'endpointVariant')) refuse('Endpoints', NO_VALUE);
	const wanted = optional(credentials, 'endpointVariant') || 'default';
	const variant = ENDPOINT_VARIANTS.find((name) => name === wanted);
	return variant ?? refuse('Endpoints', `is not one of ${ENDPOINT_VARIANTS.join(', ')}`);
}

function hasCustomEndpoints(credentials: Credential): boolean {
	if (foundNothing(credentials, 'customEndpoints')) refuse('Custom Endpoints', NO_VALUE);
	const { customEndpoints } = credentials;
	if (customEndpoints === undefined) return false;
	const on = switchOf(customEndpoints);
	return on ?? refuse('Custom Endpoints', 'is neither true nor false');
}

/** An own endpoint; empty for AWS's. One that was to come from an expression must not become AWS's. */
function endpointIn(credentials: Credential, name: string, label: string): string {
	const value: unknown = credentials[name];
	const isText = typeof value === 'string';
	if (!isText && foundNothing(credentials, name)) refuse(label, NO_VALUE);
	return textIn(credentials, name, label);
}

/**
 * The own endpoints by service, empty ones for AWS's; nothing where they are switched off.
 *
 * @throws SigningError where the switch is neither on nor off, an endpoint is no text, or a value
 * was to come from an expression that found nothing
 */
export function customEndpointsOf(
	credentials: Credential,
): Required<EndpointSettings['custom']> | undefined {
	if (!hasCustomEndpoints(credentials)) return undefined;
	const endpoint = (name: string, label: string) => endpointIn(credentials, name, label);
	return {
		'social-messaging': endpoint('socialMessagingEndpoint', 'Social Messaging Endpoint'),
		s3: endpoint('s3Endpoint', 'S3 Endpoint'),
		sns: endpoint('snsEndpoint', 'SNS Endpoint'),
		sts: endpoint('stsEndpoint', 'STS Endpoint'),
	};
}

/**
 * Where AWS is called.
 *
 * @throws SigningError where the region is no region code or the variant none of AWS's, and as
 * `customEndpointsOf`
 */
export function endpointsOf(credentials: Credential): EndpointSettings {
	const region = regionOf(credentials);
	const custom = customEndpointsOf(credentials);
	return custom
		? { region, custom, variant: 'default' }
		: { region, custom: {}, variant: variantOf(credentials) };
}

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\x21-\x7e]+$/;

/**
 * Fields that n8n leaves out while 'Role ARN' is empty as it was typed. It does so before it
 * evaluates expressions: where they are there, the ARN was typed or was to come from an expression.
 */
const OF_ROLE = ['externalId', 'roleSessionName', 'durationSeconds'];

function arnOf(credentials: Credential): string {
	const arn = optional(credentials, 'roleArn');
	if (!arn && OF_ROLE.some((name) => Object.hasOwn(credentials, name))) {
		refuse(
			'Role ARN',
			'is set by an expression that returns nothing. The keys are not used instead of the role. Correct the expression, or clear the field',
		);
	}
	return arn;
}

/**
 * The role to assume, if one is named. The rules are those of the AWS STS API Reference.
 *
 * @throws SigningError that names the field that AWS would not accept, and where the role was to
 * come from an expression that found nothing
 */
export function roleOf(credentials: Credential): Role | undefined {
	const arn = arnOf(credentials);
	if (!arn) return undefined;
	if (arn.length < 20 || arn.length > 2048 || !ROLE_ARN.test(arn)) {
		refuse(
			'Role ARN',
			'is not the ARN of a role such as arn:aws:iam::111122223333:role/whatsapp-sender',
		);
	}
	const externalId = optionalId(credentials, 'externalId', 'External ID');
	if (externalId && !/^[\w+=,.@:/-]{2,1224}$/.test(externalId)) {
		refuse('External ID', 'must be 2 to 1,224 letters, digits or any of _+=,.@:/-');
	}
	const sessionName =
		optionalId(credentials, 'roleSessionName', 'Role Session Name') || DEFAULT_SESSION_NAME;
	if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
		refuse('Role Session Name', 'must be 2 to 64 letters, digits or any of _+=,.@-');
	}
	return { arn, externalId, sessionName, durationSeconds: durationOf(credentials) };
}

function durationOf(credentials: Credential): number {
	const { min, max, default: usual } = SESSION_SECONDS;
	const given = optional(credentials, 'durationSeconds');
	const seconds = given || String(usual);
	const durationSeconds = /^\d{1,6}$/.test(seconds) ? Number(seconds) : 0;
	if (durationSeconds < min || durationSeconds > max) {
		refuse('Session Duration (Seconds)', 'is not a whole number from 900 to 43,200');
	}
	return durationSeconds;
}

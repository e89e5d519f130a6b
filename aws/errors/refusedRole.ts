import { adviceFor } from './advice';
import type { AwsErrorResponse } from '../transport/errorResponse';
import { SigningError } from './signingError';

/** Longer words of AWS are cut: n8n shows this text in one piece. */
const MOST_CHARACTERS = 500;

/** Refusals of the credential's own keys; the role has nothing to do with them. */
const OWN_KEYS = new Set([
	'ExpiredToken',
	'ExpiredTokenException',
	'InvalidAccessKeyId',
	'InvalidClientTokenId',
	'InvalidSignatureException',
	'InvalidToken',
	'RequestExpired',
	'RequestTimeTooSkewed',
	'SignatureDoesNotMatch',
	'UnrecognizedClientException',
]);

const BAD_VALUE =
	"Check 'Role ARN', 'External ID', 'Role Session Name' and 'Session Duration (Seconds)' in the AWS credential. A session lasts no longer than the role allows, and no longer than one hour if the keys themselves come from a role.";

const NOT_DONE = 'AWS did not let the credential assume its role';

/** Keyed by the name of STS's error. */
const REASONS = new Map<string, [message: string, advice: string]>([
	[
		'AccessDenied',
		[
			'AWS refused to let this identity assume the role of the credential',
			"Three things have to fit: the trust policy of the role names this identity, the identity's own policy allows sts:AssumeRole for the role, and 'External ID' is the one that the trust policy asks for (empty if it asks for none).",
		],
	],
	[
		'RegionDisabledException',
		[
			NOT_DONE,
			'STS is switched off for this region in the AWS account: switch it on in the account settings of IAM.',
		],
	],
]);

function wordsOf({ name, text, requestId }: AwsErrorResponse): string {
	const id = requestId ? ` (request ID ${requestId})` : '';
	const words = [...text].slice(0, MOST_CHARACTERS).join('');
	return `AWS says: ${name}${words ? `, ${words}` : ''}${id}`;
}

/** Why the role could not be assumed, and what to do about it. */
export function refusedRole(response: AwsErrorResponse): SigningError {
	if (OWN_KEYS.has(response.name)) {
		// AWS's words are left out: they say no more than ours.
		const { message, advice } = adviceFor(response);
		const id = response.requestId ? `, request ID ${response.requestId}` : '';
		return new SigningError(
			`${message}, so the role could not be assumed (${response.name}${id}). ${advice}`,
		);
	}
	const [message, advice] = REASONS.get(response.name) ?? [NOT_DONE, BAD_VALUE];
	return new SigningError(`${message}. ${advice} ${wordsOf(response)}`);
}

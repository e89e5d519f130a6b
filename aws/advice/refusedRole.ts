import { adviceFor, concernsKeys } from './advice';
import type { AwsErrorResponse } from '../errors/errorResponse';
import { CredentialError } from '../errors/errors';

/** Longer words of AWS are cut: n8n shows this text in one piece. */
const MOST_CHARACTERS = 500;

const BAD_VALUE =
	"Check 'Role ARN', 'External ID', 'Role Session Name' and 'Session Duration (Seconds)' in the AWS credential. A session cannot last longer than the role allows, or longer than one hour if the keys themselves come from a role.";

const NOT_DONE = 'AWS did not let the credential assume its role';

/** Keyed by the name of STS's error. */
const REASONS = new Map<string, [message: string, advice: string]>([
	[
		'AccessDenied',
		[
			"AWS did not allow this identity to assume the credential's role",
			"Check three things: the role's trust policy names this identity, the identity's own policy allows sts:AssumeRole for the role, and 'External ID' is the one that the trust policy requires (empty if it requires none).",
		],
	],
	[
		'RegionDisabledException',
		[
			NOT_DONE,
			'STS is not activated for this region in the AWS account. Activate it in the account settings of IAM.',
		],
	],
]);

function wordsOf({ name, text, requestId }: AwsErrorResponse): string {
	const id = requestId ? ` (request ID ${requestId})` : '';
	const words = [...text].slice(0, MOST_CHARACTERS).join('');
	return `AWS says: ${name}${words ? `, ${words}` : ''}${id}`;
}

/** Why the role could not be assumed, and what to do about it. */
export function refusedRole(response: AwsErrorResponse): CredentialError {
	// Then the role has nothing to do with it.
	if (concernsKeys(response)) {
		// AWS's words are left out: they say no more than ours.
		const { message, advice } = adviceFor(response);
		const id = response.requestId ? `, request ID ${response.requestId}` : '';
		return new CredentialError(
			`${message}, so the role could not be assumed (${response.name}${id}). ${advice}`,
		);
	}
	const [message, advice] = REASONS.get(response.name) ?? [NOT_DONE, BAD_VALUE];
	return new CredentialError(`${message}. ${advice} ${wordsOf(response)}`);
}

import { isFromAws, type AwsErrorResponse } from '../errors/errorResponse';
import { isThrottled } from '../errors/known';
import type { Named } from '../errors/errors';
import { notFoundAdvice } from './notFound';

export interface Advice {
	/** What happened, for a reader who does not know AWS. */
	message: string;
	/** What to do now. */
	advice: string;
}

const WRONG_KEY: Advice = {
	message: "AWS does not recognize the credential's access key",
	advice:
		"Check 'Access Key ID' in the AWS credential, and 'Session Token' if these are temporary credentials.",
};

const WRONG_SECRET: Advice = {
	message: 'The secret access key of the AWS credential does not match its access key ID',
	advice: "Check 'Secret Access Key' in the AWS credential: paste it again, or create a new key.",
};

const WRONG_CLOCK: Advice = {
	message: 'The clock of this n8n server is wrong, so AWS rejects its requests',
	advice: "Correct the server's clock, for example with NTP. AWS allows a difference of 5 minutes.",
};

const EXPIRED_TOKEN: Advice = {
	message: 'The temporary AWS credentials have expired',
	advice:
		"Create new temporary credentials and paste all three values into the AWS credential, or use a long-lived access key and leave 'Session Token' empty.",
};

const NO_PERMISSION: Advice = {
	message: 'AWS denied access',
	advice:
		'The identity behind the credential lacks a permission. Add the missing action to its IAM policy (the README lists the actions of every operation).',
};

const NOT_SUBSCRIBED: Advice = {
	message: 'Your AWS account cannot use this service yet',
	advice:
		'Open AWS End User Messaging Social in the AWS console with this account and region, and finish the setup there.',
};

const TRY_LATER: Advice = {
	message: 'AWS is temporarily unavailable',
	advice: 'Nothing is wrong with your workflow. Run it again in a few minutes.',
};

const TOO_MANY: Advice = {
	message: 'AWS is receiving too many requests from this account',
	advice:
		"Send fewer requests at once: lower 'Max Requests at Once' in the node's options or, for messages, set 'Messages per Second', or spread the items over time.",
};

const BAD_VALUE: Advice = {
	message: 'AWS did not accept a value',
	advice: "See AWS's message for the value.",
};

const NOT_FOUND: Advice = {
	message: 'AWS cannot find something that the request refers to',
	advice:
		"Check the phone number, business account, media or template that you chose. The credential's region must be the one where it was linked.",
};

const OTHER_REGION: Advice = {
	message: 'The bucket or endpoint is in another region',
	advice:
		"Use a bucket in the same region as the WhatsApp Business Account, which is the region of the credential, and check the credential's custom endpoints if there are any. The login page of a proxy can cause this error as well.",
};

const OBJECT_LOCK: Advice = {
	message: 'The S3 bucket keeps every object for a time (Object Lock)',
	advice:
		'Files cannot be copied to it, because its default retention requires a checksum before the file is sent. Use a bucket without default retention for files. Records of what was sent can be kept in it.',
};

/** Keyed by AWS's error name. Sources: the service's error reference, S3 and STS error codes. */
const ADVICE = new Map<string, Advice>(
	Object.entries({
		UnrecognizedClientException: WRONG_KEY,
		InvalidClientTokenId: WRONG_KEY,
		InvalidAccessKeyId: WRONG_KEY,
		InvalidToken: WRONG_KEY,
		InvalidSignatureException: WRONG_SECRET,
		SignatureDoesNotMatch: WRONG_SECRET,
		RequestTimeTooSkewed: WRONG_CLOCK,
		RequestExpired: WRONG_CLOCK,
		ExpiredToken: EXPIRED_TOKEN,
		ExpiredTokenException: EXPIRED_TOKEN,
		AccessDenied: NO_PERMISSION,
		AccessDeniedException: NO_PERMISSION,
		AccessDeniedByMetaException: {
			message: 'WhatsApp (Meta) denied access',
			advice:
				'Meta does not accept the link between AWS and your WhatsApp Business Account. Check the account in the AWS console; you may have to link it again.',
		},
		AuthorizationError: NO_PERMISSION,
		ResourceNotFoundException: NOT_FOUND,
		NotFound: {
			message: 'The SNS topic or its subscription does not exist',
			advice:
				"Check the topic's ARN. The topic must be in the credential's region and must be the event destination of the business account.",
		},
		ValidationException: BAD_VALUE,
		InvalidParametersException: BAD_VALUE,
		LimitExceededException: {
			message: 'A quota of your AWS account has been reached',
			advice:
				'Request a higher quota from AWS (Service Quotas), or remove what you no longer need.',
		},
		ConflictException: {
			message: 'AWS is still processing an earlier request for the same resource',
			advice: 'Wait a moment and try again.',
		},
		RequestTimeout: TRY_LATER,
		RequestTimeoutException: TRY_LATER,
		OperationAborted: TRY_LATER,
		OptInRequired: NOT_SUBSCRIBED,
		SubscriptionRequiredException: NOT_SUBSCRIBED,
		IncorrectEndpoint: OTHER_REGION,
		InternalServiceException: TRY_LATER,
		DependencyException: {
			message: 'WhatsApp (Meta) did not answer AWS',
			advice: 'Nothing is wrong with your workflow. Run it again in a few minutes.',
		},
		NoSuchBucket: {
			message: 'The S3 bucket does not exist',
			advice:
				"Check 'Bucket Name' in the node or, if it is empty there, in the AWS credential. The bucket must be in the same AWS account and region as the WhatsApp Business Account.",
		},
		NoSuchKey: {
			message: 'The S3 object does not exist',
			advice: "Check 'Bucket Name' and the key of the object.",
		},
		PermanentRedirect: OTHER_REGION,
		TemporaryRedirect: OTHER_REGION,
		Redirect: OTHER_REGION,
		IllegalLocationConstraintException: OTHER_REGION,
		AuthorizationHeaderMalformed: OTHER_REGION,
	}),
);

/** Whether the credential's own keys, or the clock that dates their signatures, are what AWS refuses. */
export const concernsKeys = ({ name }: AwsErrorResponse): boolean => {
	const advice = ADVICE.get(name);
	return (
		advice !== undefined && [WRONG_KEY, WRONG_SECRET, WRONG_CLOCK, EXPIRED_TOKEN].includes(advice)
	);
};

const isRedirect = (status: number) => status >= 300 && status < 400;

const BY_STATUS: Array<[matches: (status: number) => boolean, advice: Advice]> = [
	[isRedirect, OTHER_REGION],
	[(status) => status >= 500, TRY_LATER],
	[(status) => status === 401 || status === 403, NO_PERMISSION],
	[(status) => status === 404, NOT_FOUND],
];

/** Responses without an error name of AWS's: something in between answered. */
const IN_BETWEEN: Array<[matches: (status: number) => boolean, advice: Advice]> = [
	[isRedirect, OTHER_REGION],
	[
		(status) => status === 407,
		{
			message: 'The proxy between n8n and AWS requires authentication',
			advice:
				"Enter the proxy's user and password in the node under 'Request Options', as http://user:password@host:port, or in n8n's proxy settings.",
		},
	],
	[
		(status) => status === 429,
		{
			message: 'A proxy or gateway between n8n and AWS is receiving too many requests',
			advice: "Lower 'Max Requests at Once' in the node's options, or spread the items over time.",
		},
	],
	[
		(status) => status >= 500,
		{
			message: 'A gateway answered instead of AWS',
			advice:
				'A proxy, a gateway or a load balancer between n8n and AWS received no response from AWS, or did not pass it on.',
		},
	],
	[
		() => true,
		{
			message: 'A proxy or firewall between n8n and AWS refused the request',
			advice:
				"The response did not come from AWS, so the credential and its permissions are not the cause. Ask your network administrator to let n8n reach AWS, or check the credential's custom endpoints.",
		},
	],
];

/** AWS names the action that it denies: "… is not authorized to perform: s3:PutObject on resource …". */
const DENIED = /not authorized to perform:?\s+([a-z0-9-]+:[A-Za-z0-9]+)/;

function deniedAdvice(action: string): Advice {
	const [service] = action.split(':');
	const others =
		service === 's3'
			? ' Check the policy of the bucket as well, and that it is not a Requester Pays bucket of another account.'
			: service === 'kms'
				? " Check the policy of the bucket's KMS key as well."
				: '';
	return {
		message: `AWS denied access to ${action}`,
		advice: `The identity behind the credential is not allowed to do this: add ${action} to its IAM policy.${others} AWS's message says who was denied what.`,
	};
}

/** @param action what was asked for, e.g. "s3:PutObject"; AWS's own words come first */
export function adviceFor(
	response: AwsErrorResponse,
	action?: string,
	named: Named[] = [],
): Advice {
	const { name, text, status } = response;
	// AWS gives a wrong clock the same name as a wrong secret.
	if (/^Signature (expired|not yet current)/.test(text)) return WRONG_CLOCK;
	// Its name, InvalidRequest, says nothing.
	if (/x-amz-checksum- HTTP header is required/.test(text)) return OBJECT_LOCK;
	if (isFromAws(response) && isThrottled(response)) return TOO_MANY;
	const rows = isFromAws(response) ? BY_STATUS : IN_BETWEEN;
	const known = isFromAws(response) ? ADVICE.get(name) : undefined;
	const advice = known ?? rows.find(([matches]) => matches(status))?.[1] ?? BAD_VALUE;
	if (advice === NOT_FOUND) return notFoundAdvice(named, text, action) ?? advice;
	const denied = advice === NO_PERMISSION ? (DENIED.exec(text)?.[1] ?? action) : undefined;
	return denied === undefined ? advice : deniedAdvice(denied);
}

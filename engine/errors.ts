import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import { adviceFor } from '../aws/advice/advice';
import { isFromAws, type AwsErrorResponse } from '../aws/errors/errorResponse';
import { withoutSecrets } from '../aws/errors/secrets';
import {
	CanceledError,
	CredentialError,
	DescribedError,
	NetworkError,
	AwsServiceError,
	UnusableResponse,
	knownOf,
} from '../aws/errors/errors';
import type { LeftBehind } from '../aws/transport/client';
import { howMany } from '../form/counts';
import { FieldError } from '../form/fieldError';
import type { Known } from '../aws/errors/known';
import type { Effect } from '../aws/transport/step';

export type NodeError = NodeApiError | NodeOperationError;

interface ErrorSite {
	node: INode;
	itemIndex: number;
	/** Added to the description, e.g. what had been done before. */
	note?: string;
	/** What is known of the effect of the operation for this item; by default what the failure says. */
	known?: Known;
	/** What the operation does. */
	effect?: Effect;
	/** What the item has left in S3. */
	leftBehind?: LeftBehind[];
	/** What the form calls the fields, by the members of the request. */
	labels?: ReadonlyMap<string, string>;
}

const lines = (...parts: Array<string | undefined>) => parts.filter(Boolean).join('\n\n');

function awsWords(response: AwsErrorResponse): string {
	const { name, text, requestId } = response;
	const who = isFromAws(response) ? 'AWS says' : 'The response was';
	const words = text ? `${who}: ${name}: ${text}` : `${who}: ${name}`;
	// In brackets, and with a full stop: the editor shows line breaks as spaces.
	if (requestId) return `${words} (Request ID: ${requestId}).`;
	return /[.!?…]$/.test(words) ? words : `${words}.`;
}

const NOT_REPEATED =
	'The request had been sent, so it may or may not have been carried out. It was not retried, because that could do it twice. Check before you run the node again.';

const HARMLESS = 'The request may have been carried out. You can safely run the node again.';

/** What is to be said where nobody knows whether something was done that must not be done twice. */
function doubt({ effect, known }: ErrorSite): string | undefined {
	return effect === 'once' && known === 'notKnown' ? NOT_REPEATED : undefined;
}

/** The same of what may be done twice. */
function harmlessDoubt({ effect, known }: ErrorSite): string | undefined {
	return effect && !['once', 'read'].includes(effect) && known === 'notKnown'
		? HARMLESS
		: undefined;
}

/** What an error says; of what AWS, or nobody, answered, it has the raw data as well. */
interface Words {
	message: string;
	description: string;
	raw?: JsonObject;
	/** HTTP status of the answer, where there was one of AWS's. */
	httpCode?: string;
}

/** Which bucket it was, and where S3 says that it is. */
function bucketWords({ response, bucketName }: AwsServiceError): string | undefined {
	const { bucketRegion } = response;
	const bucket = bucketName === undefined ? 'the bucket' : `the bucket ${bucketName}`;
	if (bucketRegion) return `S3 reports that ${bucket} is in ${bucketRegion}.`;
	return bucketName === undefined ? undefined : `The bucket is ${bucketName}.`;
}

function refusedWords(failure: AwsServiceError, site: ErrorSite): Words {
	const { response, action, named } = failure;
	const things = named.map((thing) => ({ ...thing, label: site.labels?.get(thing.member) }));
	const { message, advice } = adviceFor(response, action, things);
	const { name, text, requestId, retryAfterSeconds } = response;
	const seconds = Math.ceil(retryAfterSeconds ?? 0);
	const wait = seconds > 0 ? `AWS asks to wait ${howMany(seconds, 'second')}.` : undefined;
	const uncertain = doubt(site);
	// "Run it again" would be wrong where it may have been done.
	const advised =
		uncertain === undefined ? advice : lines(uncertain, isFromAws(response) ? '' : advice);
	return {
		message,
		description: lines(
			advised,
			harmlessDoubt(site),
			bucketWords(failure),
			wait,
			awsWords(response),
		),
		raw: { name, message: text, requestId: requestId ?? null },
		httpCode: String(response.status),
	};
}

function noAnswerWords(failure: NetworkError, site: ErrorSite): [string, string] {
	const { host, code, nothingSent, isSignIn } = failure;
	// A code of the system, such as ECONNREFUSED, says that nobody was there to ask.
	if (isSignIn && !/^E[A-Z]+$/.test(code)) {
		return [
			"AWS could not provide a session for the credential's role",
			`${host} returned no session (${code}), so nothing was sent. Run the node again in a few minutes. If the error persists, check that this n8n server can reach AWS STS.`,
		];
	}
	if (nothingSent) {
		return [
			'AWS could not be reached',
			`No connection to ${host} (${code}). Check the region and the custom endpoints in the AWS credential, and that this n8n server can reach that host. Nothing was sent.`,
		];
	}
	const uncertain = doubt(site);
	if (uncertain !== undefined) {
		return ['The connection to AWS was lost before it answered', `${uncertain} (${host}: ${code})`];
	}
	return [
		'The connection to AWS was lost',
		lines(
			`The response from ${host} was incomplete (${code}). Try again later.`,
			harmlessDoubt(site),
		),
	];
}

function unusableWords({ found }: UnusableResponse, site: ErrorSite): Words {
	const what = `The response was ${found}.`;
	return {
		message: 'The response did not come from AWS',
		description: lines(
			`${what} Something between n8n and AWS may have answered instead: check the proxy and the custom endpoints in the AWS credential.`,
			doubt(site),
		),
		raw: { found },
	};
}

/** What is to be said of a failure that was foreseen. */
function wordsOf(failure: unknown, site: ErrorSite): Words | undefined {
	if (failure instanceof AwsServiceError) return refusedWords(failure, site);
	if (failure instanceof NetworkError) {
		const { code, host } = failure;
		const [message, description] = noAnswerWords(failure, site);
		return { message, description, raw: { code, host } };
	}
	if (failure instanceof UnusableResponse) return unusableWords(failure, site);
	if (failure instanceof DescribedError) return failure;
	if (failure instanceof FieldError) {
		const { message, description } = failure;
		return { message: `${message} [item ${site.itemIndex}]`, description };
	}
	if (failure instanceof CredentialError) {
		return { message: failure.message, description: 'Open the AWS credential and correct it.' };
	}
	// n8n recognizes a canceled execution by this word, in American spelling.
	if (failure instanceof CanceledError) {
		return { message: 'The execution was canceled', description: '' };
	}
	return undefined;
}

/** What nobody foresaw: n8n's own error, or a defect. It keeps the account of what was done. */
function unexpectedError(failure: unknown, { node, itemIndex, note }: ErrorSite): NodeError {
	const known = failure instanceof NodeApiError || failure instanceof NodeOperationError;
	const error = known
		? failure
		: new NodeOperationError(node, failure instanceof Error ? failure : String(failure), {
				itemIndex,
			});
	error.message = withoutSecrets(error.message);
	if (note) error.description = lines(error.description ?? '', note);
	return error;
}

/** n8n's error for whatever went wrong with an item: what happened, and what to do now. */
export function nodeErrorOf(failure: unknown, given: ErrorSite): NodeError {
	const place = {
		...given,
		known: given.known ?? knownOf(failure),
		note: lines(leftBehindWords(given.leftBehind), given.note) || undefined,
	};
	const words = wordsOf(failure, place);
	if (!words) return unexpectedError(failure, place);
	const { node, itemIndex } = place;
	const { message, raw, httpCode = 'none' } = words;
	const description = lines(words.description, place.note);
	return raw
		? new NodeApiError(node, raw, { message, description, httpCode, itemIndex })
		: new NodeOperationError(node, message, { description, itemIndex });
}

function leftBehindWords(left: LeftBehind[] = []): string | undefined {
	if (left.length === 0) return undefined;
	const names = left.map(({ bucketName, key, isPrefix }) =>
		isPrefix ? `${bucketName}/${key}…` : `${bucketName}/${key}`,
	);
	return `${names.length === 1 ? 'This object' : 'These objects'} may still be in S3: ${names.join(', ')}.`;
}

/** What is still in S3, or may be, as data of an item. */
export function leftInS3(objects: LeftBehind[]): IDataObject[] {
	return objects.map(({ bucketName, key, isPrefix }) =>
		isPrefix ? { bucketName, keyPrefix: key } : { bucketName, key },
	);
}

/**
 * The one output item of an input item that failed, where the workflow goes on. It carries the error
 * as data and not in n8n's `error` property: n8n replaces the JSON of such items by the bare message
 * and, on the error output, drops the input's own fields.
 */
export function errorItem(
	failure: unknown,
	error: NodeError,
	{ itemIndex, known, leftBehind = [] }: ErrorSite,
): INodeExecutionData {
	const details: IDataObject = {
		description: error.description ?? '',
		outcome: known ?? knownOf(failure),
	};
	if (failure instanceof AwsServiceError) {
		const { name, status, requestId } = failure.response;
		Object.assign(details, {
			errorName: name,
			httpStatusCode: status,
			requestId: requestId ?? null,
		});
	}
	if (failure instanceof NetworkError) details.nothingSent = failure.nothingSent;
	if (leftBehind.length > 0) details.leftInS3 = leftInS3(leftBehind);
	return { json: { error: error.message, details }, pairedItem: { item: itemIndex } };
}

import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import {
	AwsServiceError,
	CanceledError,
	CredentialError,
	FileError,
	InvalidResult,
	NetworkError,
	UnusableResponse,
} from '../../aws/errors/errors.ts';
import type { AwsErrorResponse } from '../../aws/errors/errorResponse.ts';
import type { Effect } from '../../aws/transport/step.ts';
import { errorItem, nodeErrorOf } from '../../engine/errors.ts';
import { FieldError } from '../../form/fieldError.ts';

const node = { name: 'WhatsApp', type: 'x' } as INode;
const DOUBT =
	'The request had been sent, so it may or may not have been carried out. It was not retried, because that could do it twice. Check before you run the node again.';
const HARMLESS = 'The request may have been carried out. You can safely run the node again.';

const refused = (status: number, rest: Partial<AwsErrorResponse> = {}) =>
	new AwsServiceError({ name: 'Oops', text: 'No.', status, requestId: 'r-1', ...rest });
const told = (failure: unknown, effect?: Effect) =>
	nodeErrorOf(failure, { node, itemIndex: 3, effect });

describe('an error of AWS', () => {
	it('ends with its name, its text and the ID of the request', () => {
		expect(told(refused(400)).description).toMatch(
			/\n\nAWS says: Oops: No\. \(Request ID: r-1\)\.$/,
		);
	});

	it.each([
		['No', 'AWS says: Oops: No.'],
		['Why?', 'AWS says: Oops: Why?'],
		['No!', 'AWS says: Oops: No!'],
		['No…', 'AWS says: Oops: No…'],
		['', 'AWS says: Oops.'],
	])('without an ID ends with one period: %j', (text, end) => {
		const { description } = told(refused(400, { text, requestId: undefined }));
		expect(description?.split('\n\n').at(-1)).toBe(end);
	});

	it.each<[number | undefined, string | undefined]>([
		[undefined, undefined],
		[0, undefined],
		[0.2, 'AWS asks to wait 1 second.'],
		[1, 'AWS asks to wait 1 second.'],
		[1.5, 'AWS asks to wait 2 seconds.'],
		[61, 'AWS asks to wait 61 seconds.'],
	])('that asks to wait %s seconds says: %s', (retryAfterSeconds, words) => {
		const { description } = told(refused(429, { retryAfterSeconds }));
		expect(/AWS asks to wait .*/.exec(description ?? '')?.[0]).toBe(words);
	});

	it('says where the bucket is, according to S3', () => {
		expect(told(refused(301, { bucketRegion: 'eu-west-1' })).description).toContain(
			'S3 reports that the bucket is in eu-west-1.',
		);
		expect(told(refused(301)).description).not.toContain('According');
	});

	it.each<[Effect | undefined, number, boolean, boolean]>([
		['once', 500, true, false],
		['once', 400, false, false],
		['repeatable', 500, false, true],
		['removal', 500, false, true],
		['repeatable', 400, false, false],
		['read', 500, false, false],
		[undefined, 500, false, false],
	])(
		'says what is not known about an operation to be done %s, with status %i',
		(effect, status, ...is) => {
			const { description } = told(refused(status), effect);
			expect([description?.includes(DOUBT), description?.includes(HARMLESS)]).toEqual(is);
		},
	);

	it('in doubt does not suggest running it again, but says what else may have answered', () => {
		expect(told(refused(500), 'once').description).toBe(
			`${DOUBT}\n\nAWS says: Oops: No. (Request ID: r-1).`,
		);
		const gateway = refused(502, { name: 'HTTP 502', requestId: undefined });
		expect(told(gateway, 'once').description).toBe(
			`${DOUBT}\n\nA proxy, a gateway or a load balancer between n8n and AWS received no response from AWS, or did not pass it on.\n\nThe response was: HTTP 502: No.`,
		);
	});

	it('keeps what n8n shows of it: the status, and only what AWS said', () => {
		const error = told(refused(403));
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '403', context: { itemIndex: 3 } });
		expect(error.errorResponse ?? {}).toEqual({ name: 'Oops', message: 'No.', requestId: 'r-1' });
	});
});

describe('a response that never came', () => {
	it.each<[string, NetworkError, Effect, string, string]>([
		[
			'where nothing left',
			new NetworkError('h', 'ENOTFOUND', true),
			'once',
			'AWS could not be reached',
			'No connection to h (ENOTFOUND). Check the region and the custom endpoints in the AWS credential, and that this n8n server can reach that host. Nothing was sent.',
		],
		[
			'to what must not be done twice',
			new NetworkError('h', 'ECONNRESET', false),
			'once',
			'The connection to AWS was lost before it answered',
			`${DOUBT} (h: ECONNRESET)`,
		],
		[
			'to what may be done twice',
			new NetworkError('h', 'ECONNRESET', false),
			'repeatable',
			'The connection to AWS was lost',
			`The response from h was incomplete (ECONNRESET). Try again later.\n\n${HARMLESS}`,
		],
		[
			'to a question',
			new NetworkError('h', 'ECONNRESET', false),
			'read',
			'The connection to AWS was lost',
			'The response from h was incomplete (ECONNRESET). Try again later.',
		],
		[
			'to the sign-in, by a time limit',
			new NetworkError('sts', 'no answer in 10 seconds', true, true, true),
			'once',
			"AWS could not provide a session for the credential's role",
			'sts returned no session (no answer in 10 seconds), so nothing was sent. Run the node again in a few minutes. If the error persists, check that this n8n server can reach AWS STS.',
		],
		[
			'to the sign-in, by a code that is not of the system',
			new NetworkError('sts', 'ERR_SSL_WRONG_VERSION_NUMBER', true, false, true),
			'once',
			"AWS could not provide a session for the credential's role",
			'sts returned no session (ERR_SSL_WRONG_VERSION_NUMBER), so nothing was sent. Run the node again in a few minutes. If the error persists, check that this n8n server can reach AWS STS.',
		],
		[
			'to the sign-in, as nobody was there',
			new NetworkError('sts', 'ECONNREFUSED', true, false, true),
			'once',
			'AWS could not be reached',
			'No connection to sts (ECONNREFUSED). Check the region and the custom endpoints in the AWS credential, and that this n8n server can reach that host. Nothing was sent.',
		],
	])('is reported %s', (_name, failure, effect, message, description) => {
		expect(told(failure, effect)).toMatchObject({ message, description, httpCode: 'none' });
	});

	it('is reported with what came instead', () => {
		const { message, description } = told(new UnusableResponse('HTTP 200 with null'), 'once');
		expect(message).toBe('The response did not come from AWS');
		expect(description).toBe(
			`The response was HTTP 200 with null. Something between n8n and AWS may have answered instead: check the proxy and the custom endpoints in the AWS credential.\n\n${DOUBT}`,
		);
	});
});

describe('an error before anything was sent', () => {
	it.each<[unknown, string, string | undefined]>([
		[new FieldError("'To' is empty", 'Enter it.'), "'To' is empty [item 3]", 'Enter it.'],
		[new CredentialError('No key'), 'No key', 'Open the AWS credential and correct it.'],
		[new CanceledError(), 'The execution was canceled', undefined],
		[new FileError('It is cut', 'Make it anew.'), 'It is cut', 'Make it anew.'],
		[new InvalidResult('It is invalid', 'Correct it.'), 'It is invalid', 'Correct it.'],
	])('says what is wrong and what to do', (failure, message, description) => {
		const error = told(failure);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).not.toBeInstanceOf(NodeApiError);
		expect([error.message, error.description || undefined]).toEqual([message, description]);
		expect(error.context.itemIndex).toBe(3);
	});

	it('says what is still in S3, and then the report of the run', () => {
		const failure = new FieldError("'To' is empty", 'Enter it.');
		const leftBehind = [
			{ bucketName: 'b', key: 'in/a.pdf' },
			{ bucketName: 'b', key: 'out/1', isPrefix: true },
		];
		expect(
			nodeErrorOf(failure, { node, itemIndex: 0, leftBehind, note: 'Note.' }).description,
		).toBe('Enter it.\n\nThese objects may still be in S3: b/in/a.pdf, b/out/1….\n\nNote.');
	});
});

describe('the item of a failure', () => {
	const itemOf = (failure: unknown, site = {}) =>
		errorItem(failure, told(failure), { node, itemIndex: 3, ...site });

	it('contains what AWS said as data', () => {
		expect(itemOf(refused(400)).json.details).toMatchObject({
			errorName: 'Oops',
			httpStatusCode: 400,
			requestId: 'r-1',
			outcome: 'notDone',
		});
		expect(itemOf(refused(500, { requestId: undefined })).json.details).toMatchObject({
			requestId: null,
			outcome: 'notKnown',
		});
	});

	it.each([true, false])('says whether nothing was sent: %s', (nothingSent) => {
		const { json, pairedItem } = itemOf(new NetworkError('h', 'ECONNRESET', nothingSent));
		expect(json).toEqual({
			error: expect.any(String),
			details: {
				description: expect.any(String),
				outcome: nothingSent ? 'notDone' : 'notKnown',
				nothingSent,
			},
		});
		expect(pairedItem).toEqual({ item: 3 });
	});

	it('says what is known about it, and what it has left in S3', () => {
		const leftBehind = [
			{ bucketName: 'b', key: 'k' },
			{ bucketName: 'b', key: 'p', isPrefix: true },
		];
		const { json } = itemOf(new FieldError("'To' is empty", 'x'), { known: 'done', leftBehind });
		expect(json.details).toEqual({
			description: 'x',
			outcome: 'done',
			leftInS3: [
				{ bucketName: 'b', key: 'k' },
				{ bucketName: 'b', keyPrefix: 'p' },
			],
		});
	});
});

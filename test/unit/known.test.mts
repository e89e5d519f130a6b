import type { AwsErrorResponse } from '../../aws/errors/errorResponse.ts';
import {
	knownOf,
	CanceledError,
	CredentialError,
	InvalidResult,
	FileError,
	NetworkError,
	AwsServiceError,
	UnusableResponse,
} from '../../aws/errors/errors.ts';
import { FieldError } from '../../form/fieldError.ts';
import type { Known } from '../../aws/errors/known.ts';
import { Step, type Effect } from '../../aws/transport/step.ts';

const refused = (status: number, name = `HTTP ${status}`, rest: Partial<AwsErrorResponse> = {}) =>
	new AwsServiceError({ name, text: '', status, ...rest });

describe('what is known of a step that failed', () => {
	it.each<[name: string, failure: unknown, known: Known]>([
		['AWS refused a value', refused(400, 'ValidationException'), 'notDone'],
		['AWS refused what the values mean', refused(400, 'InvalidParametersException'), 'notDone'],
		['AWS denied access', refused(403, 'AccessDeniedException'), 'notDone'],
		['the token has expired', refused(403, 'ExpiredTokenException'), 'notDone'],
		['AWS does not find it', refused(404, 'ResourceNotFoundException'), 'notDone'],
		['there is another request at work', refused(409, 'ConflictException'), 'notDone'],
		['it is too large for AWS', refused(413, 'RequestEntityTooLargeException'), 'notDone'],
		['AWS throttled', refused(429, 'ThrottledRequestException'), 'notDone'],
		['AWS throttled under another name', refused(400, 'ThrottlingException'), 'notDone'],
		['S3 throttled with a 503', refused(503, 'SlowDown'), 'notDone'],
		['AWS limits requests with a 503', refused(503, 'RequestLimitExceeded'), 'notDone'],
		['AWS broke', refused(500, 'InternalServiceException'), 'notKnown'],
		['WhatsApp did not answer AWS', refused(502, 'DependencyException'), 'notKnown'],
		['AWS was not available', refused(503, 'ServiceUnavailable'), 'notKnown'],
		['AWS gave up waiting', refused(408, 'RequestTimeoutException'), 'notKnown'],
		['AWS gave up with a 400', refused(400, 'RequestAbortedException'), 'notKnown'],
		['AWS refused by a name with such a word', refused(400, 'InvalidInternalUrl'), 'notDone'],
		['AWS refused what something depends on', refused(400, 'MissingDependency'), 'notDone'],
		['S3 gave up with a 400', refused(400, 'RequestTimeout'), 'notKnown'],
		['a gateway gave a 500', refused(500), 'notKnown'],
		['a gateway gave a 502', refused(502), 'notKnown'],
		['a gateway gave a 503', refused(503), 'notKnown'],
		['a gateway gave a 504', refused(504), 'notKnown'],
		['a gateway gave a 520', refused(520), 'notKnown'],
		['a filter gave a 403 without a name', refused(403), 'notKnown'],
		['somebody gave a 400 without a name', refused(400), 'notKnown'],
		['somebody gave a 404 without a name', refused(404), 'notKnown'],
		['somebody gave up waiting', refused(408), 'notKnown'],
		['a client closed', refused(499), 'notKnown'],
		['the proxy wants a login', refused(407), 'notDone'],
		['a gateway asks for fewer', refused(429), 'notDone'],
		['a gateway finds it too large', refused(413), 'notDone'],
		['a gateway finds the head too large', refused(431), 'notDone'],
		['the network wants a login', refused(511), 'notDone'],
		['S3 is elsewhere', refused(301, 'PermanentRedirect'), 'notDone'],
		['somebody says that it moved', refused(307), 'notKnown'],
		[
			'a name of AWS comes without its marks',
			refused(403, 'AccessDenied', { isUnmarked: true }),
			'notKnown',
		],
		[
			'a gateway throttles by name',
			refused(503, 'ThrottlingPolicy', { isUnmarked: true }),
			'notKnown',
		],
		[
			'a filter has a name of its own',
			refused(403, 'access_blocked', { isUnmarked: true }),
			'notKnown',
		],
		['AWS broke under another status', refused(400, 'DependencyException'), 'notKnown'],
		['it says to look elsewhere for the result', refused(303), 'notKnown'],
		['there was no connection', new NetworkError('host', 'ECONNREFUSED', true), 'notDone'],
		['the answer was lost', new NetworkError('host', 'ECONNRESET', false), 'notKnown'],
		[
			'the time was up',
			new NetworkError('host', 'no response within 2 s', false, true),
			'notKnown',
		],
		['the answer is none', new UnusableResponse('HTTP 200 with null'), 'notKnown'],
		['it was canceled before it left', new CanceledError(), 'notDone'],
		['it was canceled under way', new CanceledError(true), 'notKnown'],
		['a value was refused by us', new FieldError('x', 'y'), 'notDone'],
		['the credential does not allow it', new CredentialError('x'), 'notDone'],
		['the answer is a failure for the user', new InvalidResult('x', 'y'), 'done'],
		['the file changed', new FileError('x', 'y'), 'notKnown'],
		['there is a defect', new TypeError('x'), 'notKnown'],
		['nobody knows what was thrown', undefined, 'notKnown'],
	])('because %s', (_name, failure, known) => {
		expect(knownOf(failure)).toBe(known);
	});
});

async function attempts(effect: Effect, outcomes: unknown[], earlier?: Known): Promise<Step> {
	const step = new Step(effect, earlier);
	for (const outcome of outcomes) {
		await step
			.attempt(async () => {
				expect(step.known).toBe('notKnown');
				if (outcome instanceof Error) throw outcome;
			})
			.catch(() => undefined);
	}
	return step;
}

const LOST = new NetworkError('host', 'ECONNRESET', false);
const DENIED = refused(403, 'AccessDeniedException');
const GONE = refused(404, 'ResourceNotFoundException');

describe('a step', () => {
	it('that was never tried has done nothing', () => {
		expect(new Step('once').known).toBe('notDone');
	});

	it('is done once it has succeeded, whatever happened before', async () => {
		expect((await attempts('repeatable', [LOST, 'ok'])).known).toBe('done');
	});

	it('that may have been done remains so after a later refusal', async () => {
		const step = await attempts('repeatable', [LOST, DENIED]);
		expect(step.known).toBe('notKnown');
		expect(step.hadDoubt).toBe(true);
	});

	it('remembers an uncertain outcome from an earlier try of n8n', async () => {
		expect((await attempts('repeatable', [DENIED], 'notKnown')).known).toBe('notKnown');
	});

	it('that was refused has certainly done nothing', async () => {
		const step = await attempts('once', [DENIED]);
		expect(step.known).toBe('notDone');
		expect(step.hadDoubt).toBe(false);
	});
});

describe('a removal', () => {
	it.each([
		['after a lost answer', [LOST], undefined],
		['after a 5xx', [refused(502)], undefined],
		['after an answer that is none', [new UnusableResponse('HTTP 200 with ""')], undefined],
		["after a doubt in n8n's earlier try", [], 'notKnown' as const],
	])('is done if AWS finds nothing %s', async (_name, outcomes, earlier) => {
		const step = await attempts('removal', [...outcomes, GONE], earlier);
		expect(step.isDoneAfterAll(GONE)).toBe(true);
		expect(step.known).toBe('done');
	});

	it.each([
		['there was nothing at the first try', [GONE], GONE],
		['the first try was refused', [DENIED, GONE], GONE],
		['somebody in between finds nothing', [LOST, refused(404)], refused(404)],
		['something else is wrong', [LOST, DENIED], DENIED],
	])('is not treated as done if %s', async (_name, outcomes, failure) => {
		expect((await attempts('removal', outcomes)).isDoneAfterAll(failure)).toBe(false);
	});

	it('is the only step for which "not found" can mean "done"', async () => {
		for (const effect of ['read', 'repeatable', 'once'] as const) {
			expect((await attempts(effect, [LOST, GONE])).isDoneAfterAll(GONE)).toBe(false);
		}
	});
});

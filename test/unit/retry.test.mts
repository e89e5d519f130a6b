import type { Caller } from '../../aws/transport/sendSigned.ts';
import { Pace } from '../../aws/transport/pace.ts';
import { Step, type Effect } from '../../aws/transport/step.ts';
import type { AwsErrorResponse } from '../../aws/errors/errorResponse.ts';
import {
	CanceledError,
	CredentialError,
	NetworkError,
	AwsServiceError,
	UnusableResponse,
} from '../../aws/errors/errors.ts';
import { FieldError } from '../../form/fieldError.ts';
import { delayBefore, mayRetry, repeat } from '../../aws/transport/retry.ts';

const refused = (status: number, rest: Partial<AwsErrorResponse> = {}) =>
	new AwsServiceError({ name: `HTTP ${status}`, text: '', status, ...rest });
const lost = new NetworkError('host', 'ECONNRESET', false);
const unreached = (code: string) => new NetworkError('host', code, true);

/** Which effects may be repeated after which failure: read, repeatable and removal, once. */
const TABLE: Array<
	[name: string, failure: unknown, read: boolean, repeatable: boolean, once: boolean]
> = [
	['429', refused(429), true, true, true],
	['429 that asks for 60 seconds', refused(429, { retryAfterSeconds: 60 }), true, true, true],
	['429 that asks for 61 seconds', refused(429, { retryAfterSeconds: 61 }), false, false, false],
	['500', refused(500), true, true, false],
	['502', refused(502, { name: 'DependencyException' }), true, true, false],
	['503', refused(503, { name: 'ServiceUnavailable' }), true, true, false],
	['503 of S3 that throttles', refused(503, { name: 'SlowDown' }), true, true, true],
	['503 that asks for an hour', refused(503, { retryAfterSeconds: 3600 }), false, false, false],
	['504', refused(504), true, true, false],
	['408', refused(408), true, true, false],
	['501', refused(501), false, false, false],
	['an answer that is none', new UnusableResponse('HTTP 200 with null'), true, true, false],
	['400 that throttles', refused(400, { name: 'ThrottlingException' }), true, true, true],
	['400', refused(400, { name: 'ValidationException' }), false, false, false],
	['400 of a quota', refused(400, { name: 'LimitExceededException' }), false, false, false],
	['403', refused(403), false, false, false],
	['404', refused(404), false, false, false],
	['409', refused(409), false, false, false],
	['a redirect', refused(301), false, false, false],
	['a lost connection', lost, true, true, false],
	['no connection', unreached('ECONNREFUSED'), true, true, true],
	['no name', unreached('ENOTFOUND'), true, true, true],
	['an untrusted host', unreached('SELF_SIGNED_CERT_IN_CHAIN'), false, false, false],
	['an expired certificate', unreached('CERT_HAS_EXPIRED'), false, false, false],
	['an unknown issuer', unreached('UNABLE_TO_GET_ISSUER_CERT'), false, false, false],
	['a wrong host name', unreached('ERR_TLS_CERT_ALTNAME_INVALID'), false, false, false],
	['a bad field', new FieldError('x', 'y'), false, false, false],
	['a bad credential', new CredentialError('x'), false, false, false],
	['the end of the execution', new CanceledError(), false, false, false],
	['a defect', new TypeError('x'), false, false, false],
	['a text', 'thrown', false, false, false],
	['nothing', undefined, false, false, false],
];

describe('a request is repeated', () => {
	it.each(TABLE)('after %s only where that is safe', (_name, failure, read, repeatable, once) => {
		expect({
			read: mayRetry(failure, 'read'),
			repeatable: mayRetry(failure, 'repeatable'),
			removal: mayRetry(failure, 'removal'),
			once: mayRetry(failure, 'once'),
		}).toEqual({ read, repeatable, removal: repeatable, once });
	});
});

describe('the pause before the next attempt', () => {
	it.each([
		[1, 400],
		[2, 800],
		[3, 1600],
		[5, 6400],
		[6, 12_800],
		[7, 20_000],
		[50, 20_000],
		[5000, 20_000],
	])('after attempt %i lies between nothing and %i ms', (attempt, ceiling) => {
		expect(delayBefore(attempt, refused(500), () => 0)).toBe(0);
		expect(delayBefore(attempt, refused(500), () => 0.5)).toBe(ceiling / 2);
		expect(delayBefore(attempt, refused(500), () => 1)).toBe(ceiling);
		for (let i = 0; i < 200; i++) {
			const delay = delayBefore(attempt, lost);
			expect(delay).toBeGreaterThanOrEqual(0);
			expect(delay).toBeLessThanOrEqual(ceiling);
			expect(Number.isInteger(delay)).toBe(true);
		}
	});

	it('is never shorter than AWS asks for', () => {
		const failure = refused(429, { retryAfterSeconds: 7 });
		expect(delayBefore(1, failure, () => 0)).toBe(7000);
		expect(delayBefore(1, failure, () => 1)).toBe(7400);
	});

	it('varies between items', () => {
		const delays = new Set(Array.from({ length: 50 }, () => delayBefore(6, refused(429))));
		expect(delays.size).toBeGreaterThan(25);
	});
});

describe('attempts', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	const callerWith = (signal?: AbortSignal) =>
		({ getExecutionCancelSignal: () => signal }) as unknown as Caller;

	async function outcomeOf(effect: Effect, outcomes: unknown[], signal?: AbortSignal) {
		let attempts = 0;
		const running = repeat(callerWith(signal), new Step(effect), new Pace(), async () => {
			const outcome = outcomes[Math.min(attempts++, outcomes.length - 1)];
			if (outcome instanceof Error) throw outcome;
			return outcome;
		}).then(
			(result) => ({ result, failure: undefined }),
			(failure: unknown) => ({ result: undefined, failure }),
		);
		await jest.advanceTimersByTimeAsync(200_000);
		return { ...(await running), attempts };
	}

	it('end with the first success', async () => {
		expect(await outcomeOf('once', [refused(429), refused(429), 'sent'])).toEqual({
			result: 'sent',
			failure: undefined,
			attempts: 3,
		});
	});

	it('that are throttled end, even if others get through all the while', async () => {
		const pace = new Pace();
		let attempts = 0;
		const running = repeat(callerWith(), new Step('once'), pace, async () => {
			attempts++;
			pace.pass();
			throw refused(429);
		}).catch((failure: unknown) => failure);
		await jest.advanceTimersByTimeAsync(600_000);
		expect(await running).toBeInstanceOf(AwsServiceError);
		expect(attempts).toBe(40);
	});

	it('end after six', async () => {
		const failure = refused(503);
		expect(await outcomeOf('read', [failure])).toEqual({
			result: undefined,
			failure,
			attempts: 6,
		});
	});

	it.each([refused(500), lost])('end after one if a second could do it twice', async (failure) => {
		expect((await outcomeOf('once', [failure])).attempts).toBe(1);
	});

	it('end after two that timed out: a third would take as long', async () => {
		const failure = new NetworkError('host', 'no response within 120 s', false, true);
		expect(await outcomeOf('read', [failure])).toMatchObject({ failure, attempts: 2 });
	});

	it('that find no connection are repeated even if a second message would be sent', async () => {
		expect((await outcomeOf('once', [unreached('ECONNREFUSED'), 'sent'])).attempts).toBe(2);
	});

	it('end at once when the execution is canceled during a pause', async () => {
		const cancel = new AbortController();
		setTimeout(() => cancel.abort(), 1);
		const failure = refused(429, { retryAfterSeconds: 30 });
		const outcome = await outcomeOf('read', [failure, 'late'], cancel.signal);
		expect(outcome).toMatchObject({ attempts: 1, failure: expect.any(CanceledError) });
	});

	it('end at once when the execution was canceled before the pause', async () => {
		const outcome = await outcomeOf('read', [refused(429), 'late'], AbortSignal.abort());
		expect(outcome).toMatchObject({ attempts: 1, failure: expect.any(CanceledError) });
	});

	it('wait as long as AWS asks', async () => {
		const started = Date.now();
		let second = 0;
		let attempts = 0;
		const running = repeat(callerWith(), new Step('once'), new Pace(), async () => {
			if (attempts++ === 0) throw refused(429, { retryAfterSeconds: 20 });
			second = Date.now();
		});
		await jest.advanceTimersByTimeAsync(60_000);
		await running;
		expect(second - started).toBeGreaterThanOrEqual(20_000);
		expect(second - started).toBeLessThanOrEqual(20_400);
	});
});

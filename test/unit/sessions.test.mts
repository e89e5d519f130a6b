import { CredentialError, StsUnavailable } from '../../aws/errors/errors.ts';
import { sessionId, type Role } from '../../aws/clients/assumeRole.ts';
import { Sessions, type Session } from '../../aws/transport/sessions.ts';
import type { AwsKeys } from '../../aws/transport/signing.ts';
import { IRELAND, KEYS } from './support/keys.mts';

const START = Date.parse('2026-03-29T01:59:59Z');
const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A clock that is moved by hand, and an AWS that counts and numbers its sessions. */
function stage(lifetime = HOUR) {
	const clock = { now: START };
	const calls: string[] = [];
	const failures: Error[] = [];
	const sessions = new Sessions(() => clock.now);
	const assume = (name = 'a') =>
		async function assumeRole(): Promise<Session> {
			calls.push(name);
			const number = calls.length;
			await new Promise((resolve) => setImmediate(resolve));
			const failure = failures.shift();
			if (failure) throw failure;
			return { keys: keysOf(`${name}${number}`), expiresAt: clock.now + lifetime };
		};
	return { clock, calls, failures, sessions, assume };
}

const keysOf = (accessKeyId: string): AwsKeys => ({
	accessKeyId,
	secretAccessKey: 'secret',
	sessionToken: 'token',
});

const fiveHundred = async <T,>(work: (index: number) => Promise<T>) =>
	await Promise.all(Array.from({ length: 500 }, async (_, index) => await work(index)));

const unavailable = () => new StsUnavailable('sts.example.com', 'ECONNREFUSED');

describe('a session', () => {
	it('is requested once by 500 that need it at once', async () => {
		const { sessions, assume, calls } = stage();
		const given = await fiveHundred(async () => await sessions.provide('id', assume()));
		expect(calls).toEqual(['a']);
		expect(new Set(given.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['a1']));
	});

	it('is kept', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += 54 * 60 * SECOND;
		await sessions.provide('id', assume());
		expect(calls).toHaveLength(1);
	});

	it.each([
		['an hour: five minutes', HOUR, 5 * 60 * SECOND],
		['twelve hours: five minutes', 12 * HOUR, 5 * 60 * SECOND],
		['15 minutes: a tenth', HOUR / 4, HOUR / 40],
		['two seconds: a tenth', 2 * SECOND, 0.2 * SECOND],
	])('is renewed early, with a lifetime of %s before its end', async (_name, lifetime, margin) => {
		const { sessions, assume, calls, clock } = stage(lifetime);
		await sessions.provide('id', assume());
		clock.now += lifetime - margin - 1;
		await sessions.provide('id', assume());
		expect(calls).toHaveLength(1);
		clock.now += 1;
		const given = await fiveHundred(async () => await sessions.provide('id', assume()));
		expect(calls).toHaveLength(2);
		expect(given.every(({ accessKeyId }) => accessKeyId === 'a2')).toBe(true);
	});

	it('that has ended long ago is renewed once', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += 100 * HOUR;
		await fiveHundred(async () => await sessions.provide('id', assume()));
		expect(calls).toHaveLength(2);
	});

	it('that has already ended on arrival, because the clocks differ, is used anyway', async () => {
		const { sessions, assume } = stage(-4 * 60 * SECOND);
		expect((await sessions.provide('id', assume())).accessKeyId).toBe('a1');
	});
});

describe('a session that AWS refused', () => {
	it('is renewed once for 500 that were refused', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += SECOND;
		const refusedAt = clock.now;
		clock.now += SECOND;
		const given = await fiveHundred(
			async (index) => await sessions.provide('id', assume(), refusedAt + index),
		);
		expect(calls).toHaveLength(2);
		expect(given.every(({ accessKeyId }) => accessKeyId === 'a2')).toBe(true);
	});

	it('is renewed once, even for those that learn of it later', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		const refusedAt = clock.now + SECOND;
		for (let count = 0; count < 10; count++) {
			clock.now += 2 * SECOND;
			await sessions.provide('id', assume(), refusedAt);
		}
		expect(calls).toHaveLength(2);
	});

	it('is renewed if it was obtained in the same millisecond', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		await sessions.provide('id', assume(), clock.now);
		expect(calls).toHaveLength(2);
	});

	it('in the future does not invalidate the sessions that follow', async () => {
		const { sessions, assume, calls, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += SECOND;
		await sessions.provide('id', assume(), START + 100 * HOUR);
		expect(calls).toHaveLength(2);
		clock.now += SECOND;
		await sessions.provide('id', assume());
		expect(calls).toHaveLength(2);
	});

	it('is not given again when its renewal fails', async () => {
		const { sessions, assume, failures, clock } = stage();
		await sessions.provide('id', assume());
		failures.push(unavailable());
		await expect(sessions.provide('id', assume(), clock.now)).rejects.toThrow(StsUnavailable);
	});
});

describe('a failure', () => {
	it('reaches everyone who waits, and is forgotten', async () => {
		const { sessions, assume, calls, failures } = stage();
		failures.push(new CredentialError('no'));
		const outcomes = await fiveHundred(
			async () => await sessions.provide('id', assume()).catch((error: unknown) => error),
		);
		expect(outcomes.every((outcome) => outcome instanceof CredentialError)).toBe(true);
		expect(calls).toHaveLength(1);
		expect((await sessions.provide('id', assume())).accessKeyId).toBe('a2');
	});

	it('of an early renewal keeps the session, and postpones the next try', async () => {
		const { sessions, assume, calls, failures, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += HOUR - 4 * 60 * SECOND;
		failures.push(unavailable(), unavailable());
		for (let count = 0; count < 10; count++) {
			expect((await sessions.provide('id', assume())).accessKeyId).toBe('a1');
		}
		expect(calls).toHaveLength(2);
		clock.now += 2 * 60 * SECOND;
		await sessions.provide('id', assume());
		expect(calls).toHaveLength(3);
	});

	it('of a renewal is reported when the session has ended', async () => {
		const { sessions, assume, failures, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += HOUR;
		failures.push(unavailable());
		await expect(sessions.provide('id', assume())).rejects.toThrow(StsUnavailable);
		expect((await sessions.provide('id', assume())).accessKeyId).toBe('a3');
	});

	it('is reported at once if AWS refuses the renewal', async () => {
		const { sessions, assume, failures, clock } = stage();
		await sessions.provide('id', assume());
		clock.now += HOUR - SECOND;
		failures.push(new CredentialError('no'));
		await expect(sessions.provide('id', assume())).rejects.toThrow(CredentialError);
	});
});

describe('the store of sessions', () => {
	it('is separate for every identity', async () => {
		const { sessions, assume, calls } = stage();
		const given = await fiveHundred(
			async (index) => await sessions.provide(`id${index % 5}`, assume(String(index % 5))),
		);
		expect([...calls].sort()).toEqual(['0', '1', '2', '3', '4']);
		for (const [index, { accessKeyId }] of given.entries())
			expect(accessKeyId.charAt(0)).toBe(String(index % 5));
	});

	it('drops sessions that have ended', async () => {
		const { sessions, assume, calls, clock } = stage();
		for (let index = 0; index < 50; index++) await sessions.provide(`id${index}`, assume());
		clock.now += HOUR;
		await sessions.provide('new', assume());
		// By a clock that was set back, it would be valid again.
		clock.now -= HOUR;
		for (let index = 0; index < 50; index++) await sessions.provide(`id${index}`, assume());
		expect(calls).toHaveLength(101);
	});

	it('never has more than a thousand', async () => {
		const { sessions, assume, calls } = stage();
		for (let index = 0; index < 1100; index++) await sessions.provide(`id${index}`, assume());
		for (let index = 100; index < 1100; index++) await sessions.provide(`id${index}`, assume());
		expect(calls).toHaveLength(1100);
		await sessions.provide('id99', assume());
		expect(calls).toHaveLength(1101);
	});
});

describe('the identity of a session', () => {
	const role: Role = {
		arn: 'arn:aws:iam::111122223333:role/whatsapp-sender',
		externalId: '',
		sessionName: 'n8n',
		durationSeconds: 3600,
	};

	it('differs in everything that makes a session different', () => {
		const variants: Array<[Role, AwsKeys, typeof IRELAND]> = [
			[role, KEYS, IRELAND],
			[{ ...role, arn: `${role.arn}s` }, KEYS, IRELAND],
			[{ ...role, externalId: 'n8n' }, KEYS, IRELAND],
			[{ ...role, sessionName: 'other' }, KEYS, IRELAND],
			[{ ...role, durationSeconds: 900 }, KEYS, IRELAND],
			[role, { ...KEYS, accessKeyId: 'AKIDOTHER' }, IRELAND],
			[role, { ...KEYS, secretAccessKey: 'other' }, IRELAND],
			[role, { ...KEYS, sessionToken: 'token' }, IRELAND],
			[role, KEYS, { ...IRELAND, region: 'eu-west-3' }],
			[role, KEYS, { ...IRELAND, variant: 'fips' }],
			[role, KEYS, { ...IRELAND, custom: { sts: 'https://sts.internal' } }],
		];
		const ids = variants.map((variant) => sessionId(...variant));
		expect(new Set(ids).size).toBe(variants.length);
		for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
		expect(sessionId({ ...role }, { ...KEYS }, { ...IRELAND })).toBe(ids[0]);
	});

	it('cannot be forged by moving text from one field to the next', () => {
		const one = sessionId({ ...role, externalId: 'a","b', sessionName: 'c' }, KEYS, IRELAND);
		const other = sessionId({ ...role, externalId: 'a', sessionName: 'b","c' }, KEYS, IRELAND);
		expect(one).not.toBe(other);
	});
});

import type { IHttpRequestOptions } from 'n8n-workflow';
import { routeOf } from '../../credentials/signIn.ts';
import { authenticated, fakeSts } from './support/fake-sts.mts';
import { credential, keyOf, only, REQUEST, withRole } from './support/role.mts';

const PROXY = { host: '127.0.0.1', port: 3128, protocol: 'http' };
const through = (more: object): IHttpRequestOptions => ({ ...REQUEST, ...more });

describe('AssumeRole', () => {
	it.each<[string, object, object]>([
		['the proxy', { proxy: PROXY }, { proxy: PROXY }],
		[
			'the proxy that asks for a password',
			{ proxy: { ...PROXY, auth: { username: 'a', password: 'b' } } },
			{ proxy: { ...PROXY, auth: { username: 'a', password: 'b' } } },
		],
		[
			'the proxy as an address',
			{ proxy: 'http://127.0.0.1:3128' },
			{ proxy: 'http://127.0.0.1:3128' },
		],
		[
			'a server that need not be known',
			{ skipSslCertificateValidation: true },
			{ skipSslCertificateValidation: true },
		],
		[
			'such a server, as the old request library names it',
			{ rejectUnauthorized: false },
			{ skipSslCertificateValidation: true },
		],
		[
			'both',
			{ proxy: PROXY, skipSslCertificateValidation: true },
			{ proxy: PROXY, skipSslCertificateValidation: true },
		],
	])('takes the route of the request that needs it, by %s', async (_name, given, taken) => {
		const sts = fakeSts();
		await authenticated(sts, withRole(), through(given));
		expect(only(sts)).toMatchObject({ ...taken, url: 'https://sts.eu-west-1.amazonaws.com/' });
	});

	it.each([
		{},
		{ proxy: undefined },
		{ proxy: '' },
		{ skipSslCertificateValidation: false },
		{ skipSslCertificateValidation: 'yes' },
		{ rejectUnauthorized: true },
		{ timeout: 5, headers: { 'x-own': '1' } },
	])('takes the ordinary route if the request does: %p', async (given) => {
		const sts = fakeSts();
		await authenticated(sts, withRole(), through(given));
		expect(Object.keys(only(sts))).not.toContain('proxy');
		expect(only(sts)).not.toHaveProperty('skipSslCertificateValidation');
		expect(routeOf(through(given))).toEqual({});
	});

	it('is called once for many requests on the same route, and again on another', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		const send = async (more: object) =>
			await authenticated(sts, { ...credentials }, through(more));
		const keys = await Promise.all(
			Array.from({ length: 100 }, async (_, i) => await send(i % 2 ? { proxy: { ...PROXY } } : {})),
		);
		expect(new Set(keys.map(keyOf)).size).toBe(2);
		expect(sts.requests).toHaveLength(2);
	});

	it('on a route that does not work does not harm the others', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		sts.answers.push(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
		const [bad, good] = await Promise.allSettled([
			authenticated(sts, { ...credentials }, through({ proxy: PROXY })),
			authenticated(sts, { ...credentials }, REQUEST),
		]);
		expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
	});

	it('is not called before there is a request, whose route it takes', async () => {
		const sts = fakeSts();
		await credential.preAuthentication.call(sts.helper, withRole());
		expect(sts.requests).toEqual([]);
	});
});

describe('a request that is canceled', () => {
	it('does not wait for the session, and leaves it to the others', async () => {
		const sts = fakeSts();
		const credentials = withRole();
		const stop = new AbortController();
		const canceled = authenticated(sts, { ...credentials }, through({ abortSignal: stop.signal }));
		const other = authenticated(sts, { ...credentials }, REQUEST);
		stop.abort();
		await expect(canceled).rejects.toMatchObject({ code: 'ERR_CANCELED' });
		expect(keyOf(await other)).toBe('ASIA1');
		expect(sts.requests).toHaveLength(1);
	});

	it('before it began is canceled at once', async () => {
		const sts = fakeSts();
		const request = through({ abortSignal: AbortSignal.abort() });
		await expect(authenticated(sts, withRole(), request)).rejects.toMatchObject({
			code: 'ERR_CANCELED',
		});
	});

	it('that could have been canceled leaves no listener behind', async () => {
		const { signal } = new AbortController();
		const left = jest.spyOn(signal, 'removeEventListener');
		const added = jest.spyOn(signal, 'addEventListener');
		await authenticated(fakeSts(), withRole(), through({ abortSignal: signal }));
		expect(left.mock.calls).toEqual(added.mock.calls);
		expect(added).toHaveBeenCalledTimes(1);
	});
});

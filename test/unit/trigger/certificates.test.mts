/** What strangers can make n8n download, and what they cannot prevent. */
import { generate } from 'selfsigned';
import {
	foreignCertificate,
	notification,
	signed,
	type SigningCertificate,
	type SnsMessage,
} from '../../../local-aws/index.mts';
import { useFakeTime } from '../support/time.mts';
import { Checker, HOST, TOPIC, type Page } from './checker.mts';

const MINUTE = 60_000;

useFakeTime();

let certificate: SigningCertificate;
let renewed: SigningCertificate;
beforeAll(async () => {
	[certificate, renewed] = await Promise.all([foreignCertificate(), foreignCertificate()]);
});

/** SNS has both certificates, and nothing under other names. */
const sns = (url: string): Page => {
	const found = [certificate, renewed].find(({ fileName }) => url.endsWith(`/${fileName}`));
	return found ? { status: 200, body: found.pem } : { status: 404, body: 'Not Found' };
};

let now: number;
let checker: Checker;
beforeEach(() => {
	now = Date.now();
	checker = new Checker(sns);
});

const addressOf = ({ fileName }: SigningCertificate) => `${HOST}/${fileName}`;
const genuine = (signer = certificate): SnsMessage => {
	const Timestamp = new Date(now).toISOString();
	return signed({ ...notification(TOPIC, 'Hello'), Timestamp }, signer, HOST, 2);
};
const SIGNATURE = Buffer.alloc(256, 7).toString('base64');
/** Perfect in all that can be seen without a key. */
const forged = (name: string | number): SnsMessage => ({
	...notification(TOPIC, 'Hello'),
	SignatureVersion: '2',
	Signature: SIGNATURE,
	SigningCertURL: `${HOST}/SimpleNotificationService-${name}.pem`,
});
const names = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a certificate', () => {
	it('is downloaded once for a thousand messages that need it at the same time', async () => {
		const message = genuine();
		const results = await Promise.all(names(1_000).map(async () => await checker.check(message)));
		expect(new Set(results)).toEqual(new Set(['genuine']));
		expect(checker.fetched).toEqual([addressOf(certificate)]);
	});

	it('is downloaded once if an earlier post asks later', async () => {
		const stranger = { ...forged('x'), SigningCertURL: addressOf(certificate) };
		for (const earlier of [0, 1, 20, 14_000]) {
			await checker.check(stranger, { now: now - earlier });
			expect(await checker.check(forged(earlier), { now: now - earlier })).toBe(503);
		}
		expect(checker.fetched).toEqual([addressOf(certificate)]);
	});

	it('is downloaded from the spelling of the URL that was checked', async () => {
		const { fileName } = certificate;
		for (const SigningCertURL of [
			`https://SNS.EU-WEST-1.amazonaws.com/${fileName}`,
			`https://sns.eu-west-1.amazonaws.com:443/${fileName}`,
			`https:\\\\sns.eu-west-1.amazonaws.com\\${fileName}`,
			` https://sns.eu-west-1.amazo\tnaws.com/${fileName}\n`,
			`https://@sns.eu-west-1.amazonaws.com/${fileName}`,
			`https://sns.eu-west-1.amazonaws.com/x/../${fileName}`,
			`https://sns.eu-west-1.amazonaws.com/${fileName}?`,
			`https://sns.eu-west-1.amazonaws.com/${fileName}#`,
		]) {
			const fresh = new Checker(sns);
			expect([SigningCertURL, await fresh.check({ ...genuine(), SigningCertURL })]).toEqual([
				SigningCertURL,
				'genuine',
			]);
			expect(fresh.fetched).toEqual([addressOf(certificate)]);
		}
	});
});

describe('strangers', () => {
	it('make n8n download one of a thousand made-up certificates a minute', async () => {
		for (const minute of names(3)) {
			now += MINUTE;
			const results = await Promise.all(
				names(1_000).map(async (name) => await checker.check(forged(`${minute}x${name}`), { now })),
			);
			expect(new Set(results)).toEqual(new Set([503]));
			expect(checker.fetched).toHaveLength(minute + 1);
		}
	});

	it('do not make n8n download a missing certificate again within a minute', async () => {
		for (const second of names(60))
			expect(await checker.check(forged('gone'), { now: now + second * 1_000 })).toBe(503);
		expect(checker.fetched).toHaveLength(1);
		expect(await checker.check(forged('gone'), { now: now + MINUTE })).toBe(503);
		expect(checker.fetched).toHaveLength(2);
	});

	it('do not displace a genuine certificate, however many names they make up', async () => {
		expect(await checker.check(genuine(), { now })).toBe('genuine');
		for (const minute of names(300)) {
			now += MINUTE;
			await checker.check(forged(minute), { now });
		}
		expect(checker.fetched).toHaveLength(301);
		expect(await checker.check(genuine(), { now })).toBe('genuine');
		expect(checker.fetched).toHaveLength(301);
	});

	it('do not delay the genuine certificate of a process that has just started', async () => {
		const hints = { now, knownCertificate: addressOf(certificate) };
		const strangers = names(1_000).map(async (name) => await checker.check(forged(name), hints));
		expect(await checker.check(genuine(), hints)).toBe('genuine');
		expect(new Set(await Promise.all(strangers))).toEqual(new Set([503]));
		expect(checker.fetched).toHaveLength(2);
	});

	it('do not delay a new certificate if the message names the subscription', async () => {
		const hints = { now, knownCertificate: addressOf(certificate) };
		await Promise.all(names(100).map(async (name) => await checker.check(forged(name), hints)));
		expect(await checker.check(genuine(renewed), hints)).toBe(503);
		const own = { ...hints, namesSubscription: true };
		expect(await checker.check(genuine(renewed), own)).toBe('genuine');
		expect(await checker.check(genuine(renewed), hints)).toBe('genuine');
		expect(checker.fetched).toHaveLength(2);
	});

	it('delay a new certificate by at most a minute after they stop', async () => {
		await checker.check(forged('first'), { now });
		expect(await checker.check(genuine(), { now: now + MINUTE - 1 })).toBe(503);
		expect(await checker.check(genuine(), { now: now + MINUTE })).toBe('genuine');
	});

	it('cost nothing extra with outdated messages', async () => {
		for (const Timestamp of ['1999-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z']) {
			await Promise.all(
				names(500).map(
					async (name) => await checker.check({ ...forged(name), Timestamp }, { now }),
				),
			);
		}
		expect(checker.fetched).toHaveLength(1);
	});

	it('do not benefit from a clock that is set back', async () => {
		await checker.check(forged('first'), { now: now + 60 * MINUTE });
		expect(await checker.check(genuine(), { now })).toBe('genuine');
	});
});

describe("a problem at SNS's URL is temporary:", () => {
	/** Wrong at first, and right for all who ask later. */
	const wrongOnce = (page: Page | Promise<Page>) => {
		let isWrong = true;
		return new Checker((url) => {
			if (!isWrong) return sns(url);
			isWrong = false;
			return page;
		});
	};

	it('every status but 200', async () => {
		const message = genuine();
		for (let status = 100; status < 600; status++) {
			if (status === 200) continue;
			const page = { status, body: certificate.pem };
			const fresh = wrongOnce(page);
			expect([status, await fresh.check(message, { now })]).toEqual([status, 503]);
			expect(fresh.reason).toContain(`HTTP ${status}`);
			expect(await fresh.check(message, { now: now + MINUTE })).toBe('genuine');
		}
	});

	it.each<[string, string]>([
		['a captive page', '<html><body>Please log in</body></html>'],
		['nothing', ''],
		['far too much', 'A'.repeat(20_000)],
		['half a certificate', '-----BEGIN CERTIFICATE-----\nMIID'],
		['JSON', '{"error":"blocked"}'],
		['a public key', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
		['null bytes', '\0'.repeat(100)],
	])('200 with %s', async (_name, body) => {
		const fresh = wrongOnce({ status: 200, body });
		expect(await fresh.check(genuine(), { now })).toBe(503);
		expect(fresh.reason).toMatch(/is not a certificate.*proxy/);
		expect(await fresh.check(genuine(), { now: now + MINUTE })).toBe('genuine');
	});

	it('200 with a certificate that has another kind of key', async () => {
		const { cert: body } = await generate([], { keyType: 'ec' });
		const fresh = wrongOnce({ status: 200, body });
		expect(await fresh.check(genuine(), { now })).toBe(503);
		expect(await fresh.check(genuine(), { now: now + MINUTE })).toBe('genuine');
	});

	it('no connection', async () => {
		const fresh = wrongOnce(new Error('ECONNREFUSED'));
		expect(await fresh.check(genuine(), { now })).toBe(503);
		expect(fresh.reason).toContain('no response');
		expect(await fresh.check(genuine(), { now: now + MINUTE })).toBe('genuine');
	});

	it("no response, with a shorter wait than SNS's", async () => {
		const fresh = wrongOnce(new Promise<never>(() => undefined));
		const many = Promise.all(names(100).map(async () => await fresh.check(genuine(), { now })));
		await jest.advanceTimersByTimeAsync(12_000);
		expect(new Set(await many)).toEqual(new Set([503]));
		expect(fresh.fetched).toHaveLength(1);
		expect(await fresh.check(genuine(), { now: now + MINUTE })).toBe('genuine');
	});

	it('and a known URL is requested again before SNS gives up', async () => {
		const fresh = wrongOnce({ status: 403, body: '' });
		const knownCertificate = addressOf(certificate);
		expect(await fresh.check(genuine(), { now, knownCertificate })).toBe(503);
		expect(await fresh.check(genuine(), { now: now + 14_999, knownCertificate })).toBe(503);
		expect(fresh.fetched).toHaveLength(1);
		expect(await fresh.check(genuine(), { now: now + 15_000, knownCertificate })).toBe('genuine');
	});
});

describe("a wrong clock is this server's if the signature is genuine:", () => {
	const sent = () => Date.parse(genuine().Timestamp ?? '');

	it.each([
		['slow by 16 minutes', -16, /16 minutes in the future.*behind/],
		['slow by a day', -24 * 60, /1,440 minutes in the future.*behind/],
		['slow by three years', -3 * 365 * 24 * 60, /in the future.*behind/],
		['fast by 76 minutes', 76, /76 minutes old.*ahead.*replaying an old message/],
		['fast by three years', 3 * 365 * 24 * 60, /minutes old.*ahead.*replaying an old message/],
	])('%s', async (_name, minutes, reason) => {
		expect(await checker.check(genuine(), { now: sent() + minutes * MINUTE })).toBe(503);
		expect(checker.reason).toMatch(reason);
	});

	it('a message that is not genuine proves nothing', async () => {
		for (const minutes of [-16, 76]) {
			const message = { ...genuine(), Signature: SIGNATURE };
			expect(await checker.check(message, { now: sent() + minutes * MINUTE })).toBe(401);
			expect(checker.reason).not.toContain('clock');
		}
	});

	it('a certificate must be valid at the time of signing', async () => {
		const years = 3 * 365 * 24 * 60 * MINUTE;
		for (const at of [now - years, now + years]) {
			const Timestamp = new Date(at).toISOString();
			const message = signed({ ...notification(TOPIC, 'x'), Timestamp }, certificate, HOST, 2);
			expect(await checker.check(message, { now: at })).toBe(503);
			expect(checker.reason).toContain('was not valid when');
		}
	});
});

import type { RecordedRequest } from '../../local-aws/index.mts';
import { requestsFor, serviceRequests } from './recorded.mts';
import type { Json, RunRequest } from './engine.mts';
import { BUCKET, fileContent, fileItem, jsonOf, useSetting } from './setting.mts';

const setting = useSetting();
/** The engine keeps its sessions, and the stand-in forgets them: every test has another identity. */
let person = 0;
beforeEach(async () => {
	person += 1;
});

const SEND = 'SendWhatsAppMessage';
const GET_MEDIA = 'GetWhatsAppMessageMedia';
const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ json: { to: `+49151${10_000_000 + i}`, n: i } }));
const toEach = { to: '={{ $json.to }}', messageType: 'text', textBody: '=Hello {{ $json.n }}' };

const asRole = (more: Json = {}): Json => ({
	...setting.credentials,
	roleArn: setting.aws.roles.sender,
	externalId: '',
	roleSessionName: `n8n-${person}`,
	durationSeconds: 3600,
	...more,
});
const send = async (
	count: number,
	options: Json = {},
	run: Partial<Pick<RunRequest, 'credentials' | 'onError'>> = {},
) =>
	await setting.send(
		{ ...toEach, options },
		{ items: people(count), credentials: asRole(), ...run },
	);
const assumed = () => requestsFor(setting.aws, 'AssumeRole').length;
const received = () => new Set(setting.aws.phone.messages.map(({ to }) => to)).size;
const refused = () => setting.aws.requests.filter(({ refusedBecause }) => refusedBecause);

type Request = Pick<RecordedRequest, 'action' | 'method'>;
type Moment = [name: string, isMoment: ((request: Request) => boolean) | undefined];

/** Ends all sessions when the request arrives that the test waits for; at once if it waits for none. */
function expireAt(isMoment?: (request: Request) => boolean): void {
	if (!isMoment) return setting.aws.sessions.expireAll();
	let isOver = false;
	setting.aws.faults.add({
		kind: 'slow',
		delayMs: 0,
		matches: (request) => {
			if (!isOver && isMoment(request)) {
				isOver = true;
				setting.aws.sessions.expireAll();
			}
			return false;
		},
	});
}

describe('a credential with a role', () => {
	it('assumes it once for 500 items, and signs as the role', async () => {
		const { status } = await send(500);
		expect(status).toBe('success');
		expect(received()).toBe(500);
		expect(assumed()).toBe(1);
		const keys = serviceRequests(setting.aws).map(
			({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1],
		);
		expect(new Set(keys).size).toBe(1);
		expect(keys[0]).toMatch(/^ASIA/);
		expect(keys[0]).not.toBe(setting.aws.credentials.accessKeyId);
	});

	it('keeps the session for the next run', async () => {
		await send(3);
		await send(3);
		expect(assumed()).toBe(1);
	});

	it('continues if all sessions end midway, with one renewal for all items', async () => {
		setting.aws.faults.add({ kind: 'slow', delayMs: 5, action: SEND });
		let sent = 0;
		expireAt(({ action }) => action === SEND && ++sent === 40);
		const { status, error } = await send(100, { maxRequestsAtOnce: 4 });
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect(received()).toBe(100);
		expect(setting.aws.phone.messages).toHaveLength(100);
		expect(refused().length).toBeGreaterThan(0);
		expect(assumed()).toBe(2);
	});

	it('renews a short session before it ends', async () => {
		setting.aws.sessions.lifetimeSeconds = 4;
		setting.aws.faults.add({ kind: 'slow', delayMs: 150, action: SEND });
		const { status } = await send(40, { maxRequestsAtOnce: 1 });
		expect(status).toBe('success');
		expect(refused()).toEqual([]);
		expect(assumed()).toBeGreaterThanOrEqual(2);
		expect(assumed()).toBeLessThanOrEqual(4);
	});

	it('fails without the external ID that its role requires', async () => {
		const { arn, externalId } = setting.aws.roles.partner;
		const without = await send(1, {}, { credentials: asRole({ roleArn: arn }) });
		expect(without.error?.message).toMatch(
			/did not allow this identity to assume the credential's role/,
		);
		const withIt = await send(1, {}, { credentials: asRole({ roleArn: arn, externalId }) });
		expect(withIt.status).toBe('success');
	});

	it('that may not be assumed ends in an error that says so, with nothing sent', async () => {
		const roleArn = 'arn:aws:iam::111122223333:role/somebody-elses';
		const { status, error } = await send(3, {}, { credentials: asRole({ roleArn }) });
		expect(status).toBe('error');
		expect(error?.message).toMatch(/did not allow this identity to assume the credential's role/);
		expect(error?.message).toContain("'External ID'");
		expect(error?.description).toContain('Open the AWS credential');
		expect(serviceRequests(setting.aws)).toEqual([]);
	});

	it('waits if AWS is too busy to give a session', async () => {
		setting.aws.faults.add({ kind: 'throttle', service: 'sts', times: 1 });
		const { status } = await send(5);
		expect(status).toBe('success');
		expect(received()).toBe(5);
		expect(assumed()).toBeGreaterThanOrEqual(2);
	});

	it('ends in an error when STS cannot be reached, and nothing was sent', async () => {
		const credentials = asRole({ stsEndpoint: 'http://127.0.0.1:1' });
		const { error } = await send(1, {}, { credentials });
		expect(error?.message).toBe('AWS could not be reached');
		expect(error?.description).toMatch(/127\.0\.0\.1:1 \(ECONNREFUSED\)[^]*Nothing was sent/);
		expect(setting.aws.requests).toEqual([]);
	});
});

describe('files under a role whose session ends midway', () => {
	const content = fileContent('application/pdf', 'file'.repeat(75_000));
	const items = [fileItem(content, 'a.pdf', 'application/pdf')];
	const run = async (operation: string, parameters: Json, more: object = {}) =>
		await setting.run('media', operation, parameters, { credentials: asRole(), ...more });

	it.each<Moment>([
		['before S3 gets it', undefined],
		['after S3 got it', ({ method }: Request) => method === 'PUT'],
		['after WhatsApp took it over', ({ action }: Request) => action === 'PostWhatsAppMessageMedia'],
	])('are uploaded anyway if it ends %s', async (_name, isMoment) => {
		await setting.run('businessAccount', 'get', {}, { credentials: asRole() });
		expireAt(isMoment);
		const result = await run('upload', { bucketName: BUCKET }, { items });
		expect(result.error).toBeUndefined();
		const [media] = setting.aws.account.media.values();
		expect(media?.size).toBe(content.length);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		expect(refused()).toHaveLength(1);
		expect(assumed()).toBe(2);
	});

	it.each<Moment>([
		['before it is asked for', undefined],
		['after AWS wrote it to S3', ({ action }: Request) => action === GET_MEDIA],
		['after it was read', ({ method }: Request) => method === 'GET'],
	])('are downloaded anyway if it ends %s', async (_name, isMoment) => {
		const [{ mediaId } = {}] = jsonOf(await run('upload', { bucketName: BUCKET }, { items }));
		expireAt(isMoment);
		const result = await run('download', { mediaId, bucketName: BUCKET });
		expect(result.error).toBeUndefined();
		expect(result.outputs[0]?.[0]?.binary?.data?.data.equals(content)).toBe(true);
		expect(await setting.aws.s3.list(BUCKET)).toEqual([]);
		expect(refused()).toHaveLength(1);
		expect(assumed()).toBe(2);
	});
});

describe('secrets', () => {
	const tokens = () =>
		setting.aws.requests.flatMap(({ headers }) => headers['x-amz-security-token'] ?? []);

	it('of the session and of the keys are in no item, no error and no request', async () => {
		let sent = 0;
		expireAt(({ action }) => action === SEND && ++sent === 2);
		setting.aws.faults.add({
			kind: 'error',
			action: SEND,
			status: 403,
			errorName: 'AccessDeniedException',
			matches: ({ body }) => body.length % 2 === 0,
		});
		const results = [
			await send(20, { maxRequestsAtOnce: 2 }, { onError: 'continueRegularOutput' }),
			await send(1, {}, { credentials: asRole({ roleArn: `${setting.aws.roles.sender}x` }) }),
			await setting.run('businessAccount', 'get', {}, { credentials: asRole() }),
		];
		expect(new Set(tokens()).size).toBe(2);
		for (const secret of [...tokens(), setting.aws.credentials.secretAccessKey]) {
			expect(JSON.stringify(results)).not.toContain(secret);
			expect(setting.aws.requests.map(({ body }) => body.toString()).join()).not.toContain(secret);
		}
		for (const { headers } of setting.aws.requests) {
			expect(Object.keys(headers)).not.toContain('x-n8n-renew-session');
		}
	});
});

describe('temporary keys without a role', () => {
	it('that have expired end in their error, after one retry', async () => {
		const { error } = await send(
			1,
			{},
			{ credentials: { ...setting.credentials, ...setting.aws.expired } },
		);
		expect(error?.message).toMatch(/temporary AWS credentials have expired/);
		expect(requestsFor(setting.aws, SEND).length).toBeLessThanOrEqual(2);
		expect(assumed()).toBe(0);
		expect(received()).toBe(0);
	});
});

import { setTimeout as wait } from 'node:timers/promises';
import type { SocialMessagingClient } from '@aws-sdk/client-socialmessaging';
import { useLocalAws } from '../../../local-aws/index.mts';
import { s3Client, signedFetch, socialMessagingClient, textTo } from '../../../local-aws/index.mts';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import * as answers from './answers.mts';
import { echoes, spoilt } from './echo.mts';
import { fateOf, type Fate, type Profile } from './fate.mts';
import { historyOf, startGateway, type Gateway } from './gateway.mts';
import type { Passage } from './passage.mts';
import { Quota } from './quota.mts';

const aws = useLocalAws();
let gateway: Gateway;
let client: SocialMessagingClient;
beforeAll(async () => {
	gateway = await startGateway(aws.endpoints);
	client = socialMessagingClient(aws, {
		endpoint: gateway.endpoints.socialMessaging,
		credentials: aws.temporary,
	});
});
afterAll(async () => {
	client.destroy();
	await gateway.close();
});

const always = (fate: Fate, more: Partial<Profile> = {}): Profile => ({
	name: 'test',
	share: 1,
	chances: [{ weight: 1, fate }],
	...more,
});
const fateNamed = (fates: Fate[], name: string) =>
	fates.find((fate) => fate.name === name) ?? answers.throttled;
const send = async (to = '+491510000001') => await client.send(textTo(aws, to, 'Hello'));
const outcome = async () =>
	await send().then(
		() => 'answered',
		(error: unknown) => (error as Error).name,
	);
const arrived = () => aws.phone.messages.length;

describe('the gateway', () => {
	it('passes requests on unchanged, so that their signatures remain valid', async () => {
		gateway.begin(always(answers.throttled, { share: 0 }), 1);
		await expect(send()).resolves.toMatchObject({ messageId: expect.any(String) });
		expect(arrived()).toBe(1);
		expect(gateway.traffic()).toMatchObject({
			fates: new Map([['send +491510000001', ['passed']]]),
			throttled: 0,
		});
	});

	it('passes objects on byte for byte', async () => {
		const content = Buffer.alloc(1_000_000, 'object');
		await aws.s3.put('whatsapp-media', 'a b/ü.bin', content);
		gateway.begin(always(answers.throttled, { share: 0 }), 1);
		const s3 = s3Client(aws, { endpoint: gateway.endpoints.s3 });
		const { Body } = await s3.send(
			new GetObjectCommand({ Bucket: 'whatsapp-media', Key: 'a b/ü.bin' }),
		);
		expect(content.equals(Buffer.from((await Body?.transformToByteArray()) ?? []))).toBe(true);
		s3.destroy();
	});

	it.each<[Fate, wasDone: boolean, seen: RegExp]>([
		[answers.cutBefore, false, /^(TimeoutError|Error)$/],
		[answers.cutAfter, true, /^(TimeoutError|Error)$/],
		[answers.cutInBody, true, /Error$/],
		[answers.shortBody, true, /^SyntaxError$/],
		[answers.throttled, false, /^ThrottledRequestException$/],
		[fateNamed(answers.doneButAwsFails, 'done, then 502 of AWS'), true, /^DependencyException$/],
		[fateNamed(answers.doneButGatewayFails, 'done, then 504 of a gateway'), true, /Error$/],
		[fateNamed(answers.gatewayFails, '502 of a gateway'), false, /Error$/],
		[fateNamed(answers.noAnswer, '200 with an empty object'), false, /^answered$/],
		[fateNamed(answers.doneButNoAnswer, 'done, then 200 with HTML'), true, /^SyntaxError$/],
		[spoilt, false, /^InvalidSignatureException$/],
	])('lets this happen: $name', async (fate, wasDone, seen) => {
		gateway.begin(always(fate), 1);
		expect(await outcome()).toMatch(seen);
		expect(arrived()).toBe(wasDone ? 1 : 0);
		expect([...gateway.traffic().fates.values()]).toEqual([[fate.name]]);
	});

	it.each([answers.stallBefore, answers.stallAfter, answers.stallInBody])(
		'holds what is $name until it is released, or the client leaves',
		async (fate) => {
			gateway.begin(always(fate), 1);
			const waiting = outcome();
			await expect(Promise.race([waiting, wait(200)])).resolves.toBeUndefined();
			gateway.relent();
			expect(await waiting).not.toBe('answered');
			expect(await outcome()).toBe('answered');
			await gateway.idle(1_000);
		},
	);

	it('remembers what happened to which request', async () => {
		gateway.begin(always(answers.cutAfter, { wearsOff: 1 }), 1);
		await outcome();
		await outcome();
		await send('+491510000002').catch(() => undefined);
		expect(historyOf(gateway.traffic(), ['+491510000001'])).toBe(
			'send +491510000001: cut after, passed',
		);
	});

	it('throttles what goes beyond the quota, and lets it through a second later', async () => {
		const quotaPerSecond = () => 3;
		gateway.begin(always(answers.throttled, { share: 0, quotaPerSecond }), 1);
		const outcomes = await Promise.all([1, 2, 3, 4, 5].map(outcome));
		expect(outcomes.sort()).toEqual([
			...Array<string>(2).fill('ThrottledRequestException'),
			...Array<string>(3).fill('answered'),
		]);
		expect(gateway.traffic().throttled).toBe(2);
	});

	it.each([
		['socialMessaging', 'social-messaging', '/v1/whatsapp/waba/list'],
		['s3', 's3', '/whatsapp-media/a.pdf?x-id=GetObject'],
	] as const)(
		'repeats requests to %s in some of its answers, and collects what nobody may see',
		async (_endpoint, service, path) => {
			const through = { ...aws, endpoints: { ...aws.endpoints, ...gateway.endpoints } };
			for (const fate of [...echoes, spoilt]) {
				gateway.begin(always(fate), 1);
				const request = { service, method: 'GET', path };
				const said = await (await signedFetch(through, request, aws.temporary)).text();
				const secrets = [...gateway.traffic().secrets];
				expect(secrets).toEqual([
					expect.stringMatching(/^[0-9a-f]{64}$/),
					aws.temporary.sessionToken,
				]);
				if (fate.forward === 'spoilt' || fate.forward === false) {
					expect(said).toContain(secrets[1]);
				}
			}
		},
	);
});

describe('what happens to a request', () => {
	const profile = always(answers.cutAfter, {
		share: 0.5,
		chances: [...answers.doneButNoAnswer, answers.cutAfter].map((fate) => ({ weight: 1, fate })),
	});
	const about = (subject: string) => ({ subject }) as Passage;
	const names = (seed: number, before: number) =>
		Array.from({ length: 40 }, (_, i) => fateOf(profile, seed, about(`send ${i}`), before).name);

	it('is the same for the same seed, request and attempt', () => {
		expect(names(17, 0)).toEqual(names(17, 0));
	});

	it('is different for another seed or another attempt', () => {
		expect(names(17, 0)).not.toEqual(names(18, 0));
		expect(names(17, 0)).not.toEqual(names(17, 1));
	});

	it('is as frequent as the profile says, and wears off if the profile says so', () => {
		const all = Array.from({ length: 50 }, (_, seed) => names(seed, 0)).flat();
		const share = all.filter((name) => name !== 'passed').length / all.length;
		expect(share).toBeGreaterThan(0.45);
		expect(share).toBeLessThan(0.55);
		expect(fateOf({ ...profile, share: 1, wearsOff: 2 }, 1, about('x'), 2).name).toBe('passed');
	});
});

describe('a quota', () => {
	it('counts what passed within the last second, and not what it refused', () => {
		const quota = new Quota(2);
		expect([0, 100, 200, 999, 1000, 1001, 1100].map((now) => quota.takes(now))).toEqual([
			true,
			true,
			false,
			false,
			true,
			false,
			true,
		]);
	});
});

import { Events, type EventClaim, type EventVerdict } from '../../../aws/store/events.ts';
import { S3Store } from '../../../aws/store/s3Store.ts';
import { inNoTime, useFakeTime } from '../support/time.mts';
import { FAULTS, UnreliableS3, type Fault } from './unreliable-s3.mts';

useFakeTime();

const MINUTE_MS = 60_000;
const TIMES = { leaseMs: MINUTE_MS, knownMs: 120 * MINUTE_MS };

/** Processes that share a bucket, whose next requests go wrong in that way. */
function processes(...faults: Fault[]) {
	const s3 = new UnreliableS3(() => faults.shift() ?? 'none');
	const process = (trigger = 'trigger') => {
		const store = new S3Store(s3.client(), 'bucket');
		return new Events({ store, lasting: store }, trigger, TIMES);
	};
	return { s3, one: process(), two: process(), process, faults };
}

const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

function ours(verdict: EventVerdict): EventClaim {
	if (verdict.is !== 'ours') throw new Error(`It is not ours, but ${verdict.is}`);
	return verdict.claim;
}

const claimed = async (events: Events, key = 'a') => ours(await inNoTime(events.claim(key)));
const verdict = async (events: Events, key = 'a') => (await inNoTime(events.claim(key))).is;

const survivable = FAULTS.filter((fault) => !fault.startsWith('dies'));

describe('an event', () => {
	it('belongs to the first process that claims it, and is dropped once n8n has it', async () => {
		const { one, two } = processes();
		const claim = await claimed(one);
		expect(await verdict(two)).toBe('atWork');
		await inNoTime(claim.done());
		expect(await verdict(two)).toBe('done');
		expect(await verdict(one)).toBe('done');
	});

	it('takes two requests if it is new, and two if it is not', async () => {
		const { s3, one, two } = processes();
		await inNoTime((await claimed(one)).done());
		expect(s3.requests).toBe(2);
		await verdict(two);
		expect(s3.requests).toBe(4);
	});

	it('leaves a record that says nothing of it', async () => {
		const { s3, one } = processes();
		await claimed(one, 'message:wamid.secret:4915112345678');
		const [[url, { text }] = ['', { text: '' }]] = s3.objects;
		expect(url).toMatch(/n8n-whatsapp\/v1\/events\/[0-9a-f]{64}\.json$/);
		expect(JSON.parse(text)).toEqual({
			v: 1,
			state: 'atWork',
			leaseMs: MINUTE_MS,
			write: expect.any(String),
		});
	});

	it('of one trigger is not that of another', async () => {
		const { one, process } = processes();
		await inNoTime((await claimed(one)).done());
		expect(await verdict(process('another trigger'))).toBe('ours');
	});

	it('is passed on by the next if n8n refused it', async () => {
		const { one, two } = processes();
		await inNoTime((await claimed(one)).free());
		expect(await verdict(two)).toBe('ours');
		expect(await verdict(one)).toBe('atWork');
	});

	it('is passed on again if its process has died, by one of those who receive it', async () => {
		const { one, two, process } = processes();
		await claimed(one);
		await pass(MINUTE_MS - 1_000);
		expect(await verdict(two)).toBe('atWork');
		await pass(4_000);
		const both = await inNoTime(Promise.all([two.claim('a'), process().claim('a')]));
		expect(both.map(({ is }) => is).sort()).toEqual(['atWork', 'ours']);
	});

	it('is waited for as long as its process says that n8n is at work', async () => {
		const { one, two } = processes();
		const claim = await claimed(one);
		for (let n = 0; n < 10; n++) {
			await pass(40_000);
			expect(await verdict(two)).toBe('atWork');
			await inNoTime(claim.renew());
		}
		await inNoTime(claim.done());
		await inNoTime(claim.renew());
		await pass(10 * MINUTE_MS);
		expect(await verdict(two)).toBe('done');
	});

	it('is known for two hours, and says since when', async () => {
		const { one, two } = processes();
		await inNoTime((await claimed(one)).done());
		await pass(119 * MINUTE_MS);
		const { is, ageMs = 0 } = { ageMs: 0, ...(await inNoTime(two.claim('a'))) };
		expect([is, Math.round(ageMs / MINUTE_MS)]).toEqual(['done', 119]);
		await pass(2 * MINUTE_MS);
		expect(await verdict(two)).toBe('ours');
	});

	it('stays done if another has claimed it, and lets it go, after its lease was over', async () => {
		const { one, two } = processes();
		const late = await claimed(one);
		await pass(2 * MINUTE_MS);
		const second = await claimed(two);
		await inNoTime(late.done());
		await inNoTime(second.free());
		expect(await verdict(two)).toBe('done');
	});

	it('that is let go late does not take the claim of another', async () => {
		const { one, two, process } = processes();
		const late = await claimed(one);
		await pass(2 * MINUTE_MS);
		const second = await claimed(two);
		await inNoTime(late.free());
		await inNoTime(late.renew());
		expect(await verdict(process())).toBe('atWork');
		await inNoTime(second.done());
		expect(await verdict(one)).toBe('done');
	});

	it('that was passed on without S3 is written down for the others, whatever they have written', async () => {
		const { one, two, s3 } = processes();
		await inNoTime(one.unclaimed('new').done());
		expect([await verdict(two, 'new'), s3.requests]).toEqual(['done', 3]);
		await claimed(two, 'at work elsewhere');
		await inNoTime(one.unclaimed('at work elsewhere').done());
		expect(await verdict(two, 'at work elsewhere')).toBe('done');
		await inNoTime(one.unclaimed('refused').free());
		expect(await verdict(two, 'refused')).toBe('ours');
		await inNoTime((await claimed(two, 'done elsewhere')).done());
		await pass(121 * MINUTE_MS);
		await inNoTime(one.unclaimed('done elsewhere').done());
		expect(await verdict(two, 'done elsewhere')).toBe('done');
	});

	it.each([
		['of a later version', { v: 2, state: 'done', leaseMs: 1 }],
		['of an unknown state', { v: 1, state: 'elsewhere', leaseMs: 1 }],
		['without a lease', { v: 1, state: 'atWork' }],
		['without anything', {}],
	])('whose record is %s is passed on: better twice than never', async (_name, record) => {
		const { s3, one, two } = processes();
		await inNoTime(one.claim('a'));
		const [file] = s3.objects.values();
		if (file) file.text = JSON.stringify(record);
		expect(await verdict(two)).toBe('ours');
	});

	it.each(survivable)('is claimed once, and done, whatever S3 does: %s', async (fault) => {
		const { one, two, faults } = processes(fault);
		const claim = await claimed(one);
		expect(await verdict(two)).toBe('atWork');
		faults.push(fault);
		await inNoTime(claim.renew());
		faults.push(fault);
		await inNoTime(claim.done());
		faults.push(fault);
		expect(await verdict(two)).toBe('done');
		faults.push(fault);
		await inNoTime((await claimed(one, 'b')).free());
		faults.push(fault);
		expect(await verdict(two, 'b')).toBe('ours');
	});

	it('is dropped even if the clock of S3 was put back a little meanwhile', async () => {
		const { s3, one, two } = processes();
		await inNoTime((await claimed(one)).done());
		for (const stored of s3.objects.values()) stored.writtenAt += 5_000;
		expect(await inNoTime(two.claim('a'))).toEqual({ is: 'done', ageMs: 0 });
	});
});

describe('of a thousand events that five processes receive at once', () => {
	it('each is passed on once', async () => {
		const { process } = processes();
		const verdicts: string[] = [];
		const receive = async (events: Events) => {
			for (let n = 0; n < 1_000; n++) {
				const given = await events.claim(`event ${n}`);
				verdicts.push(given.is);
				if (given.is === 'ours') await given.claim.done();
			}
		};
		await inNoTime(Promise.all(Array.from({ length: 5 }, async () => await receive(process()))));
		expect(verdicts.filter((is) => is === 'ours')).toHaveLength(1_000);
	}, 60_000);
});

import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { BucketMemory } from '../../../nodes/AwsWhatsAppTrigger/once/bucketMemory.ts';
import { SeenEvents } from '../../../nodes/AwsWhatsAppTrigger/once/deduplication.ts';
import { sharedEvents } from '../../../nodes/AwsWhatsAppTrigger/once/sharedEvents.ts';
import { UnreliableS3, type Fault } from '../store/unreliable-s3.mts';
import { inNoTime, useFakeTime } from '../support/time.mts';

useFakeTime();

const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

let count = 0;

/** A bucket of its own, and processes of n8n that share it for the same trigger. */
function n8n(named?: string) {
	count += 1;
	const bucketName = named ?? `bucket-${count}`;
	let fault: Fault = 'none';
	const s3 = new UnreliableS3(() => fault);
	const trigger = `trigger-${count}`;
	const warnings: string[] = [];
	const credential: IDataObject = {
		region: 'eu-west-1',
		accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
		secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
		bucketName,
	};
	const context: unknown = {
		...s3.client().context,
		getMode: () => 'webhook',
		getInstanceId: () => 'n8n',
		getWorkflow: () => ({ id: 'workflow' }),
		getNode: () => ({ id: trigger, name: 'Trigger', type: 'trigger', parameters: {} }),
		getRequestObject: () => ({}),
		getCredentials: async () => credential,
		logger: { warn: (text: string) => warnings.push(text) },
	};
	/** One process, from its start on. */
	const process = () => {
		const seen = new SeenEvents();
		const memory = new BucketMemory(seen, sharedEvents(context as IWebhookFunctions));
		return {
			claim: async (...keys: string[]) => await inNoTime(memory.claim(keys)),
			/** Passes on what is new, and n8n takes it. */
			receive: async (...keys: string[]) => {
				const claimed = await inNoTime(memory.claim(keys));
				claimed?.settle();
				claimed?.end(true);
				await pass(2_000);
				return claimed ? [...claimed.fresh] : 'later';
			},
		};
	};
	return { s3, warnings, process, goesWrong: (how: Fault) => (fault = how) };
}

describe('events of which several processes know', () => {
	it('start the workflow once in all of them', async () => {
		const { process, warnings } = n8n();
		const [one, two] = [process(), process()];
		expect(await one.receive('a', 'b')).toEqual(['a', 'b']);
		expect(await two.receive('b', 'c', 'a')).toEqual(['c']);
		expect(await process().receive('a', 'b', 'c')).toEqual([]);
		expect(warnings).toEqual([]);
	});

	it('need two requests each if they are new, and none if this process knows them', async () => {
		const { process, s3 } = n8n();
		const one = process();
		await one.receive('finds out that the bucket can be used');
		s3.requests = 0;
		await one.receive('a', 'b', 'c');
		expect(s3.requests).toBe(6);
		expect(await one.receive('a', 'b', 'c')).toEqual([]);
		const two = process();
		await two.receive('a');
		s3.requests = 0;
		await two.receive('a');
		expect(s3.requests).toBe(0);
	});

	it('are answered later while another process is at work, and not half', async () => {
		const { process } = n8n();
		const [one, two] = [process(), process()];
		const claimed = await one.claim('a');
		expect(await two.receive('b', 'a')).toBe('later');
		expect(await two.receive('b')).toEqual(['b']);
		claimed?.end(false);
		await pass(1_000);
		expect(await two.receive('a')).toEqual(['a']);
	});

	it('belong to a process as long as n8n is at work on them there', async () => {
		const { process } = n8n();
		const [one, two] = [process(), process()];
		const claimed = await one.claim('a');
		for (let minutes = 0; minutes < 10; minutes++) {
			await pass(60_000);
			expect(await two.receive('a')).toBe('later');
		}
		claimed?.settle();
		claimed?.end(false);
		await pass(1_000);
		expect(await two.receive('a')).toEqual(['a']);
	});

	it('are known for two hours in all, not longer with every process that learns of them', async () => {
		const { process } = n8n();
		const two = process();
		await process().receive('a');
		await pass(119 * 60_000);
		expect(await two.receive('a')).toEqual([]);
		await pass(3 * 60_000);
		expect(await two.receive('a')).toEqual(['a']);
	});
});

describe('events while S3 cannot be asked', () => {
	it.each<[string, Fault, RegExp]>([
		['hangs', 'dies before', /S3 did not respond within 5 seconds/],
		['is down', '503', /S3 did not respond within 5 seconds|AWS/],
		['hangs up', 'cut before', /S3 did not respond within 5 seconds|connection/],
	])('start the workflow in each process once, in time, if S3 %s', async (_how, fault, reason) => {
		const { process, goesWrong, warnings } = n8n();
		const [one, two] = [process(), process()];
		await one.receive('finds out that the bucket can be used');
		goesWrong(fault);
		for (const { claim } of [one, two]) {
			const began = Date.now();
			const claimed = await claim('a');
			expect([...(claimed?.fresh ?? [])]).toEqual(['a']);
			expect(Date.now() - began).toBeLessThan(5_500);
			claimed?.end(true);
			expect([...((await claim('a'))?.fresh ?? [])]).toEqual([]);
		}
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/only this n8n process recognizes it/);
		expect(warnings[0]).toMatch(reason);
	});

	it('are told to S3 when it is well again', async () => {
		const { process, goesWrong } = n8n();
		const [one, two] = [process(), process()];
		await one.receive('finds out that the bucket can be used');
		goesWrong('cut before');
		const claimed = await one.claim('a');
		goesWrong('none');
		claimed?.end(true);
		await pass(2_000);
		expect(await two.receive('a')).toEqual([]);
	});

	it('cause one warning a minute, however many they are', async () => {
		const { process, goesWrong, warnings } = n8n();
		const one = process();
		goesWrong('cut before');
		for (let n = 0; n < 20; n++) await one.receive(`event ${n}`);
		expect(warnings.length).toBeGreaterThan(1);
		expect(warnings.length).toBeLessThan(5);
	});

	it('start the workflow even if the credential names no bucket any more', async () => {
		const { process, warnings, s3 } = n8n('');
		expect(await process().receive('a')).toEqual(['a']);
		expect(warnings[0]).toContain("Open the AWS credential and fill in 'Bucket Name'");
		expect(s3.requests).toBe(0);
	});
});

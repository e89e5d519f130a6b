import { sleep } from 'n8n-workflow';
import { callOff, endSoon } from '../../../nodes/AwsWhatsAppTrigger/subscription/farewell.ts';
import { useFakeTime } from '../support/time.mts';

useFakeTime();

const passes = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

describe('a scheduled end', () => {
	it('comes after three seconds, and can be canceled until then', async () => {
		const ended: string[] = [];
		const end = (name: string) => async () => {
			ended.push(name);
			return true;
		};
		void endSoon('stays', end('stays'));
		void endSoon('goes', end('goes'));
		await passes(2_500);
		expect(ended).toEqual([]);
		expect(await callOff('stays')).toBe(true);
		await passes(1_000);
		expect(ended).toEqual(['goes']);
		expect(await callOff('goes')).toBe(false);
	});

	it('that is under way is awaited by its cancellation', async () => {
		let isOver = false;
		void endSoon('slow', async () => {
			await sleep(800);
			isOver = true;
			return true;
		});
		await passes(3_300);
		const calledOff = callOff('slow').then((calledOff) => [calledOff, isOver]);
		expect(isOver).toBe(false);
		await passes(500);
		expect(await calledOff).toEqual([false, true]);
	});

	it('comes once if it is scheduled twice', async () => {
		let count = 0;
		const end = async () => {
			count += 1;
			return true;
		};
		void endSoon('twice', end);
		await passes(1_000);
		void endSoon('twice', end);
		await passes(4_000);
		expect(count).toBe(1);
	});

	it('that has failed is tried again, unless it is canceled', async () => {
		let count = 0;
		void endSoon('failing', async () => {
			count += 1;
			return count === 2;
		});
		await passes(3_500);
		expect(count).toBe(1);
		await passes(10_000);
		expect(count).toBe(2);
		expect(await callOff('failing')).toBe(false);
	});
});

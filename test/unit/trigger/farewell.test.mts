import { setTimeout as wait } from 'node:timers/promises';
import { callOff, endSoon } from '../../../nodes/AwsWhatsAppTrigger/subscription/farewell.ts';

jest.setTimeout(30_000);

describe('an end', () => {
	it('comes after three seconds, and can be called off until then', async () => {
		const ended: string[] = [];
		const end = (name: string) => async () => {
			ended.push(name);
			return true;
		};
		void endSoon('stays', end('stays'));
		void endSoon('goes', end('goes'));
		await wait(2_500);
		expect(ended).toEqual([]);
		expect(await callOff('stays')).toBe(true);
		await wait(1_000);
		expect(ended).toEqual(['goes']);
		expect(await callOff('goes')).toBe(false);
	});

	it('that is under way is waited for by whoever calls it off', async () => {
		let isOver = false;
		void endSoon('slow', async () => {
			await wait(800);
			isOver = true;
			return true;
		});
		await wait(3_300);
		expect(await callOff('slow')).toBe(false);
		expect(isOver).toBe(true);
	});

	it('is asked for twice and comes once', async () => {
		let count = 0;
		const end = async () => {
			count += 1;
			return true;
		};
		void endSoon('twice', end);
		await wait(1_000);
		void endSoon('twice', end);
		await wait(4_000);
		expect(count).toBe(1);
	});

	it('that has failed is tried again, unless it is called off', async () => {
		let count = 0;
		void endSoon('failing', async () => {
			count += 1;
			return count === 2;
		});
		await wait(3_500);
		expect(count).toBe(1);
		await wait(10_000);
		expect(count).toBe(2);
		expect(await callOff('failing')).toBe(false);
	});
});

import { memoryOf } from '../../engine/memory.ts';

describe('the memory of what was done', () => {
	const run = { to: '+4915112345678' };

	it('is the same for the same node in the same run, as when n8n tries again', () => {
		expect(memoryOf(run, 'a')).toBe(memoryOf(run, 'a'));
	});

	it('is separate for another node of the same run', () => {
		expect(memoryOf(run, 'a')).not.toBe(memoryOf(run, 'b'));
	});

	it('is separate for a run that only looks the same, such as the next round of a loop', () => {
		expect(memoryOf({ ...run }, 'a')).not.toBe(memoryOf(run, 'a'));
	});
});

import { optionsOf } from './options.mts';

describe('the options of the command', () => {
	it('are 50 seeds of everything unless it is told otherwise', () => {
		const { seeds, ...others } = optionsOf(['sends']);
		expect(seeds).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
		expect(others).toEqual({ workload: 'sends', items: undefined, profile: '', mode: '' });
	});

	it('narrow it down to the run that a failure names', () => {
		const line = 'files --seed 17 --items 12 --mode stopWorkflow --profile';
		expect(optionsOf([...line.split(' '), 'wrong content'])).toEqual({
			workload: 'files',
			seeds: [17],
			items: 12,
			profile: 'wrong content',
			mode: 'stopWorkflow',
		});
		expect(optionsOf(['files', '--seeds', '2']).seeds).toEqual([1, 2]);
	});

	it.each([
		[[]],
		[['receives']],
		[['sends', '--seed', 'x']],
		[['sends', '--seeds']],
		[['sends', '--speed', '3']],
		[['sends', '17']],
	])('%j are answered with how to use it', (args) => {
		expect(() => optionsOf(args)).toThrow(/^Usage: npm run chaos -- sends\|files/);
	});
});

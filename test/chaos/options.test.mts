import { eventsOptionsOf } from './events/options.mts';
import { optionsOf } from './options.mts';

describe('the options of the command', () => {
	it('are 50 seeds of everything by default', () => {
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
	])('print the usage for %j', (args) => {
		expect(() => optionsOf(args)).toThrow(/^Usage: npm run chaos -- sends\|files/);
	});
});

describe('the options of the events', () => {
	it('are ten minutes on SQLite by default', () => {
		expect(eventsOptionsOf([])).toEqual({
			seeds: [1],
			seconds: 600,
			rate: 20,
			database: 'sqlite',
			publication: 'on',
			proxy: 'plain',
			pace: 1,
		});
	});

	it('narrow it down to the run that a failure names', () => {
		const line =
			'--seed 17 --seconds 60 --rate 10 --database postgres --publication off --proxy ready --pace 0.25 --limit 25';
		expect(eventsOptionsOf(line.split(' '))).toEqual({
			seeds: [17],
			seconds: 60,
			rate: 10,
			database: 'postgres',
			publication: 'off',
			proxy: 'ready',
			pace: 0.25,
			limit: 25,
		});
	});

	it.each([
		[['--database', 'mysql']],
		[['--publication', 'maybe']],
		[['--seconds', '1.5']],
		[['--items', '3']],
	])('print the usage for %j', (args) => {
		expect(() => eventsOptionsOf(args)).toThrow(/npm run chaos -- events/);
	});
});

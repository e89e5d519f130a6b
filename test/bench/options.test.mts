import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchOptions, UsageError } from './options.mts';

const PARTS = ['sends', 'slow', 'upload'] as const;
const options = (line: string) => benchOptions(line.split(' ').filter(Boolean), PARTS);

describe('the options of the bench', () => {
	it('are all parts in five rounds by default', () => {
		expect(options('')).toEqual({ parts: [...PARTS], rounds: 5, profile: false });
	});

	it('name parts, which run once each in the order of the bench', () => {
		expect(options('upload sends upload').parts).toEqual(['sends', 'upload']);
	});

	it('are read in any order', () => {
		const expected = { parts: ['slow'], rounds: 2, profile: true };
		expect(options('slow --rounds 2 --profile')).toEqual(expected);
		expect(options('--profile --rounds 2 slow')).toEqual(expected);
	});

	it.each([
		['sendz', 'No such part: sendz.'],
		['constructor', 'No such part: constructor.'],
		['sends x y', 'No such part: x, y.'],
		['--round 2', 'No such option: --round.'],
		['-h', 'No such option: -h.'],
		['--rounds', '--rounds takes a number from 1 to 999, not nothing.'],
		['--rounds 0', 'not "0"'],
		['--rounds -1', 'not "-1"'],
		['--rounds 1.5', 'not "1.5"'],
		['--rounds NaN', 'not "NaN"'],
		['--rounds 1e3', 'not "1e3"'],
		['--rounds sends', 'not "sends"'],
	])('"%s" are refused in one line that says how to ask', (line, expected) => {
		const refusal = expect.objectContaining({
			message: expect.stringMatching(/^.* Usage: npm run bench -- \[sends\|slow\|upload …\] .*$/),
		});
		expect(() => options(line)).toThrow(UsageError);
		expect(() => options(line)).toThrow(refusal);
		expect(() => options(line)).toThrow(expected);
	});
});

it('the command ends with 2 and one line where it is asked for an unknown part', () => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, 'bench.mts'), 'everything'],
		{ encoding: 'utf8' },
	);
	expect(stderr).toMatch(/^No such part: everything\. Usage: .*\n$/);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

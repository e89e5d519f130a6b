import { comparison, order } from './comparison.mts';

const contestant = (name: string, values: number[], log: string[] = []) => {
	let round = 0;
	return {
		name,
		run: async () => {
			log.push(name);
			return { ms: values[round++] ?? Number.NaN };
		},
	};
};

const ratio = { text: 'a / b', unit: '', atMost: 1, judged: 'median' as const };

describe('a comparison', () => {
	it('takes its contestants in turns, each way', async () => {
		expect([0, 1, 2].map((round) => order(['a', 'b', 'c'], round).join(''))).toEqual([
			'abc',
			'cba',
			'abc',
		]);
		const log: string[] = [];
		const all = { a: contestant('a', [], log), b: contestant('b', [], log) };
		await comparison('a test', all, []).measure(3, () => {});
		expect(log).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
	});

	it('compares what was measured in the same round', async () => {
		const all = { a: contestant('a', [1, 20, 9]), b: contestant('b', [2, 10, 3]) };
		const bound = { ...ratio, of: ({ a, b }: Record<'a' | 'b', { ms: number }>) => a.ms / b.ms };
		const claims = await comparison('a test', all, [bound]).measure(3, () => {});
		expect(claims).toEqual([{ ...ratio, values: [0.5, 2, 3] }]);
	});

	it('says what each has measured', async () => {
		const said: string[] = [];
		const all = { a: contestant('our node', [1, 200, 9]) };
		await comparison('a test', all, []).measure(3, (line) => said.push(line));
		expect(said.slice(0, 2)).toEqual(['\na test', '  round 1 of 3: 0 s']);
		expect(said[4]).toMatch(/^ {2}our node +9\.00 ms {3}\(1\.00 to 200\)$/);
	});

	it('ends with the failure of a contestant', async () => {
		const broken = { name: 'a', run: async () => await Promise.reject(new Error('n8n is gone')) };
		const measuring = comparison('a test', { broken }, []).measure(1, () => {});
		await expect(measuring).rejects.toThrow('n8n is gone');
	});
});

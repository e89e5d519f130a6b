import { dues, incidentsAtN8n, ROUND, type Planned } from './schedule.mts';

const first = (plan: Iterator<Planned, never>, count: number) =>
	Array.from({ length: count }, () => plan.next().value);

describe('a schedule', () => {
	it('is the same for the same seed, and another one for another seed', () => {
		expect(dues(7, 60, 20)).toEqual(dues(7, 60, 20));
		expect(dues(7, 60, 20)).not.toEqual(dues(8, 60, 20));
		expect(first(incidentsAtN8n(7), 20)).toEqual(first(incidentsAtN8n(7), 20));
		expect(first(incidentsAtN8n(7), 20)).not.toEqual(first(incidentsAtN8n(8), 20));
	});

	it('has the given number of events per second, a twentieth of them twice', () => {
		const all = dues(1, 600, 20);
		const again = all.filter(({ how }) => how !== 'published');
		expect(all.length - again.length).toBe(12_000);
		expect(again.length / 12_000).toBeCloseTo(0.05, 2);
		for (const { event, at, kind } of again)
			expect(all.some((due) => due.event === event && due.kind === kind && due.at <= at)).toBe(
				true,
			);
	});

	it('makes everything go wrong once before anything goes wrong again', () => {
		const plan = first(incidentsAtN8n(3), 2 * ROUND).map(({ kind }) => kind);
		for (const round of [plan.slice(0, ROUND), plan.slice(ROUND)])
			expect(new Set(round).size).toBe(ROUND);
	});
});

import { ENOUGH_ROUNDS, holds, unmeasured, verdict, type Claim } from './claims.mts';

const claim = (values: number[], more: Partial<Claim> = {}): Claim => ({
	text: 'a / b',
	unit: '',
	atMost: 0.6,
	judged: 'median',
	values,
	...more,
});

describe('a claim', () => {
	it('is judged by its median, whatever single rounds did', () => {
		expect(holds(claim([0.5, 0.6, 9]))).toBe(true);
		expect(holds(claim([0.5, 0.61, 0.62]))).toBe(false);
	});

	it('of what must never happen is judged by the worst round', () => {
		expect(holds(claim([16, 16, 16], { atMost: 16, judged: 'worst' }))).toBe(true);
		expect(holds(claim([16, 17, 16], { atMost: 16, judged: 'worst' }))).toBe(false);
	});

	it.each([[[]], [[Number.NaN]], [[0.1, Number.NaN]], [[0.1, -Infinity]]])(
		'does not hold for %j, which does not make a figure',
		(values) => {
			expect(holds(claim(values))).toBe(false);
		},
	);

	it('does not hold without a bound', () => {
		expect(holds(claim([0.1], { atMost: Number.NaN }))).toBe(false);
	});
});

describe('the verdict', () => {
	it('is a table of every claim with its bound', () => {
		const claims = [
			claim([0.5, 0.4, 0.7]),
			claim([70], { text: 'hold', unit: 'ms', atMost: 50, judged: 'worst' }),
		];
		const { lines, exitCode } = verdict(claims, ENOUGH_ROUNDS);
		expect(lines).toEqual([
			'         claim  measured  bound        rounds',
			'  holds  a / b  0.50      <= 0.60      0.40 to 0.70',
			'  FAILS  hold   70.00 ms  <= 50.00 ms  70.00 to 70.00, the worst counts',
			'',
			'  1 of 2 claims hold',
		]);
		expect(exitCode).toBe(1);
	});

	it('is 0 if all claims hold', () => {
		expect(verdict([claim([0.5])], ENOUGH_ROUNDS).exitCode).toBe(0);
	});

	it('is 1 after too few rounds, and says why', () => {
		const { lines, exitCode } = verdict([claim([0.5])], ENOUGH_ROUNDS - 1);
		expect(lines.at(-1)).toBe('  4 of at least 5 rounds: a quick look, which proves nothing');
		expect(exitCode).toBe(1);
	});

	it('is 1 without any claim, and for a part that could not be measured', () => {
		expect(verdict([], ENOUGH_ROUNDS).exitCode).toBe(1);
		const { lines, exitCode } = verdict([unmeasured('sends', 'n8n is gone')], ENOUGH_ROUNDS);
		expect(lines[1]).toMatch(/FAILS +sends .* n8n is gone$/);
		expect(exitCode).toBe(1);
	});
});

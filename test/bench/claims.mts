import { digits, figure, range, type Figure } from './figures.mts';
import { table } from './table.mts';

/** Fewer rounds than this prove nothing. */
export const ENOUGH_ROUNDS = 5;

/** Something that is said of the node, with its bound. */
export interface Claim {
	text: string;
	unit: string;
	atMost: number;
	/** What is judged: what must never happen is judged by the worst round. */
	judged: 'median' | 'worst';
	/** One value a round. */
	values: readonly number[];
	/** Why there are none. */
	failure?: string;
}

/** A claim of which nothing could be measured. Failures of n8n can be pages long. */
export const unmeasured = (text: string, failure: string): Claim => ({
	text,
	unit: '',
	atMost: Number.NaN,
	judged: 'median',
	values: [],
	failure: failure.split('\n')[0]?.slice(0, 300) ?? '',
});

const judgedValue = ({ judged }: Claim, { median, max }: Figure) =>
	judged === 'worst' ? max : median;

/** NaN does not hold: a figure that could not be taken proves nothing. */
export function holds(claim: Claim): boolean {
	return claim.failure === undefined && judgedValue(claim, figure(claim.values)) <= claim.atMost;
}

function row(claim: Claim): string[] {
	const verdict = holds(claim) ? 'holds' : 'FAILS';
	if (claim.failure !== undefined) return [verdict, claim.text, '-', '-', claim.failure];
	const taken = figure(claim.values);
	const unit = claim.unit ? ` ${claim.unit}` : '';
	return [
		verdict,
		claim.text,
		`${digits(judgedValue(claim, taken))}${unit}`,
		`<= ${digits(claim.atMost)}${unit}`,
		`${range(taken)}${claim.judged === 'worst' ? ', the worst counts' : ''}`,
	];
}

/** Every claim with its bound, and what comes of all of them. */
export function verdict(
	claims: readonly Claim[],
	rounds: number,
): { lines: string[]; exitCode: 0 | 1 } {
	const failed = claims.filter((claim) => !holds(claim)).length;
	const isEnough = rounds >= ENOUGH_ROUNDS;
	const header = ['', 'claim', 'measured', 'bound', 'rounds'];
	const lines = table([header, ...claims.map(row)]);
	lines.push('', `  ${claims.length - failed} of ${claims.length} claims hold`);
	if (!isEnough) {
		lines.push(
			`  ${rounds} of at least ${ENOUGH_ROUNDS} rounds: a quick look, which proves nothing`,
		);
	}
	const isProven = claims.length > 0 && failed === 0 && isEnough;
	return { lines, exitCode: isProven ? 0 : 1 };
}

/** Median, with minimum and maximum: one run of a busy machine says little. */
export interface Figure {
	median: number;
	min: number;
	max: number;
}

export function figure(values: number[]): Figure {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (index: number) => sorted[Math.round(index)] ?? Number.NaN;
	return { median: at((sorted.length - 1) / 2), min: at(0), max: at(sorted.length - 1) };
}

export function line(name: string, { median, min, max }: Figure, unit: string, digits = 0): string {
	const text = (value: number) => value.toFixed(digits);
	return `  ${name.padEnd(52)} ${text(median).padStart(8)} ${unit}   (${text(min)} to ${text(max)})`;
}

/** A claim with its bound; the benchmark fails when one does not hold. */
export interface Claim {
	text: string;
	value: number;
	atMost: number;
	unit: string;
}

export function verdict({ text, value, atMost, unit }: Claim): string {
	const held = value <= atMost;
	return `  ${held ? 'holds' : 'FAILS'}  ${text}: ${value.toFixed(2)} ${unit}, at most ${atMost} ${unit}`;
}

/** Median, with minimum and maximum: one run of a busy machine says little. */
export interface Figure {
	min: number;
	median: number;
	max: number;
}

const NO_FIGURE: Figure = { min: Number.NaN, median: Number.NaN, max: Number.NaN };

/** NaN where a value is missing or is not a number: a figure made of the rest would look like one of all. */
export function figure(values: readonly number[]): Figure {
	const sorted = [...values].sort((a, b) => a - b);
	if (sorted.length === 0 || !values.every(Number.isFinite)) return NO_FIGURE;
	const at = (index: number) => sorted[index] ?? Number.NaN;
	const middle = (sorted.length - 1) / 2;
	return {
		min: at(0),
		median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
		max: at(sorted.length - 1),
	};
}

/** Two digits after the point where a whole number would hide the difference. */
export function digits(value: number): string {
	return value.toFixed(Math.abs(value) < 100 ? 2 : 0);
}

export function range({ min, max }: Figure): string {
	return `${digits(min)} to ${digits(max)}`;
}

import { digits, figure, range } from './figures.mts';

const nothing = { min: Number.NaN, median: Number.NaN, max: Number.NaN };

describe('a figure', () => {
	it.each([
		[[3], { min: 3, median: 3, max: 3 }],
		[[5, 1, 3], { min: 1, median: 3, max: 5 }],
		[[4, 1, 3, 2], { min: 1, median: 2.5, max: 4 }],
		[[10, 9, 100], { min: 9, median: 10, max: 100 }],
		[[-2, 1, -30], { min: -30, median: -2, max: 1 }],
	])('of %j is its minimum, median and maximum', (values, expected) => {
		expect(figure(values)).toEqual(expected);
	});

	it.each([[[]], [[Number.NaN]], [[1, Number.NaN, 2]], [[1, Infinity]], [[-Infinity, 0]]])(
		'of %j does not exist',
		(values) => {
			expect(figure(values)).toEqual(nothing);
		},
	);

	it('leaves the values in their order', () => {
		const values = [3, 1, 2];
		figure(values);
		expect(values).toEqual([3, 1, 2]);
	});

	it('is written with digits where they matter', () => {
		expect([0.5949, -3.14159, 99.99, 8612.4, Number.NaN].map(digits)).toEqual([
			'0.59',
			'-3.14',
			'99.99',
			'8612',
			'NaN',
		]);
		expect(range(figure([0.5, 0.75]))).toBe('0.50 to 0.75');
	});
});

import { grouped, howMany } from '../../form/counts.ts';

describe('a number in a text', () => {
	it.each<[number | string, string]>([
		[0, '0'],
		[999, '999'],
		[1024, '1,024'],
		[43_200, '43,200'],
		[2_592_000, '2,592,000'],
		[-180, '-180'],
		[-1024, '-1,024'],
		['2048.5', '2,048.5'],
		[1.23456, '1.23456'],
		[Number.NaN, 'NaN'],
	])('%p has its thousands apart', (number, text) => {
		expect(grouped(number)).toBe(text);
	});

	it('tells one thing from several', () => {
		expect(howMany(1, 'character')).toBe('1 character');
		expect(howMany(0, 'event')).toBe('0 events');
		expect(howMany(2048, 'byte')).toBe('2,048 bytes');
	});
});

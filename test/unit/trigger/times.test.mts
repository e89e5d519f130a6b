import { isoTime } from '../../../whatsapp/events/time.ts';
import { HOSTILE_TEXTS, NOT_TEXT } from '../support/hostile.mts';
import { changed, received } from './published.mts';

describe('a time', () => {
	it.each([
		['1795509654', '2026-11-24T08:40:54.000Z'],
		[1795509654, '2026-11-24T08:40:54.000Z'],
		[' 1795509654 ', '2026-11-24T08:40:54.000Z'],
		['1795509654.25', '2026-11-24T08:40:54.250Z'],
		['1795509654250', '2026-11-24T08:40:54.250Z'],
		[1230768000, '2009-01-01T00:00:00.000Z'],
		[4102444799, '2099-12-31T23:59:59.000Z'],
		['2026-11-24T08:40:54Z', '2026-11-24T08:40:54.000Z'],
		['2026-11-24T08:40:54.214123456Z', '2026-11-24T08:40:54.214Z'],
		['2026-11-24t09:40:54.5+01:00', '2026-11-24T08:40:54.500Z'],
		['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
	])('is read as Unix time or RFC 3339: %j', (given, expected) => {
		expect(isoTime(given)).toBe(expected);
	});

	it.each([
		...[-5, '-5', 0, '0', 1, 1230767999, 4102444800, 4102444800000, 1795509654000000, 1e300],
		...['hello 5', '5', 'yesterday', '2026', '2026-11-24', 'Nov 24, 2026', '11/24/2026'],
		...['Tue, 24 Nov 2026 08:40:54 GMT', '2026-11-24T08:40:54', '2026-11-24 08:40:54Z'],
		...['2026-11-24T08:40Z', '2026-11-24T24:00:00Z', '2026-11-24T08:60:00Z'],
		...['2026-11-24T08:40:54+0100', '2026-11-24T08:40:54+25:00', '2026-13-01T00:00:00Z'],
		...['2026-02-31T00:00:00Z', '2025-02-29T00:00:00Z', '2026-00-10T00:00:00Z'],
		...['9999-12-31T23:59:59Z', '+012026-11-24T08:40:54Z', '1970-01-01T00:00:00Z'],
		...['1.8e9', '0x6B05', '٠١٢٣', '1795509654Z', '1'.repeat(1_000_000), '', ' '],
		...[NaN, Infinity, null, undefined, true, {}, { getTime: 1 }],
		...HOSTILE_TEXTS.map(([, text]) => text),
		...NOT_TEXT.map(([, value]) => value),
	])('is ignored if it is implausible or anything else: case %#', (given) => {
		expect(isoTime(given)).toBeUndefined();
	});

	it.each(['-5', 'hello 5', '9999-12-31T23:59:59Z', '0', '253402300799', null, {}])(
		'that is invalid, such as %j, gives way to the time at which AWS passed the event on',
		(timestamp) => {
			expect(received({ type: 'text', timestamp }).timestamp).toBe('2026-11-24T08:40:54.214Z');
		},
	);

	it('that is invalid adds no member to an item', () => {
		const [notice] = changed('template_category_update', { category_update_timestamp: 'hello 5' });
		expect(notice).not.toHaveProperty('categoryChangesAt');
	});
});

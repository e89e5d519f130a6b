import { updateCallSettings } from '../../nodes/AwsWhatsApp/resources/phoneNumber/updateCallSettings.operation.ts';
import { formWith } from './support/form.mts';
import { refusalOf } from './support/refusal.mts';

const compose = (values: Record<string, unknown>) =>
	updateCallSettings.compose?.(formWith({ callEnabled: true, ...values }));
const refusal = (values: Record<string, unknown>) => refusalOf(() => compose(values));

const HOURS = { setCallHours: true, timezone: 'Europe/Berlin', callHoursEnabled: true };
const week = (...hours: object[]) => ({ ...HOURS, weeklyOperatingHours: { hours } });
const holidays = (...holiday: object[]) => ({ ...HOURS, holidaySchedule: { holiday } });
const monday = { dayOfWeek: 'MONDAY', openTime: '09:00', closeTime: '17:00' };
const christmas = { date: '2026-12-24', startTime: '00:00', endTime: '12:30' };

/* What is sent of good values is compared in test/wire. */

describe('call settings', () => {
	it('accept text that says no as "off"', () => {
		expect(compose({ callEnabled: 'false' })).toEqual({ callSettings: { callEnabled: false } });
	});

	it.each([[null], [''], [undefined], [2], ['maybe'], ['none'], [{}], [[]]])(
		'never treat %j as "off", which would end all calls',
		(value) => {
			expect(refusal({ callEnabled: value }).message).toContain("'Calls Enabled'");
			expect(refusal({ ...HOURS, callHoursEnabled: value }).message).toContain(
				"'Call Hours Enforced'",
			);
		},
	);

	it('accept any word that AWS may know by then', () => {
		const words = { callIconVisibility: 'x'.repeat(50) };
		expect(compose({ additionalFields: words })).toMatchObject({ callSettings: words });
		expect(refusal({ additionalFields: { callIconVisibility: 'x'.repeat(51) } }).message).toBe(
			"'Call Icon' is too long",
		);
		expect(refusal({ additionalFields: { callbackPermissionStatus: ['x'] } }).message).toBe(
			"'Callback Permission' is not text",
		);
	});
});

describe('call hours', () => {
	it('are not read when they are not set', () => {
		expect(compose({ ...week({ dayOfWeek: 'NEVER' }), setCallHours: false })).toEqual({
			callSettings: { callEnabled: true },
		});
	});

	it.each([
		['00:00', 0, 0],
		['9:05', 9, 5],
		['23:59', 23, 59],
		[' 12:30 ', 12, 30],
		['12:30:45', 12, 30],
	])('%p is a time of day', (openTime, hours, minutes) => {
		expect(compose(week({ ...monday, openTime }))).toMatchObject({
			callSettings: { callHours: { weeklyOperatingHours: [{ openTime: { hours, minutes } }] } },
		});
	});

	it.each(['24:00', '12:60', '-1:00', '9', '9.30', '09:5', '9 am', '٠٩:٠٠', '1:00:60x', 930])(
		'%p is not a time of day',
		(closeTime) => {
			expect(refusal(week(monday, { ...monday, closeTime })).message).toBe(
				"'Weekly Hours 2: Closes At' is not a time of day",
			);
		},
	);

	it('name the row if something is missing or not text', () => {
		expect(refusal(week({ ...monday, openTime: '' })).message).toBe(
			"'Weekly Hours 1: Opens At' is empty",
		);
		expect(refusal(holidays(christmas, { ...christmas, date: null })).message).toBe(
			"'Holidays 2: Date' is empty",
		);
		expect(refusal(holidays({ ...christmas, startTime: ['09:00'] })).message).toBe(
			"'Holidays 1: Opens At' is not text",
		);
	});

	it.each(['MON', 'monday', 'MONTAG', '<b>'])('do not accept the day %p', (dayOfWeek) => {
		expect(refusal(week({ ...monday, dayOfWeek })).message).toBe(
			"'Weekly Hours 1: Day' has an unknown value",
		);
	});

	it.each([
		['2026-12-24', '2026-12-24'],
		['2028-02-29', '2028-02-29'],
		['2026-12-24T23:30:00.000+01:00', '2026-12-24'],
	])('%p is the date %s', (date, sent) => {
		expect(compose(holidays({ ...christmas, date }))).toMatchObject({
			callSettings: { callHours: { holidaySchedule: [{ date: sent }] } },
		});
	});

	it.each(['2026-02-29', '2026-13-01', '2026-1-1', '24.12.2026', '2026-12-24 18:00', 'tomorrow'])(
		'%p is not a date',
		(date) => {
			expect(refusal(holidays({ ...christmas, date })).message).toBe(
				"'Holidays 1: Date' is not a valid date",
			);
		},
	);

	it('accept only time zones of the IANA list', () => {
		for (const timezone of ['UTC', 'America/Sao_Paulo', 'Asia/Kolkata', ' Europe/Berlin ']) {
			expect(compose({ ...HOURS, timezone })).toMatchObject({
				callSettings: { callHours: { timezone: timezone.trim() } },
			});
		}
		for (const timezone of ['Berlin', 'Europe/Nowhere', 'GMT+1 hour', '👍', 'Europe/Berlin\nx']) {
			expect(refusal({ ...HOURS, timezone }).message).toBe("'Time Zone' is not a time zone");
		}
		expect(refusal({ ...HOURS, timezone: '' }).message).toBe("'Time Zone' is empty");
		expect(refusal({ ...HOURS, timezone: 'x'.repeat(101) }).message).toBe(
			"'Time Zone' is too long",
		);
	});

	it('have at most 14 entries a week and 20 holidays', () => {
		const many = (count: number, row: object) => Array.from({ length: count }, () => row);
		expect(compose(week(...many(14, monday)))).toBeDefined();
		expect(compose(holidays(...many(20, christmas)))).toBeDefined();
		expect(refusal(week(...many(15, monday)))).toMatchObject({
			message: "'Weekly Hours' has the wrong number of entries",
			description: 'It has 15; AWS accepts at most 14.',
		});
		expect(refusal(holidays(...many(21, christmas))).message).toBe(
			"'Holidays' has the wrong number of entries",
		);
	});
});

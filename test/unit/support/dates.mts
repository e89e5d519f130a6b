import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Luxon {
	DateTime: {
		fromISO(text: string, options?: { zone?: string; setZone?: boolean }): object;
		fromMillis(milliseconds: number, options?: { zone?: string }): object;
		invalid(reason: string): object;
	};
	Duration: { fromObject(parts: object): object };
	Interval: { fromISO(text: string): object };
}

const here = createRequire(join(process.cwd(), 'package.json'));
/** The Luxon of n8n's own expressions. */
const luxon = createRequire(here.resolve('n8n-workflow'))('luxon') as Luxon;
const { DateTime, Duration, Interval } = luxon;

const AT = Date.UTC(2026, 11, 31, 18, 30);
const IN_UTC = '2026-12-31T18:30:00.000Z';

/** As Moment's: invalid ones return null. */
class MomentLike {
	constructor(private readonly milliseconds: number) {}
	valueOf = () => this.milliseconds;
	toISOString = () =>
		Number.isNaN(this.milliseconds) ? null : new Date(this.milliseconds).toISOString();
	toJSON = () => this.toISOString();
	format = () => 'December 31st';
}

/** As Day.js's: invalid ones throw. */
class DayjsLike {
	constructor(private readonly $d: Date) {}
	valueOf = () => this.$d.getTime();
	toISOString = () => this.$d.toISOString();
	toJSON = () => (Number.isNaN(this.valueOf()) ? null : this.toISOString());
}

/** Dates as expressions give them, and how they read. */
export const DATES: Array<[name: string, date: object, text: string]> = [
	[
		"n8n's $now",
		DateTime.fromMillis(AT, { zone: 'Europe/Berlin' }),
		'2026-12-31T19:30:00.000+01:00',
	],
	["n8n's $today", DateTime.fromISO('2026-12-31', { zone: 'utc' }), '2026-12-31T00:00:00.000Z'],
	[
		'a DateTime with an offset of its own',
		DateTime.fromISO('2026-12-31T18:30:00-03:00', { setZone: true }),
		'2026-12-31T18:30:00.000-03:00',
	],
	["JavaScript's Date", new Date(AT), IN_UTC],
	['a Date of 1970', new Date(0), '1970-01-01T00:00:00.000Z'],
	["Moment's", new MomentLike(AT), IN_UTC],
	["Day.js's", new DayjsLike(new Date(AT)), IN_UTC],
	[
		'a Date from elsewhere, which is no Date of this realm',
		Object.assign(Object.create(null), { toISOString: () => IN_UTC }),
		IN_UTC,
	],
];

/** What became of texts that could not be read as dates. */
export const NO_DATES: Array<[name: string, date: object]> = [
	['a DateTime', DateTime.invalid('unparsable')],
	['a DateTime of nonsense', DateTime.fromISO('yesterday')],
	['a Date', new Date(Number.NaN)],
	['a Date of nonsense', new Date('31.12.2026')],
	["Moment's", new MomentLike(Number.NaN)],
	["Day.js's", new DayjsLike(new Date(Number.NaN))],
];

/** Luxon's other types, which are not instants: nobody should read "PT36H". */
export const NOT_DATES: Array<[name: string, value: object]> = [
	['a Duration', Duration.fromObject({ hours: 36 })],
	['an Interval', Interval.fromISO('2026-12-31/2027-01-01')],
];

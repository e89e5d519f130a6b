import { FieldError } from './fieldError';

/** What dates of all kinds have for telling themselves as ISO text. */
type Told = () => unknown;

const isMethod = (value: unknown): value is Told => typeof value === 'function';

/**
 * How a date tells its ISO text: JavaScript's Date, and the dates of Moment and Day.js, in UTC; Luxon's
 * DateTime, which n8n's $now and $today are, with its own offset. Spans of time are no dates.
 *
 * @returns undefined for what is not a date
 */
function toldBy(value: object): Told | undefined {
	if ('toISOString' in value && isMethod(value.toISOString)) return value.toISOString.bind(value);
	if (!('isLuxonDateTime' in value && 'toISO' in value)) return undefined;
	return isMethod(value.toISO) ? value.toISO.bind(value) : undefined;
}

/** Whether an expression gave a date, even an invalid one, such as that of a text that cannot be read. */
export function isDate(value: unknown): value is object {
	return typeof value === 'object' && value !== null && toldBy(value) !== undefined;
}

/** An invalid date throws when asked for its text, or returns none. */
function isoText(date: object): string | undefined {
	try {
		const text = toldBy(date)?.();
		return typeof text === 'string' ? text : undefined;
	} catch {
		return undefined;
	}
}

/** A date as ISO text, the way JSON and n8n itself write it; a FieldError for an invalid date. */
export function dateText(date: object, label: string): string {
	const text = isoText(date);
	if (text !== undefined) return text;
	throw new FieldError(
		`'${label}' contains an invalid date`,
		'It was created from a value that is not a date. Check the expression.',
	);
}

/** Whether a text is a day of the calendar as YYYY-MM-DD. JavaScript would take 30 February for 2 March. */
export function isDay(written: string): boolean {
	const day = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${written}T`);
}

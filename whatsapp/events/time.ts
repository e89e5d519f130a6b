import { text } from '../../form/unknown';

/** WhatsApp's first year, and a far one: what lies outside is not the time of an event. */
const EARLIEST = Date.UTC(2009, 0);
const LATEST = Date.UTC(2100, 0);

const UNIX_TIME = /^\d+(\.\d+)?$/;

const RFC_3339 =
	/^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

const isPlausible = (milliseconds: number) => milliseconds >= EARLIEST && milliseconds < LATEST;

/** JavaScript takes February 31 for March 3. */
function isOnCalendar(year: number, month: number, day: number): boolean {
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function millisecondsOf(given: string): number | undefined {
	if (UNIX_TIME.test(given)) {
		const number = Number(given);
		return [number * 1000, number].find(isPlausible);
	}
	const [, year, month, day] = RFC_3339.exec(given) ?? [];
	if (!isOnCalendar(Number(year), Number(month), Number(day))) return undefined;
	return [Date.parse(given)].find(isPlausible);
}

/**
 * A time of Meta's (Unix seconds or milliseconds, as text or number) or of AWS's (RFC 3339) as ISO 8601;
 * undefined for everything else, since no time is better than a wrong one.
 */
export function isoTime(value: unknown): string | undefined {
	const milliseconds = millisecondsOf(text(value)?.trim() ?? '');
	return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

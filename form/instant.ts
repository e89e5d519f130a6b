import { emptyField, FieldError } from './fieldError';
import { quoted, textOf } from './rule';

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?/;
const WITH_ZONE = new RegExp(`${LOCAL.source}(Z|[+-]\\d{2}:?\\d{2})$`, 'i');
const WITHOUT_ZONE = new RegExp(`${LOCAL.source}$`, 'i');

/** Unix time in milliseconds of 2001, which in seconds is far in the future. */
const FIRST_IN_MS = 1e12;
/** The last instant that JavaScript's dates know. */
const LAST_IN_MS = 8.64e15;

/** How far the clocks of a time zone are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: number, timeZone: string): number {
	const clock = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'medium',
	}).format(instant);
	return Date.parse(`${clock.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the clocks of a time zone show a time. A time that the clocks skip in spring
 * is as much later as they skip.
 */
function inZone(local: string, timeZone: string): number {
	const asUtc = Date.parse(`${local.replace(' ', 'T')}Z`);
	if (Number.isNaN(asUtc)) return asUtc;
	const guess = asUtc - aheadOfUtc(asUtc, timeZone);
	return asUtc - aheadOfUtc(guess, timeZone);
}

function millisecondsOf(value: unknown, label: string, timeZone?: string): number {
	const text = textOf(value, label).trim();
	if (text === '') {
		throw emptyField(label, 'Enter a date and time.');
	}
	if (/^\d+$/.test(text)) return Number(text);
	if (WITH_ZONE.test(text)) return Date.parse(text.replace(' ', 'T'));
	if (timeZone !== undefined && WITHOUT_ZONE.test(text)) return inZone(text, timeZone);
	throw new FieldError(
		`'${label}' is not a date and time`,
		`You entered ${quoted(text)}. Use a format such as 2026-12-31T18:00:00+01:00, ${timeZone === undefined ? 'with an offset or a Z at the end' : "or leave out the offset to use the workflow's time zone"}.`,
	);
}

/**
 * An instant as Unix time in milliseconds: from a date with a time, either a text or one of the dates
 * of which n8n's expressions are full, or from the number itself.
 *
 * @param timeZone IANA name of the zone of times that have none; without it they are refused
 * @throws FieldError when it is not any of these; Unix time in seconds would be an instant of 1970
 */
export function instant(value: unknown, label: string, timeZone?: string): number {
	const milliseconds = millisecondsOf(value, label, timeZone);
	if (!(milliseconds >= FIRST_IN_MS && milliseconds <= LAST_IN_MS)) {
		throw new FieldError(
			`'${label}' is not a valid date and time`,
			`You entered ${quoted(textOf(value, label).trim())}. Use a date after 2001, such as 2026-12-31T18:00:00Z. A Unix timestamp must be in milliseconds, not in seconds.`,
		);
	}
	return milliseconds;
}

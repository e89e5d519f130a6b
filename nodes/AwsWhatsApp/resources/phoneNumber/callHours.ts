import type { IDataObject } from 'n8n-workflow';
import { choice, flag } from '../../../../form/choices';
import { filledIn, mapped, present } from '../../../../form/field';
import { isDay } from '../../../../form/dates';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import { rows } from '../../../../form/rows';
import { quoted } from '../../../../form/rule';
import { id } from '../../../../form/texts';
import { shownWhen } from '../../../../form/variants';

function timeOfDay(written: string, label: string): IDataObject {
	const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(written) ?? [];
	if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) {
		throw new FieldError(
			`'${label}' is not a time of day`,
			`You entered ${quoted(written)}. Enter hours and minutes from 00:00 to 23:59.`,
		);
	}
	return { hours: Number(hours), minutes: Number(minutes) };
}

const time = (displayName: string, name: string, initial: string) =>
	mapped(id(displayName, name, { default: initial, required: true, example: '09:00' }), timeOfDay);

/** The date alone; dates from other nodes often include a time. */
function dateOf(written: string, label: string): string {
	const [date = ''] = written.split('T');
	if (!isDay(date)) {
		throw new FieldError(
			`'${label}' is not a valid date`,
			`You entered ${quoted(written)}. Enter year, month and day, such as 2026-12-24.`,
		);
	}
	return date;
}

function timezoneOf(timezone: string, label: string): string {
	try {
		new Intl.DateTimeFormat('en', { timeZone: timezone });
		return timezone;
	} catch {
		return noTimezone(label, timezone);
	}
}

function noTimezone(label: string, timezone: string): never {
	throw new FieldError(
		`'${label}' is not a time zone`,
		`You entered ${quoted(timezone)}. Use a name from the IANA list, such as Europe/Berlin or America/Sao_Paulo.`,
	);
}

const setCallHours = flag('Set Call Hours', 'setCallHours', {
	default: false,
	description: 'Whether to set the hours when customers can call',
});

const timezone = mapped(
	id('Time Zone', 'timezone', {
		rule: { maxLength: 100, by: 'AWS' },
		required: true,
		example: 'Europe/Berlin',
		description: 'IANA name of the time zone for the hours',
	}),
	timezoneOf,
);

const enabled = flag('Call Hours Enforced', 'callHoursEnabled', {
	default: true,
	strict: true,
	description: 'Whether to enforce the call hours. If not, customers can call at any time.',
});

const opening = {
	dayOfWeek: choice(
		'Day',
		'dayOfWeek',
		{
			MONDAY: 'Monday',
			TUESDAY: 'Tuesday',
			WEDNESDAY: 'Wednesday',
			THURSDAY: 'Thursday',
			FRIDAY: 'Friday',
			SATURDAY: 'Saturday',
			SUNDAY: 'Sunday',
		},
		{ default: 'MONDAY', needed: true },
	),
	openTime: time('Opens At', 'openTime', '09:00'),
	closeTime: time('Closes At', 'closeTime', '17:00'),
};

const weeklyOperatingHours = rows('Weekly Hours', 'weeklyOperatingHours', {
	row: 'Hours',
	rowName: 'hours',
	fields: Object.values(opening),
	// Source: AWS's API reference, WhatsAppCallHours.
	count: { min: 0, max: 14, by: 'AWS' },
	typeOptions: { multipleValues: true },
	description:
		'Days not listed are closed. At most {max} entries, e.g. two a day with a lunch break.',
});

const holiday = {
	date: mapped(id('Date', 'date', { required: true, example: '2026-12-24' }), dateOf),
	startTime: time('Opens At', 'startTime', '00:00'),
	endTime: time('Closes At', 'endTime', '00:00'),
};

const holidaySchedule = rows('Holidays', 'holidaySchedule', {
	row: 'Holiday',
	rowName: 'holiday',
	fields: Object.values(holiday),
	count: { min: 0, max: 20, by: 'AWS' },
	typeOptions: { multipleValues: true },
	description: 'Days with different hours, at most {max}',
});

/** The form of the hours at which customers may call. */
export const callHoursFields = [
	setCallHours,
	...shownWhen({ setCallHours: [true] }, [
		timezone,
		enabled,
		weeklyOperatingHours,
		holidaySchedule,
	]),
];

/** The hours as AWS takes them, or undefined if the form does not set them. */
export function callHoursOf(form: Form): IDataObject | undefined {
	if (!setCallHours.of(form)) return undefined;
	return {
		enabled: enabled.of(form),
		timezone: timezone.of(form),
		weeklyOperatingHours: weeklyOperatingHours.of(form).map((row) => filledIn(row, opening)),
		...present({ holidaySchedule: holidaySchedule.of(form).map((row) => filledIn(row, holiday)) }),
	};
}

import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { FieldError } from '../../../../form/fieldError';
import type { Form } from '../../../../form/form';
import { flag, oneOf } from '../../../../form/readers';
import { quoted } from '../../../../form/rule';

const DAYS = [
	{ name: 'Monday', value: 'MONDAY' },
	{ name: 'Tuesday', value: 'TUESDAY' },
	{ name: 'Wednesday', value: 'WEDNESDAY' },
	{ name: 'Thursday', value: 'THURSDAY' },
	{ name: 'Friday', value: 'FRIDAY' },
	{ name: 'Saturday', value: 'SATURDAY' },
	{ name: 'Sunday', value: 'SUNDAY' },
];

/** Most entries AWS takes. Source: AWS's API reference, WhatsAppCallHours. */
const MOST_WEEKLY = 14;
const MOST_HOLIDAYS = 20;

const timeField = (displayName: string, name: string, initial: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: initial,
	required: true,
	placeholder: 'e.g. 09:00',
});

/** The form of the hours at which customers may call. */
export const callHoursFields: INodeProperties[] = [
	{
		displayName: 'Set Call Hours',
		name: 'setCallHours',
		type: 'boolean',
		default: false,
		description: 'Whether to set the hours at which customers can call',
	},
	...updateDisplayOptions({ show: { setCallHours: [true] } }, [
		{
			displayName: 'Time Zone',
			name: 'timezone',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Europe/Berlin',
			description: 'IANA name of the time zone in which the hours are meant',
		},
		{
			displayName: 'Call Hours Enforced',
			name: 'callHoursEnabled',
			type: 'boolean',
			default: true,
			description: 'Whether the hours hold. If not, customers can call at any time.',
		},
		{
			displayName: 'Weekly Hours',
			name: 'weeklyOperatingHours',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add hours',
			default: {},
			description:
				'Days without an entry are closed. At most 14 entries, for instance two a day with a break at noon.',
			options: [
				{
					displayName: 'Hours',
					name: 'hours',
					values: [
						{
							displayName: 'Day',
							name: 'dayOfWeek',
							type: 'options',
							options: DAYS,
							default: 'MONDAY',
						},
						timeField('Opens At', 'openTime', '09:00'),
						timeField('Closes At', 'closeTime', '17:00'),
					],
				},
			],
		},
		{
			displayName: 'Holidays',
			name: 'holidaySchedule',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add holiday',
			default: {},
			description: 'Days with other hours than usual, at most 20',
			options: [
				{
					displayName: 'Holiday',
					name: 'holiday',
					values: [
						{
							displayName: 'Date',
							name: 'date',
							type: 'string',
							default: '',
							required: true,
							placeholder: 'e.g. 2026-12-24',
						},
						timeField('Opens At', 'startTime', '00:00'),
						timeField('Closes At', 'endTime', '00:00'),
					],
				},
			],
		},
	]),
];

function timeOf(row: Form, name: string): IDataObject {
	const written = row.id(name);
	const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(written) ?? [];
	if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) {
		throw new FieldError(
			`'${row.label(name)}' is not a time of day`,
			`You gave ${quoted(written)}. Write hours and minutes from 00:00 to 23:59.`,
		);
	}
	return { hours: Number(hours), minutes: Number(minutes) };
}

/** The date alone; dates of other nodes often come with a time behind. */
function dateOf(row: Form): string {
	const written = row.id('date');
	const [, date] = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(written) ?? [];
	const parsed = new Date(`${date}T00:00:00Z`);
	if (!date || Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date)) {
		throw new FieldError(
			`'${row.label('date')}' is not a date`,
			`You gave ${quoted(written)}. Write it as year, month and day: 2026-12-24.`,
		);
	}
	return date;
}

function timezoneOf(form: Form): string {
	const timezone = form.id('timezone', { maxLength: 100, by: 'AWS' });
	try {
		new Intl.DateTimeFormat('en', { timeZone: timezone });
		return timezone;
	} catch {
		return noTimezone(form.label('timezone'), timezone);
	}
}

function noTimezone(label: string, timezone: string): never {
	throw new FieldError(
		`'${label}' is not a time zone`,
		`You gave ${quoted(timezone)}. Use a name of the IANA list, such as Europe/Berlin or America/Sao_Paulo.`,
	);
}

function rowsOf(form: Form, name: string, most: number): Form[] {
	const rows = form.rows(name);
	if (rows.length > most) {
		throw new FieldError(
			`'${form.label(name)}' has too many entries`,
			`It has ${rows.length}, AWS accepts at most ${most}.`,
		);
	}
	return rows;
}

const dayOf = oneOf(
	DAYS.map(({ value }) => value),
	{ required: true },
);

/** The hours as AWS takes them, or undefined if the form does not set them. */
export function callHoursOf(form: Form): IDataObject | undefined {
	if (!form.member('setCallHours', flag)) return undefined;
	const holidays = rowsOf(form, 'holidaySchedule', MOST_HOLIDAYS).map((row) => ({
		date: dateOf(row),
		startTime: timeOf(row, 'startTime'),
		endTime: timeOf(row, 'endTime'),
	}));
	return {
		enabled: form.strictFlag('callHoursEnabled'),
		timezone: timezoneOf(form),
		weeklyOperatingHours: rowsOf(form, 'weeklyOperatingHours', MOST_WEEKLY).map((row) => ({
			dayOfWeek: row.member('dayOfWeek', dayOf),
			openTime: timeOf(row, 'openTime'),
			closeTime: timeOf(row, 'closeTime'),
		})),
		...(holidays.length === 0 ? {} : { holidaySchedule: holidays }),
	};
}

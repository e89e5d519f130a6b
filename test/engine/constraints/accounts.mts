import { chosen } from '../setting.mts';
import {
	between,
	forAll,
	letters,
	linkUpTo,
	switches,
	upTo,
	type Constraint,
} from './constraint.mts';

const ASSOCIATE: Constraint['place'] = ['businessAccount', 'associate'];
const tags = { tag: [{ key: 'a', value: 'b' }] };
const setup = {
	associateStep: 'setupFinalization',
	setupTarget: 'waba',
	associateInProgressToken: 'token',
	businessAccountId: chosen('waba-a'),
	phoneNumbers: { phoneNumber: [{ id: '1', twoFactorPin: '123456', tags }] },
	destinationType: 'snsTopic',
	eventDestinationArn: 'arn:aws:sns:eu-west-1:111122223333:a',
	tags,
};
const finalize = (label: string, path: string, limits: Pick<Constraint, 'inside' | 'outside'>) => ({
	place: ASSOCIATE,
	label,
	path,
	more: setup,
	...limits,
});
const number = (label: string, path: string, limits: Pick<Constraint, 'inside' | 'outside'>) =>
	finalize(`Phone Numbers 1: ${label}`, `phoneNumbers.phoneNumber.0.${path}`, limits);

const sns = {
	inside: [between('arn:aws:sns:eu-west-1:111122223333:', '', 2048)],
	outside: [
		between('arn:aws:sns:eu-west-1:111122223333:', '', 2049),
		'',
		'topic',
		'arn:aws:s3:::a',
	],
};
const role = {
	inside: ['arn:aws:iam::111122223333:role/aZ9+=,.@-_'],
	outside: ['arn:aws:iam::111122223333:role/a/b', 'arn:aws:iam::1:role/a', 'a'],
};

const associating: Constraint[] = [
	{ place: ASSOCIATE, label: 'Access Token', path: 'accessToken', ...upTo(1000, true) },
	{ place: ASSOCIATE, label: 'Callback URL', path: 'callbackUrl', ...linkUpTo(100) },
	finalize('Association Token', 'associateInProgressToken', upTo(50, true)),
	number('Phone Number ID', 'id', upTo(100, true)),
	number('Two-Factor PIN', 'twoFactorPin', upTo(6, true)),
	number('Data Localization Region', 'dataLocalizationRegion', {
		inside: ['DE', 'ZA'],
		outside: ['de', 'DEU', 'D', 'D1', 'ÄÖ'],
	}),
	number('Tags 1: Key', 'tags.tag.0.key', upTo(128, true)),
	number('Tags 1: Value', 'tags.tag.0.value', upTo(256)),
	finalize('Tags 1: Key', 'tags.tag.0.key', upTo(128, true)),
	finalize('Tags 1: Value', 'tags.tag.0.value', upTo(256)),
	finalize('Event Destination ARN', 'eventDestinationArn', sns),
	finalize('Role ARN', 'roleArn', role),
];

const destinations: Constraint[] = [
	{
		place: ['businessAccount', 'setEventDestinations'],
		label: 'Event Destination ARN',
		path: 'eventDestinationArn',
		...sns,
	},
	{
		place: ['businessAccount', 'setEventDestinations'],
		label: 'Role ARN',
		path: 'roleArn',
		...role,
	},
];

const tagging: Constraint[] = [
	{ place: ['tag', 'add'], label: 'Tags 1: Key', path: 'tags.tag.0.key', ...upTo(128, true) },
	{ place: ['tag', 'add'], label: 'Tags 1: Value', path: 'tags.tag.0.value', ...upTo(256) },
	{
		place: ['tag', 'remove'],
		label: 'Tag Keys',
		path: 'tagKeys',
		inside: [['a'], [letters(128), 'b']],
		outside: [[letters(129)], [], '', ' , '],
	},
];

const file = { mediaSource: 's3Object', bucketName: 'abc', key: 'a' };
const bucket = {
	inside: ['abc', 'a.b-1', letters(63)],
	outside: ['ab', letters(64), '', 'Abc', '-abc', 'abc-', 'a_b'],
};

const files: Constraint[] = [
	...forAll(
		[
			['media', 'upload'],
			['template', 'uploadMedia'],
		],
		{ label: 'Bucket Name', path: 'bucketName', more: file, ...bucket },
	),
	{ place: ['media', 'download'], label: 'Bucket Name', path: 'bucketName', ...bucket },
	...forAll(
		[
			['media', 'upload'],
			['template', 'uploadMedia'],
		],
		{
			label: 'Object Key',
			path: 'key',
			more: file,
			inside: ['a', letters(1024), 'ü'.repeat(512)],
			outside: [letters(1025), `${'ü'.repeat(512)}a`, '👍'.repeat(257), '', ' \n', null],
		},
	),
	{
		place: ['media', 'download'],
		label: 'S3 Key Prefix',
		path: 'options.keyPrefix',
		more: { options: { keepS3Object: true } },
		inside: ['a', `${letters(779)}/`, 'ü'.repeat(390)],
		outside: [letters(781), 'ü'.repeat(391), '../a', 'a/./b'],
	},
	...[
		{
			place: ['media', 'upload'] as const,
			more: { mediaSource: 'presignedUrl', mimeType: 'image/png' },
		},
		{ place: ['media', 'download'] as const, more: { mediaDestination: 'presignedUrl' } },
	].map(
		({ place: [resource, operation], more }): Constraint => ({
			place: [resource, operation],
			label: 'Presigned URL',
			path: 'presignedUrl',
			more,
			inside: [between('https://b.s3.eu-west-1.amazonaws.com/', '', 2000)],
			outside: [
				between('https://b.s3.eu-west-1.amazonaws.com/', '', 2001),
				'',
				'http://b.s3.eu-west-1.amazonaws.com/a',
				'https://example.com/a',
			],
		}),
	),
];

const CALLS: Constraint['place'] = ['phoneNumber', 'updateCallSettings'];
const monday = { dayOfWeek: 'MONDAY', openTime: '09:00', closeTime: '17:00' };
const holiday = { date: '2026-12-24', startTime: '09:00', endTime: '12:00' };
const hours = {
	setCallHours: true,
	timezone: 'Europe/Berlin',
	weeklyOperatingHours: { hours: [monday] },
	holidaySchedule: { holiday: [holiday] },
};
const many = (count: number, row: object) => Array.from({ length: count }, () => row);
const timeOfDay = {
	inside: ['00:00', '23:59'],
	outside: ['24:00', '12:60', '-1:00', '', 'noon'],
	sent: (value: unknown) => {
		const [hour, minute] = String(value).split(':').map(Number);
		return { hours: hour, minutes: minute };
	},
};

const calling: Constraint[] = [
	{
		place: CALLS,
		label: 'Calls Enabled',
		path: 'callEnabled',
		...switches,
	},
	{
		place: CALLS,
		label: 'Call Icon',
		path: 'additionalFields.callIconVisibility',
		...upTo(50),
	},
	{
		place: CALLS,
		label: 'Callback Permission',
		path: 'additionalFields.callbackPermissionStatus',
		...upTo(50),
	},
	{
		place: CALLS,
		label: 'Time Zone',
		path: 'timezone',
		more: hours,
		inside: ['UTC', 'America/Argentina/ComodRivadavia'],
		outside: [letters(101), letters(50), '', null],
	},
	{
		place: CALLS,
		label: 'Weekly Hours',
		path: 'weeklyOperatingHours.hours',
		more: hours,
		inside: [many(14, monday)],
		outside: [many(15, monday)],
		sent: () =>
			many(14, {
				dayOfWeek: 'MONDAY',
				openTime: { hours: 9, minutes: 0 },
				closeTime: { hours: 17, minutes: 0 },
			}),
		isLiteral: true,
	},
	{
		place: CALLS,
		label: 'Holidays',
		path: 'holidaySchedule.holiday',
		more: hours,
		inside: [many(20, holiday)],
		outside: [many(21, holiday)],
		sent: () =>
			many(20, {
				date: '2026-12-24',
				startTime: { hours: 9, minutes: 0 },
				endTime: { hours: 12, minutes: 0 },
			}),
		isLiteral: true,
	},
	{
		place: CALLS,
		label: 'Weekly Hours 1: Day',
		path: 'weeklyOperatingHours.hours.0.dayOfWeek',
		more: hours,
		inside: ['MONDAY', 'SUNDAY'],
		outside: ['monday', 'HOLIDAY', '', null],
	},
	...[
		['Weekly Hours 1: Opens At', 'weeklyOperatingHours.hours.0.openTime'],
		['Weekly Hours 1: Closes At', 'weeklyOperatingHours.hours.0.closeTime'],
		['Holidays 1: Opens At', 'holidaySchedule.holiday.0.startTime'],
		['Holidays 1: Closes At', 'holidaySchedule.holiday.0.endTime'],
	].map(
		([label = '', path = '']): Constraint => ({
			place: CALLS,
			label,
			path,
			more: hours,
			...timeOfDay,
		}),
	),
	{
		place: CALLS,
		label: 'Holidays 1: Date',
		path: 'holidaySchedule.holiday.0.date',
		more: hours,
		inside: ['2026-12-24', '2028-02-29'],
		outside: ['2027-02-29', '24.12.2026', '', null],
	},
];

export const accounts: Constraint[] = [
	...associating,
	...destinations,
	...tagging,
	...files,
	...calling,
];

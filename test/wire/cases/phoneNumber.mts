import { generateKeyPairSync } from 'node:crypto';
import { locator } from '../../engine/setting.mts';
import { comparedWithDocuments, comparedWithSdk } from '../case.mts';
import {
	GOV_WABA_ARN,
	PHONE_ARN,
	PHONE_ID,
	WABA_ARN,
	WABA_ID,
	located,
	phone,
	waba,
} from '../values.mts';

const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 })
	.publicKey.export({ type: 'spki', format: 'pem' })
	.toString()
	.trim();
const KMS_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const KMS_ALIAS = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/flows/ü_1';

const reading = [
	...comparedWithSdk(
		['phoneNumber', 'get'],
		'GetLinkedWhatsAppBusinessAccountPhoneNumber',
		[PHONE_ID, PHONE_ARN].map((id) => ({
			name: id,
			parameters: { phoneNumberId: locator(id) },
			input: { id },
		})),
	),
	...comparedWithSdk(['phoneNumber', 'getAll'], 'GetLinkedWhatsAppBusinessAccount', [
		...[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
			name: id,
			parameters: waba(id),
			input: { id },
		})),
		{
			name: 'of all, from data',
			parameters: { businessAccountId: located('id', '={{ $json.id }}'), returnAll: true },
			item: { id: ` ${WABA_ID}\n` },
			input: { id: WABA_ID },
		},
	]),
	...comparedWithDocuments(
		['phoneNumber', 'getPublicKey'],
		{
			action: 'GetWhatsAppBusinessPublicKey',
			method: 'GET',
			path: '/v1/whatsapp/business-public-key',
			contentType: undefined,
		},
		[PHONE_ID, PHONE_ARN].map((id) => ({
			name: id,
			parameters: phone(id),
			query: { originationPhoneNumberId: id },
		})),
	),
];

const setPublicKey = comparedWithDocuments(
	['phoneNumber', 'setPublicKey'],
	{
		action: 'PutWhatsAppBusinessPublicKey',
		method: 'PUT',
		path: '/v1/whatsapp/business-public-key',
		contentType: 'application/json',
	},
	[
		{
			name: 'a key of KMS',
			parameters: { ...phone(PHONE_ID), kmsKeyArn: KMS_KEY },
			body: { originationPhoneNumberId: PHONE_ID, kmsKeyArn: KMS_KEY },
		},
		{
			name: 'an alias of KMS from data',
			parameters: { ...phone(PHONE_ARN), keySource: 'kmsKeyArn', kmsKeyArn: '={{ $json.key }}' },
			item: { key: KMS_ALIAS },
			body: { originationPhoneNumberId: PHONE_ARN, kmsKeyArn: KMS_ALIAS },
		},
		{
			name: 'a PEM text',
			parameters: {
				...phone(PHONE_ID),
				keySource: 'businessPublicKey',
				businessPublicKey: PEM,
				kmsKeyArn: KMS_KEY,
			},
			body: { originationPhoneNumberId: PHONE_ID, businessPublicKey: PEM },
		},
		{
			name: 'a PEM text with escaped line ends from data',
			parameters: {
				...phone(PHONE_ARN),
				keySource: 'businessPublicKey',
				businessPublicKey: '={{ $json.pem }}',
			},
			item: { pem: PEM.replaceAll('\n', '\\n') },
			body: { originationPhoneNumberId: PHONE_ARN, businessPublicKey: PEM },
		},
	],
);

const updateCallSettings = comparedWithDocuments(
	['phoneNumber', 'updateCallSettings'],
	{
		action: 'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
		method: 'PUT',
		path: '/v1/whatsapp/waba/phone',
		contentType: 'application/json',
	},
	[
		{
			name: 'calls on',
			parameters: { phoneNumberId: locator(PHONE_ID) },
			query: { id: PHONE_ID },
			body: { callSettings: { callEnabled: true } },
		},
		{
			name: 'calls off, from data',
			parameters: { phoneNumberId: locator(PHONE_ARN), callEnabled: '={{ $json.calls }}' },
			item: { calls: false },
			query: { id: PHONE_ARN },
			body: { callSettings: { callEnabled: false } },
		},
		{
			name: 'hours at no time of the week',
			parameters: {
				phoneNumberId: locator(PHONE_ID),
				setCallHours: true,
				timezone: 'UTC',
				callHoursEnabled: false,
			},
			query: { id: PHONE_ID },
			body: {
				callSettings: {
					callEnabled: true,
					callHours: { enabled: false, timezone: 'UTC', weeklyOperatingHours: [] },
				},
			},
		},
		{
			name: 'everything',
			parameters: {
				phoneNumberId: locator(PHONE_ARN),
				callEnabled: true,
				setCallHours: true,
				timezone: 'America/Argentina/Buenos_Aires',
				callHoursEnabled: true,
				weeklyOperatingHours: {
					hours: [
						{ dayOfWeek: 'MONDAY', openTime: '09:00', closeTime: '12:30' },
						{ dayOfWeek: '={{ $json.day }}', openTime: '={{ $json.open }}', closeTime: '23:59' },
					],
				},
				holidaySchedule: {
					holiday: [{ date: '={{ $json.date }}', startTime: '00:00', endTime: '7:05' }],
				},
				additionalFields: {
					callIconVisibility: 'DISABLE_ALL',
					callbackPermissionStatus: 'ENABLED',
				},
			},
			item: { day: 'SUNDAY', open: '13:05:00', date: '2026-12-24T00:00:00.000Z' },
			query: { id: PHONE_ARN },
			body: {
				callSettings: {
					callEnabled: true,
					callIconVisibility: 'DISABLE_ALL',
					callbackPermissionStatus: 'ENABLED',
					callHours: {
						enabled: true,
						timezone: 'America/Argentina/Buenos_Aires',
						weeklyOperatingHours: [
							{
								dayOfWeek: 'MONDAY',
								openTime: { hours: 9, minutes: 0 },
								closeTime: { hours: 12, minutes: 30 },
							},
							{
								dayOfWeek: 'SUNDAY',
								openTime: { hours: 13, minutes: 5 },
								closeTime: { hours: 23, minutes: 59 },
							},
						],
						holidaySchedule: [
							{
								date: '2026-12-24',
								startTime: { hours: 0, minutes: 0 },
								endTime: { hours: 7, minutes: 5 },
							},
						],
					},
				},
			},
		},
	],
);

export const phoneNumberCases = [...reading, ...setPublicKey, ...updateCallSettings];

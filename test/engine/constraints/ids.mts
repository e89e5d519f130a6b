import { chosen } from '../setting.mts';
import {
	asPhoneNumber,
	between,
	digits,
	forAll,
	letters,
	type Constraint,
	type Limits,
} from './constraint.mts';

const arn = (kind: string, count: number) =>
	between(`arn:aws:social-messaging:eu-west-1:111122223333:${kind}/`, '', count);

const idOf = (short: string, kind: string): Limits => ({
	inside: [`${short}a`, between(short, '', 115), arn(kind, 115)],
	outside: [
		between(short, '', 116),
		arn(kind, 116),
		'',
		null,
		short,
		'106540352242922',
		`x${short}a`,
		`${short}a b`,
		'arn:aws:s3:::bucket',
	],
});

const businessAccount = idOf('waba-', 'waba');
const phoneNumber = idOf('phone-number-id-', 'phone-number-id');

const metaId: Limits = {
	inside: ['1', digits(100)],
	outside: [digits(101), '', null, 'abc', '12 34', '-1', '1.5', '１２'],
};

const setup = {
	associateStep: 'setupFinalization',
	associateInProgressToken: 'token',
	phoneNumbers: { phoneNumber: [{ id: '1', twoFactorPin: '123456' }] },
	businessAccountId: chosen('waba-a'),
};

export const ids: Constraint[] = [
	...forAll(
		[
			['businessAccount', 'disassociate'],
			['businessAccount', 'get'],
			['businessAccount', 'setEventDestinations'],
			['conversion', 'createDataset'],
			['conversion', 'sendEvents'],
			['flow', 'create'],
			['flow', 'delete'],
			['flow', 'deprecate'],
			['flow', 'get'],
			['flow', 'getAll'],
			['flow', 'getAssets'],
			['flow', 'getPreview'],
			['flow', 'publish'],
			['flow', 'update'],
			['flow', 'updateAssets'],
			['phoneNumber', 'getAll'],
			['template', 'create'],
			['template', 'createFromLibrary'],
			['template', 'delete'],
			['template', 'get'],
			['template', 'getAll'],
			['template', 'getLibrary'],
			['template', 'update'],
			['template', 'uploadMedia'],
		],
		{ label: 'Business Account', path: 'businessAccountId.value', ...businessAccount },
	),
	{
		place: ['businessAccount', 'associate'],
		label: 'Business Account',
		path: 'businessAccountId.value',
		more: { ...setup, setupTarget: 'phoneNumberParent' },
		...businessAccount,
	},
	{
		place: ['businessAccount', 'associate'],
		label: 'Business Account',
		path: 'businessAccountId.value',
		more: { ...setup, setupTarget: 'waba', destinationType: 'none' },
		inside: ['waba-a', between('waba-', '', 100)],
		outside: [between('waba-', '', 101), '', '106540352242922'],
	},
	...forAll(
		[
			['call', 'getPermission'],
			['call', 'sendEvent'],
			['media', 'delete'],
			['media', 'download'],
			['media', 'get'],
			['media', 'upload'],
			['message', 'markAsRead'],
			['message', 'send'],
			['phoneNumber', 'getPublicKey'],
			['phoneNumber', 'setPublicKey'],
		],
		{ label: 'Your Phone Number', path: 'originationPhoneNumberId.value', ...phoneNumber },
	),
	...forAll(
		[
			['phoneNumber', 'get'],
			['phoneNumber', 'updateCallSettings'],
		],
		{ label: 'Phone Number', path: 'phoneNumberId.value', ...phoneNumber },
	),
	...forAll(
		[
			['flow', 'delete'],
			['flow', 'deprecate'],
			['flow', 'get'],
			['flow', 'getAssets'],
			['flow', 'getPreview'],
			['flow', 'publish'],
			['flow', 'update'],
			['flow', 'updateAssets'],
		],
		{ label: 'Flow', path: 'flowId.value', ...metaId },
	),
	{
		place: ['flow', 'create'],
		label: 'Clone From Flow',
		path: 'additionalFields.cloneFlowId.value',
		more: { additionalFields: { cloneFlowId: chosen('1') } },
		inside: metaId.inside,
		outside: [digits(101), 'abc'],
	},
	...forAll(
		[
			['template', 'delete'],
			['template', 'get'],
			['template', 'update'],
		],
		{ label: 'Template', path: 'metaTemplateId.value', ...metaId },
	),
	...forAll(
		[
			['media', 'delete'],
			['media', 'download'],
			['media', 'get'],
		],
		{
			label: 'Media ID',
			path: 'mediaId',
			inside: ['1', letters(100), 'aB1'],
			outside: [letters(101), '', null, 'a-b', 'a b', '４'],
		},
	),
	...forAll(
		[
			['tag', 'add'],
			['tag', 'getAll'],
			['tag', 'remove'],
		],
		{
			label: 'Tagged Resource',
			path: 'resourceArn.value',
			inside: [arn('waba', 80), between('arn:', ':phone-number-id/a', 2048)],
			outside: [
				between('arn:', ':phone-number-id/a', 2049),
				'',
				null,
				'waba-a',
				'arn:aws:s3:::bucket',
			],
		},
	),
	{
		place: ['conversion', 'sendEvents'],
		label: 'Dataset ID',
		path: 'datasetId',
		inside: [digits(10), digits(20)],
		outside: [digits(9), digits(21), '', 'abcdefghij'],
	},
	{
		place: ['call', 'getPermission'],
		label: 'User ID',
		path: 'endUserBsuid',
		more: { customerBy: 'endUserBsuid' },
		inside: ['a', letters(100)],
		outside: [letters(101), '', null],
	},
	{
		place: ['call', 'getPermission'],
		label: 'Destination Phone Number',
		path: 'destinationPhoneNumber',
		inside: ['+4915112345678', `+4${digits(14)}`],
		outside: [`+4${digits(15)}`, '+0151123456', '', 'abc'],
		sent: asPhoneNumber,
	},
	{
		place: ['phoneNumber', 'setPublicKey'],
		label: 'KMS Key ARN',
		path: 'kmsKeyArn',
		inside: [
			between('arn:aws:kms:eu-west-1:111122223333:alias/', '', 256),
			'arn:aws-cn:kms:cn-north-1:111122223333:key/1',
		],
		outside: [between('arn:aws:kms:eu-west-1:111122223333:alias/', '', 257), '', 'alias/a'],
	},
];

import { locator } from '../../engine/setting.mts';
import { comparedWithSdk } from '../case.mts';
import { GOV_WABA_ARN, ODD, SEEDED, WABA_ARN, WABA_ID, located, waba } from '../values.mts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events';
const CONNECT =
	'arn:aws:connect:eu-west-1:111122223333:instance/1234abcd-12ab-34cd-56ef-1234567890ab';
const ROLE = 'arn:aws:iam::111122223333:role/whatsapp+events=1,@x.y_z-0';

const finalization = { associateStep: 'setupFinalization', associateInProgressToken: 'token/+=' };
const onePhoneNumber = {
	phoneNumbers: { phoneNumber: [{ id: '106540352242922', twoFactorPin: '123456' }] },
};

const associate = comparedWithSdk(
	['businessAccount', 'associate'],
	'AssociateWhatsAppBusinessAccount',
	[
		{
			name: 'the callback with a token alone',
			parameters: { associateStep: 'signupCallback', accessToken: 'EAAGm0PX4ZCpsBA' },
			input: { signupCallback: { accessToken: 'EAAGm0PX4ZCpsBA' } },
		},
		{
			name: 'the callback with odd characters from data',
			parameters: {
				associateStep: 'signupCallback',
				accessToken: '={{ $json.token }}',
				callbackUrl: '={{ $json.url }}',
			},
			item: { token: ODD, url: 'https://example.com/ü?a=1&b=%20+#x' },
			input: {
				signupCallback: {
					accessToken: ODD,
					callbackUrl: 'https://example.com/%C3%BC?a=1&b=%20+#x',
				},
			},
		},
		{
			name: 'the setup of a new account with as little as the form takes',
			parameters: {
				...finalization,
				...onePhoneNumber,
				...waba(WABA_ID),
				setupTarget: 'waba',
				destinationType: 'none',
			},
			input: {
				setupFinalization: {
					associateInProgressToken: 'token/+=',
					phoneNumbers: [{ id: '106540352242922', twoFactorPin: '123456' }],
					waba: { id: WABA_ID, eventDestinations: [] },
				},
			},
		},
		{
			name: 'the setup of a new account with everything',
			parameters: {
				...finalization,
				...waba(WABA_ARN),
				phoneNumbers: {
					phoneNumber: [
						{
							id: '={{ $json.id }}',
							twoFactorPin: '={{ $json.pin }}',
							dataLocalizationRegion: 'DE',
							tags: { tag: [{ key: '={{ $json.odd }}', value: '={{ $json.odd }}' }] },
						},
						{ id: '106540352242923', twoFactorPin: '000001' },
					],
				},
				destinationType: 'amazonConnect',
				eventDestinationArn: CONNECT,
				roleArn: ROLE,
				tags: { tag: [{ key: 'a' }, { key: 'b', value: ODD }] },
			},
			item: { id: 106540352242922, pin: '012345', odd: ODD },
			input: {
				setupFinalization: {
					associateInProgressToken: 'token/+=',
					phoneNumbers: [
						{
							id: '106540352242922',
							twoFactorPin: '012345',
							dataLocalizationRegion: 'DE',
							tags: [{ key: ODD, value: ODD }],
						},
						{ id: '106540352242923', twoFactorPin: '000001' },
					],
					waba: {
						id: WABA_ARN,
						eventDestinations: [{ eventDestinationArn: CONNECT, roleArn: ROLE }],
						tags: [{ key: 'a' }, { key: 'b', value: ODD }],
					},
				},
			},
		},
		...[WABA_ID, GOV_WABA_ARN].map((id) => ({
			name: `more numbers for ${id}`,
			parameters: {
				...finalization,
				...onePhoneNumber,
				...waba(id),
				setupTarget: 'phoneNumberParent',
			},
			input: {
				setupFinalization: {
					associateInProgressToken: 'token/+=',
					phoneNumbers: [{ id: '106540352242922', twoFactorPin: '123456' }],
					phoneNumberParent: id,
				},
			},
		})),
		{
			name: 'the setup without phone numbers',
			parameters: { ...finalization, ...waba(WABA_ID), setupTarget: 'phoneNumberParent' },
			input: {
				setupFinalization: {
					associateInProgressToken: 'token/+=',
					phoneNumbers: [],
					phoneNumberParent: WABA_ID,
				},
			},
		},
	],
);

const setEventDestinations = comparedWithSdk(
	['businessAccount', 'setEventDestinations'],
	'PutWhatsAppBusinessAccountEventDestinations',
	[
		{
			name: 'a topic',
			parameters: { ...waba(SEEDED.id), eventDestinationArn: TOPIC },
			input: { id: SEEDED.id, eventDestinations: [{ eventDestinationArn: TOPIC }] },
		},
		{
			name: 'a topic with a role, in place of another one',
			parameters: {
				businessAccountId: located('arn', '={{ $json.arn }}'),
				destinationType: 'snsTopic',
				eventDestinationArn: '={{ $json.topic }}',
				roleArn: ROLE,
				options: {
					replaceOnly: locator(SEEDED.eventDestinations[0]?.eventDestinationArn ?? ''),
				},
			},
			item: { arn: SEEDED.arn, topic: TOPIC },
			input: {
				id: SEEDED.arn,
				eventDestinations: [{ eventDestinationArn: TOPIC, roleArn: ROLE }],
			},
		},
		{
			name: 'an instance of Amazon Connect',
			parameters: {
				...waba(SEEDED.id),
				destinationType: 'amazonConnect',
				eventDestinationArn: CONNECT,
				roleArn: ROLE,
			},
			input: {
				id: SEEDED.id,
				eventDestinations: [{ eventDestinationArn: CONNECT, roleArn: ROLE }],
			},
		},
		{
			name: 'none',
			parameters: { ...waba(SEEDED.arn), destinationType: 'none' },
			input: { id: SEEDED.arn, eventDestinations: [] },
		},
	],
);

export const businessAccountCases = [
	...associate,
	...setEventDestinations,
	...comparedWithSdk(
		['businessAccount', 'disassociate'],
		'DisassociateWhatsAppBusinessAccount',
		[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
			name: id,
			parameters: waba(id),
			input: { id },
		})),
	),
	...comparedWithSdk(
		['businessAccount', 'get'],
		'GetLinkedWhatsAppBusinessAccount',
		[WABA_ID, WABA_ARN, GOV_WABA_ARN].map((id) => ({
			name: id,
			parameters: waba(id),
			input: { id },
		})),
	),
	...comparedWithSdk(['businessAccount', 'getAll'], 'ListLinkedWhatsAppBusinessAccounts', [
		{ name: 'as a new node has it', parameters: {}, input: { maxResults: 50 } },
		{ name: 'with a limit', parameters: { limit: '={{ "7" }}' }, input: { maxResults: 7 } },
		{
			name: 'with a limit of more than a page',
			parameters: { limit: 123 },
			input: { maxResults: 23 },
			secondPage: (account) => account.addBusinessAccounts(200),
		},
		{
			name: 'of all',
			parameters: { returnAll: true, limit: 7 },
			input: { maxResults: 100 },
		},
	]),
];

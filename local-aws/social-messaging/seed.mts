import { createHash } from 'node:crypto';
import { accountId, region } from '../sts/identities.mts';
import type { BusinessAccount, PhoneNumber } from './account.mts';

const resourceArn = (kind: 'waba' | 'phone-number-id', hex: string): string =>
	`arn:aws:social-messaging:${region}:${accountId}:${kind}/${hex}`;

/** Ids look random but are the same on every run, so that they can be written into an example. */
const hexOf = (name: string): string => createHash('md5').update(name).digest('hex');

/** Meta's ids are decimal numbers of about 15 digits. */
const metaIdOf = (name: string): string =>
	`1${(BigInt(`0x${hexOf(name)}`) % 10n ** 14n).toString().padStart(14, '0')}`;

type PhoneNumberFacts = Pick<
	PhoneNumber,
	'displayName' | 'displayPhoneNumber' | 'qualityRating' | 'dataLocalizationRegion'
>;

function phoneNumber(facts: PhoneNumberFacts): PhoneNumber {
	const digits = facts.displayPhoneNumber.replace(/\D/g, '');
	const hex = hexOf(`phone ${digits}`);
	return {
		...facts,
		arn: resourceArn('phone-number-id', hex),
		id: `phone-number-id-${hex}`,
		metaPhoneNumberId: metaIdOf(`phone ${digits}`),
		phoneNumber: `+${digits}`,
	};
}

function businessAccount(
	name: string,
	linkedOn: string,
	phoneNumbers: PhoneNumberFacts[],
	facts: Partial<BusinessAccount> = {},
): BusinessAccount {
	const hex = hexOf(`waba ${name}`);
	return {
		arn: resourceArn('waba', hex),
		id: `waba-${hex}`,
		wabaId: metaIdOf(`waba ${name}`),
		name,
		registrationStatus: 'COMPLETE',
		linkDate: Date.parse(linkedOn) / 1000,
		eventDestinations: [
			{ eventDestinationArn: `arn:aws:sns:${region}:${accountId}:whatsapp-events` },
		],
		phoneNumbers: phoneNumbers.map(phoneNumber),
		...facts,
	};
}

export function seedBusinessAccounts(): BusinessAccount[] {
	return [
		businessAccount(
			'Nordwind Coffee',
			'2025-03-04T09:12:45.500Z',
			[
				{
					displayName: 'Nordwind Coffee',
					displayPhoneNumber: '+49 30 901820',
					qualityRating: 'GREEN',
					dataLocalizationRegion: 'DE',
				},
				{
					displayName: 'Nordwind Roastery',
					displayPhoneNumber: '+49 40 4289900',
					qualityRating: 'YELLOW',
				},
			],
			{ marketingMessagesOnboardingStatus: 'ONBOARDED' },
		),
		businessAccount('Harbour Dental', '2025-09-18T14:03:10.000Z', [
			{
				displayName: 'Harbour Dental',
				displayPhoneNumber: '+353 1 6778899',
				qualityRating: 'GREEN',
			},
		]),
		businessAccount(
			'Atelier Lumière',
			'2026-01-27T07:55:00.000Z',
			[
				{
					displayName: 'Atelier Lumière',
					displayPhoneNumber: '+33 1 70189900',
					qualityRating: 'UNKNOWN',
				},
			],
			{ registrationStatus: 'INCOMPLETE', eventDestinations: [] },
		),
	];
}

export function generateBusinessAccount(number: number): BusinessAccount {
	const suffix = String(number).padStart(5, '0');
	return businessAccount(`Branch ${suffix}`, '2026-02-01T08:00:00.000Z', [
		{
			displayName: `Branch ${suffix}`,
			displayPhoneNumber: `+1 555 01${suffix}`,
			qualityRating: 'GREEN',
		},
	]);
}

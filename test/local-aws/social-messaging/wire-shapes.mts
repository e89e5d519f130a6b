import type { BusinessAccount, PhoneNumber } from './account.mts';

/** LinkedWhatsAppBusinessAccountSummary */
export function summarizeBusinessAccount(account: BusinessAccount): object {
	return {
		arn: account.arn,
		id: account.id,
		wabaId: account.wabaId,
		registrationStatus: account.registrationStatus,
		linkDate: account.linkDate,
		wabaName: account.name,
		eventDestinations: account.eventDestinations,
	};
}

/** WhatsAppPhoneNumberSummary, and WhatsAppPhoneNumberDetail alike */
export function describePhoneNumber(phoneNumber: PhoneNumber): object {
	return {
		arn: phoneNumber.arn,
		phoneNumber: phoneNumber.phoneNumber,
		phoneNumberId: phoneNumber.id,
		metaPhoneNumberId: phoneNumber.metaPhoneNumberId,
		displayPhoneNumberName: phoneNumber.displayName,
		displayPhoneNumber: phoneNumber.displayPhoneNumber,
		qualityRating: phoneNumber.qualityRating,
		dataLocalizationRegion: phoneNumber.dataLocalizationRegion,
	};
}

import type { BusinessAccount, PhoneNumber } from './account.mts';
import type { Flow, FlowPreview } from './flows.mts';

/** Meta's application of a flow that has none of its own. */
const awsApplicationId = '1130275628107301';

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
		marketingMessagesOnboardingStatus: account.marketingMessagesOnboardingStatus,
		datasetId: account.datasetId,
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

/** MetaFlowPreviewInfo, with the time as Meta writes it */
export function describePreview({ previewUrl, expiresAt }: FlowPreview): object {
	return { previewUrl, expiresAt: new Date(expiresAt).toISOString().replace(/\.\d+Z$/, '+0000') };
}

/** MetaFlowSummary */
export function summarizeFlow(flow: Flow): object {
	return {
		flowId: flow.id,
		flowName: flow.name,
		flowStatus: flow.status,
		flowCategories: flow.categories,
		validationErrors: flow.facts.problems,
	};
}

/** Everything GetWhatsAppFlow says about a flow. */
export function describeFlow(flow: Flow, preview: FlowPreview, owner: BusinessAccount): object {
	const canSendMessage = flow.status === 'PUBLISHED' ? 'AVAILABLE' : 'BLOCKED';
	const applicationId = flow.metaAppId ?? awsApplicationId;
	return {
		flowId: flow.id,
		flowName: flow.name,
		flowStatus: flow.status,
		categories: flow.categories,
		validationErrors: flow.facts.problems,
		jsonVersion: flow.facts.version,
		dataApiVersion: flow.facts.dataApiVersion,
		endpointUri: flow.endpointUri,
		preview: describePreview(preview),
		whatsAppBusinessAccount: {
			id: owner.wabaId,
			name: owner.name,
			currency: 'EUR',
			timezoneId: '1',
			messageTemplateNamespace: owner.id.replace(/^waba-(.{8})(.{4}).*$/, '$1_$2'),
		},
		application: {
			link: `https://developers.facebook.com/apps/${applicationId}`,
			name: flow.metaAppId === undefined ? 'AWS End User Messaging Social' : 'Own application',
			id: applicationId,
		},
		healthStatus: {
			canSendMessage,
			entities: [
				{ entityType: 'FLOW', id: flow.id, canSendMessage },
				{ entityType: 'WABA', id: owner.wabaId, canSendMessage: 'AVAILABLE' },
				{ entityType: 'APP', id: applicationId, canSendMessage: 'AVAILABLE' },
			],
		},
	};
}

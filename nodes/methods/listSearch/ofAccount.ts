import { getBusinessAccount } from '../../../aws/clients/socialMessaging';
import { chosenBusinessAccount, searchAll, searchOf } from '../editor';

/** The Flows of the chosen business account. */
export const searchFlows = searchOf({
	action: 'ListWhatsAppFlows',
	entry: ({ flowName, flowStatus, flowId }) => ({
		name: `${flowName} (${flowStatus})`,
		value: String(flowId),
	}),
});

const templates: Parameters<typeof searchOf>[0] = {
	action: 'ListWhatsAppMessageTemplates',
	entry: ({ templateName, templateLanguage, templateCategory, templateStatus, ...rest }) => ({
		name: `${templateName} (${templateLanguage}) - ${templateCategory}, ${templateStatus}`,
		value: String(rest.metaTemplateId),
	}),
};

/** The templates of the chosen business account, by Meta's template ID. */
export const searchTemplates = searchOf(templates);

/** Those that can be sent. */
export const searchSendableTemplates = searchOf({
	...templates,
	isListed: ({ templateStatus }) => templateStatus === 'APPROVED',
});

/** Meta's library of ready-made templates, as the chosen business account sees it, by name. */
export const searchTemplateLibrary = searchOf({
	action: 'ListWhatsAppTemplateLibrary',
	entry: ({ templateName, templateLanguage, templateCategory }) => ({
		name: `${templateName} (${templateLanguage}) - ${templateCategory}`,
		value: String(templateName),
	}),
});

/** Where the events of the chosen business account go now: what a new destination would replace. */
export const searchEventDestinations = searchAll(async (client) => {
	const account = await getBusinessAccount(client, await chosenBusinessAccount(client));
	return account.eventDestinations.map(({ eventDestinationArn }) => ({
		name: String(eventDestinationArn),
		value: String(eventDestinationArn),
	}));
});

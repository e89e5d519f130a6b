import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import type { ListSearch } from '../../form/locator';
import { serviceUrl } from '../../aws/endpoints/endpoints';
import { searchBusinessAccounts } from '../methods/listSearch/businessAccounts';
import { searchEventDestinations } from '../methods/listSearch/eventDestinations';
import { searchFlows } from '../methods/listSearch/flows';
import { searchPhoneNumbers } from '../methods/listSearch/phoneNumbers';
import { searchTaggedResources } from '../methods/listSearch/taggedResources';
import { searchTemplateLibrary } from '../methods/listSearch/templateLibrary';
import { getTemplateFields } from '../methods/listSearch/templateFields';
import { searchSendableTemplates, searchTemplates } from '../methods/listSearch/templates';
import { customOperations, properties } from './resources/resources';

export class AwsWhatsApp implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp (AWS End User Messaging)',
		name: 'awsWhatsApp',
		icon: {
			light: 'file:../../icons/awsWhatsApp.svg',
			dark: 'file:../../icons/awsWhatsApp.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Send WhatsApp messages and manage media, templates, Flows and accounts through AWS End User Messaging Social',
		defaults: { name: 'WhatsApp (AWS End User Messaging)' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'awsSocialMessagingApi', required: true }],
		// The address names only the service; the credential puts region and endpoint in.
		requestDefaults: { baseURL: serviceUrl('social-messaging') },
		properties,
	};

	customOperations = customOperations;

	methods = {
		listSearch: {
			searchBusinessAccounts,
			searchEventDestinations,
			searchFlows,
			searchPhoneNumbers,
			searchSendableTemplates,
			searchTaggedResources,
			searchTemplateLibrary,
			searchTemplates,
		} satisfies Record<ListSearch, unknown>,
		resourceMapping: { getTemplateFields },
	};
}

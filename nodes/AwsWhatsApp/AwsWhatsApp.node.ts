import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { serviceUrl } from '../../aws/endpoints';
import { searchBusinessAccounts } from './pickers/businessAccounts';
import { searchEventDestinations } from './pickers/eventDestinations';
import { searchFlows } from './pickers/flows';
import { searchPhoneNumbers } from './pickers/phoneNumbers';
import { searchTaggedResources } from './pickers/taggedResources';
import { searchTemplateLibrary } from './pickers/templateLibrary';
import { getTemplateFields } from './pickers/templateFields';
import { searchSendableTemplates, searchTemplates } from './pickers/templates';
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
		},
		resourceMapping: { getTemplateFields },
	};
}

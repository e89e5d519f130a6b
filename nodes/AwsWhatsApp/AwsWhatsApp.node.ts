import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { serviceUrl } from '../../aws/endpoints';
import { searchBusinessAccounts } from './pickers/businessAccounts';
import { searchPhoneNumbers } from './pickers/phoneNumbers';
import { properties } from './resources/resources';

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
		description: 'Send WhatsApp messages and files through AWS End User Messaging Social',
		defaults: { name: 'WhatsApp (AWS End User Messaging)' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'awsSocialMessagingApi', required: true }],
		// The address names only the service; the credential puts region and endpoint in.
		requestDefaults: { baseURL: serviceUrl('social-messaging') },
		properties,
	};

	methods = {
		listSearch: { searchBusinessAccounts, searchPhoneNumbers },
	};
}

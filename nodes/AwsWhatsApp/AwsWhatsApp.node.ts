import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import type { ListSearch } from '../../form/locator';
import { serviceUrl } from '../../aws/endpoints/endpoints';
import * as linked from '../methods/listSearch/linked';
import * as ofAccount from '../methods/listSearch/ofAccount';
import { getTemplateFields } from '../methods/resourceMapping/templateFields';
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
		listSearch: { ...linked, ...ofAccount } satisfies Record<ListSearch, unknown>,
		resourceMapping: { getTemplateFields },
	};
}

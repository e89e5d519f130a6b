import {
	NodeConnectionTypes,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { searchBusinessAccounts, searchPhoneNumbers } from '../methods/listSearch/linked';
import { orNodeError } from './failure';
import { properties } from './fields/properties';
import { receive } from './receive';
import { endSubscription } from './subscription/ending';
import { isSubscribed, startSubscription } from './subscription/lifecycle';

export class AwsWhatsAppTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp (AWS End User Messaging) Trigger',
		name: 'awsWhatsAppTrigger',
		icon: {
			light: 'file:../../icons/awsWhatsApp.svg',
			dark: 'file:../../icons/awsWhatsApp.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{[$parameter["triggerOn"]].flat().join(", ")}}',
		description:
			'Starts the workflow when a WhatsApp message or a delivery status arrives through AWS End User Messaging Social',
		eventTriggerDescription: 'Waiting for an event from WhatsApp',
		activationMessage: 'Each event from WhatsApp will now start this workflow.',
		defaults: { name: 'WhatsApp (AWS End User Messaging) Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'awsSocialMessagingApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// So that n8n asks what to answer; see once/once.ts.
				responseData: '',
				path: 'webhook',
			},
		],
		properties,
	};

	methods = {
		listSearch: { searchBusinessAccounts },
		loadOptions: {
			async getPhoneNumbers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return (await searchPhoneNumbers.call(this)).results;
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await orNodeError(this, async () => await isSubscribed(this));
			},

			async create(this: IHookFunctions): Promise<boolean> {
				await orNodeError(this, async () => await startSubscription(this));
				return true;
			},

			async delete(this: IHookFunctions): Promise<boolean> {
				await orNodeError(this, async () => await endSubscription(this));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}

import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../request/operation';
import { resourceOption, resourceProperties } from '../request/resource';
import { businessAccount } from './businessAccount/BusinessAccount.resource';
import { media } from './media/Media.resource';
import { message } from './message/Message.resource';
import { phoneNumber } from './phoneNumber/PhoneNumber.resource';

/** All resources, in alphabetical order. A new one is one folder and one line here. */
export const resources: Resource[] = [businessAccount, media, message, phoneNumber];

const startsWith = message.value;

const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: resources.map(resourceOption),
	default: startsWith,
};

export const properties: INodeProperties[] = [
	resourceField,
	...resources.flatMap(resourceProperties),
];

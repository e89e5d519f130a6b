import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from '../../../engine/operation';
import {
	customOperationsOf,
	operationField,
	operationFields,
	resourceOption,
} from '../operationFields';
import { businessAccount } from './businessAccount/BusinessAccount.resource';
import { call } from './call/Call.resource';
import { conversion } from './conversion/Conversion.resource';
import { flow } from './flow/Flow.resource';
import { media } from './media/Media.resource';
import { message } from './message/Message.resource';
import { phoneNumber } from './phoneNumber/PhoneNumber.resource';
import { tag } from './tag/Tag.resource';
import { template } from './template/Template.resource';

/** All resources, in alphabetical order. A new one is a folder, and an import and an entry here. */
export const resources: Resource[] = [
	businessAccount,
	call,
	conversion,
	flow,
	media,
	message,
	phoneNumber,
	tag,
	template,
];

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
	...resources.map(operationField),
	...operationFields(resources),
];

export const customOperations = customOperationsOf(resources);

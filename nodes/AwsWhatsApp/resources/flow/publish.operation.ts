import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { flowDone } from './flowDone';

export const publish: Operation = {
	name: 'Publish',
	value: 'publish',
	action: 'Publish flow',
	description: 'Publish a Flow so that it can be sent. This cannot be undone.',
	awsAction: 'PublishWhatsAppFlow',
	effect: 'once',
	fields: [
		notice(
			'publishFlowNotice',
			'This cannot be undone: a published Flow can never be deleted, only deprecated. A Flow with validation errors cannot be published.',
		),
		inBody(businessAccount, 'id'),
		inBody(flow),
	],
	result: flowDone,
};

import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { flowDone } from './flowDone';

export const deprecate: Operation = {
	name: 'Deprecate',
	value: 'deprecate',
	action: 'Deprecate flow',
	description: 'Retire a published Flow. This cannot be undone.',
	awsAction: 'DeprecateWhatsAppFlow',
	effect: 'once',
	fields: [
		notice(
			'deprecateFlowNotice',
			'This cannot be undone: a deprecated Flow can never be sent or published again.',
		),
		inBody(businessAccount, 'id'),
		inBody(flow),
	],
	result: flowDone,
};

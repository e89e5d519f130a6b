import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { simpleFlow } from './simpleFlow';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get flow',
	description: 'Look up a Flow, with its status, preview and health',
	awsAction: 'GetWhatsAppFlow',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), inQuery(flow), simplify],
	result: (answer, { form }) => (simplify.of(form) ? simpleFlow(answer) : answer),
};

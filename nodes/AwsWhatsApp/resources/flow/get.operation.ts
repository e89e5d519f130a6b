import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { simplifyField } from '../../fields/simplify';
import type { Operation } from '../../../../engine/operation';
import { simpleFlow } from './simpleFlow';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get flow',
	description: 'Look up a Flow, with its status, preview and health',
	awsAction: 'GetWhatsAppFlow',
	effect: 'read',
	fields: [
		businessAccount({ location: 'query' }),
		flow({ location: 'query' }),
		simplifyField,
		optionsField(),
	],
	result: (answer, { form }) => (form.flag('simplify') ? simpleFlow(answer) : answer),
};

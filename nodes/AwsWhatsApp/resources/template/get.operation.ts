import type { IDataObject } from 'n8n-workflow';
import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { chosenTemplate, templateChoice } from '../../../../whatsapp/template/fields';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

/** AWS gives the definition as JSON text. What is no JSON object is handed on as it came. */
function definitionOf(answer: IDataObject): IDataObject {
	if (typeof answer.template !== 'string') return answer;
	try {
		const definition: unknown = JSON.parse(answer.template);
		return typeof definition === 'object' && definition !== null && !Array.isArray(definition)
			? (definition as IDataObject)
			: answer;
	} catch {
		return answer;
	}
}

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get template',
	description: 'Look up the whole definition of a message template',
	request: { method: 'GET', url: '/v1/whatsapp/template' },
	permissions: ['GetWhatsAppMessageTemplate'],
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...templateChoice, optionsField()],
	compose: chosenTemplate,
	result: definitionOf,
};

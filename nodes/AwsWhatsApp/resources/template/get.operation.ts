import type { IDataObject } from 'n8n-workflow';
import { isRecord, json, text } from '../../../../form/unknown';
import { businessAccount } from '../../../fields/locators';
import { chosenTemplate, templateChoice } from '../../../../whatsapp/template/fields';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

/** AWS gives the definition as JSON text. Anything but a JSON object is passed on unchanged. */
function definitionOf(answer: IDataObject): IDataObject {
	const definition = json(text(answer.template) ?? '');
	return isRecord(definition) ? definition : answer;
}

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get template',
	description: 'Look up the full definition of a message template',
	awsAction: 'GetWhatsAppMessageTemplate',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...templateChoice],
	compose: chosenTemplate,
	result: definitionOf,
};

import { businessAccount } from '../../fields/locators';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../request/operation';
import { creationFields, newTemplate } from '../../template/creation/create';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create template',
	description: 'Hand in a message template, which WhatsApp then reviews',
	request: { method: 'POST', url: '/v1/whatsapp/template/put' },
	permissions: ['CreateWhatsAppMessageTemplate'],
	effect: 'once',
	fields: [businessAccount({ location: 'body' }), ...creationFields, optionsField()],
	compose: newTemplate,
	result: (answer, { request }) => ({ businessAccountId: request.body.id, ...answer }),
};

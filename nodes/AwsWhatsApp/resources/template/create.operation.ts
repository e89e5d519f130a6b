import { businessAccount } from '../../fields/locators';
import { optionsField } from '../../fields/options';
import type { Operation } from '../../request/operation';
import { json } from '../../request/readers';
import { EXAMPLE_DEFINITION, templateDefinition } from '../../template/definition';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create template',
	description: 'Hand in a message template, which WhatsApp then reviews',
	request: { method: 'POST', url: '/v1/whatsapp/template/put' },
	permissions: ['CreateWhatsAppMessageTemplate'],
	effect: 'once',
	fields: [
		businessAccount({ location: 'body' }),
		{
			location: 'body',
			member: 'templateDefinition',
			read: json({ maxBytes: 6000, required: true, check: templateDefinition }),
			property: {
				displayName: 'Template Definition',
				name: 'templateDefinition',
				type: 'json',
				typeOptions: { rows: 14 },
				default: EXAMPLE_DEFINITION,
				required: true,
				description:
					"The whole template in the form of Meta's API: name, language, category and components, at most 6,000 bytes",
			},
		},
		optionsField(),
	],
	result: (answer, { request }) => ({ businessAccountId: request.body.id, ...answer }),
};

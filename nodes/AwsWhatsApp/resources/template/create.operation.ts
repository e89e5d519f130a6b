import { businessAccount } from '../../../fields/locators';
import { jsonInBlob } from '../../../../form/json';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { creationFields, newTemplate } from '../../../../whatsapp/template/creation/create';
import { templatePreview } from '../../../../whatsapp/template/creation/preview';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create template',
	description: 'Submit a message template for review',
	awsAction: 'CreateWhatsAppMessageTemplate',
	effect: 'once',
	fields: [inBody(businessAccount, 'id'), ...creationFields],
	compose: newTemplate,
	result: (answer, { request: { body } }) => ({
		businessAccountId: body.id,
		...answer,
		preview: templatePreview(jsonInBlob(body.templateDefinition)),
	}),
};

import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { optionsField } from '../../../../engine/fields/options';
import {
	META_TEMPLATE_ID_RULE,
	TEMPLATE_NAME_RULE,
	templateIdField,
	templateNameField,
} from '../../../../whatsapp/template/fields';
import type { Operation } from '../../../../engine/operation';
import { text } from '../../../../form/readers';

export const del: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete template',
	description: 'Delete a message template. It cannot be undone.',
	awsAction: 'DeleteWhatsAppMessageTemplate',
	effect: 'removal',
	fields: [
		notice(
			'deleteTemplateNotice',
			'This cannot be undone. Messages that are being sent with the template fail, and WhatsApp keeps its name locked for 30 days.',
		),
		businessAccount({ location: 'query' }),
		{
			property: templateNameField,
			location: 'query',
			member: 'templateName',
			read: text({ ...TEMPLATE_NAME_RULE, required: true }),
		},
		{
			displayName: 'Delete All Languages',
			name: 'deleteAllLanguages',
			type: 'boolean',
			default: false,
			description: 'Whether all templates of this name are deleted, instead of one of them',
		},
		{ ...templateIdField, displayOptions: { show: { deleteAllLanguages: [false] } } },
		optionsField(),
	],
	compose: (form) => {
		// AWS's name of this member on the wire is another one than in its documents.
		if (form.strictFlag('deleteAllLanguages')) return { deleteAllTemplates: true };
		return {
			deleteAllTemplates: false,
			metaTemplateId: form.id('metaTemplateId', META_TEMPLATE_ID_RULE),
		};
	},
	result: (_answer, { request: { qs } }) => ({
		deleted: true,
		businessAccountId: qs.id,
		templateName: qs.templateName,
		deletedAllLanguages: qs.deleteAllTemplates,
		...(qs.metaTemplateId === undefined ? {} : { metaTemplateId: qs.metaTemplateId }),
	}),
};

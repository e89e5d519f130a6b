import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { templateId, templateName } from '../../../../whatsapp/template/fields';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { flag } from '../../../../form/choices';
import { shownWhen } from '../../../../form/variants';

const deleteAllLanguages = flag('Delete All Languages', 'deleteAllLanguages', {
	default: false,
	strict: true,
	description: 'Whether to delete all templates with this name instead of only one',
});

export const del: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete template',
	description: 'Delete a message template. This cannot be undone.',
	awsAction: 'DeleteWhatsAppMessageTemplate',
	effect: 'removal',
	fields: [
		notice(
			'deleteTemplateNotice',
			'This cannot be undone. Messages being sent with the template fail, and WhatsApp locks its name for 30 days.',
		),
		inQuery(businessAccount, 'id'),
		inQuery(templateName),
		deleteAllLanguages,
		...shownWhen({ deleteAllLanguages: [false] }, [templateId]),
	],
	compose: (form) => {
		// AWS's name of this member on the wire is another one than in its documents.
		if (deleteAllLanguages.of(form)) return { deleteAllTemplates: true };
		return { deleteAllTemplates: false, metaTemplateId: templateId.of(form) };
	},
	result: (_answer, { request: { qs } }) => ({
		deleted: true,
		businessAccountId: qs.id,
		templateName: qs.templateName,
		deletedAllLanguages: qs.deleteAllTemplates,
		...(qs.metaTemplateId === undefined ? {} : { metaTemplateId: qs.metaTemplateId }),
	}),
};

import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { chosenTemplate, templateChoice } from '../../../../whatsapp/template/fields';
import { FieldError } from '../../../../form/fieldError';
import { jsonInBlob } from '../../../../form/json';
import { inBody, membersOf } from '../../../../form/member';
import type { Operation } from '../../../../engine/operation';
import {
	changedComponents,
	changeFields,
	updateFields,
} from '../../../../whatsapp/template/creation/change';
import { templatePreview } from '../../../../whatsapp/template/creation/preview';

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update template',
	description: 'Change a message template, which WhatsApp then reviews again',
	awsAction: 'UpdateWhatsAppMessageTemplate',
	effect: 'repeatable',
	fields: [
		notice(
			'updateTemplateNotice',
			'An approved template goes back to review and cannot be sent until it is approved again.',
		),
		inBody(businessAccount, 'id'),
		...templateChoice,
		...changeFields,
		updateFields,
	],
	compose: (form) => ({ ...chosenTemplate(form), ...changedComponents(form) }),
	prepare: (item) => {
		const { id, ...body } = item.request.body;
		if (!membersOf(updateFields).some(({ member }) => member in body)) {
			throw new FieldError(
				`'${item.form.label(updateFields)}' is empty`,
				'Add at least one field to change, or specify the template using fields.',
			);
		}
		const template = chosenTemplate(item.form);
		const { templateComponents: components } = body;
		const preview =
			components === undefined ? {} : { preview: templatePreview(jsonInBlob(components)) };
		return async () => {
			await item.send();
			return { success: true, businessAccountId: id, ...template, ...preview };
		};
	},
};

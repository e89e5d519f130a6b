import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { memberCollection, optionsField } from '../../../../engine/fields/options';
import {
	CATEGORY_FIELD,
	chosenTemplate,
	templateChoice,
} from '../../../../whatsapp/template/fields';
import { FieldError } from '../../../../form/fieldError';
import { jsonInBlob } from '../../../../form/json';
import type { Operation } from '../../../../engine/operation';
import type { MemberField } from '../../../../form/member';
import { flag, json, text } from '../../../../form/readers';
import {
	changedComponents,
	changeFields,
	MAX_COMPONENTS_BYTES,
} from '../../../../whatsapp/template/creation/change';
import { linkTrackingField } from '../../../../whatsapp/template/creation/linkTracking';
import { typedJson } from '../../../../whatsapp/template/creation/typedText';
import {
	EXAMPLE_COMPONENTS,
	templateComponents,
} from '../../../../whatsapp/template/creation/json';
import { templatePreview } from '../../../../whatsapp/template/creation/preview';

const changes: MemberField[] = [
	{
		location: 'body',
		member: 'templateCategory',
		read: text({ minLength: 1, maxLength: 100, by: 'AWS' }),
		property: CATEGORY_FIELD,
	},
	{
		location: 'body',
		member: 'templateComponents',
		read: typedJson(json({ maxBytes: MAX_COMPONENTS_BYTES, check: templateComponents })),
		property: {
			displayName: 'Components',
			name: 'templateComponents',
			type: 'json',
			default: EXAMPLE_COMPONENTS,
			description:
				"All components of the template in the form of Meta's API, at most 3,000 bytes, with variables in double braces. They replace the ones that it has.",
		},
	},
	{
		location: 'body',
		member: 'ctaUrlLinkTrackingOptedOut',
		read: flag,
		property: linkTrackingField,
	},
	{
		location: 'body',
		member: 'parameterFormat',
		read: text({ minLength: 1, maxLength: 15, by: 'AWS' }),
		property: {
			displayName: 'Parameter Format',
			name: 'parameterFormat',
			type: 'options',
			options: [
				{ name: 'Named', value: 'NAMED', description: 'Variables such as {first_name}' },
				{ name: 'Positional', value: 'POSITIONAL', description: 'Variables such as {1}' },
			],
			default: 'POSITIONAL',
		},
	},
];

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
		businessAccount({ location: 'body' }),
		...templateChoice,
		...changeFields,
		memberCollection('updateFields', ...changes),
		optionsField(),
	],
	compose: (form) => ({ ...chosenTemplate(form), ...changedComponents(form) }),
	prepare: (item) => {
		const { id, ...body } = item.request.body;
		if (!changes.some(({ member }) => member in body)) {
			throw new FieldError(
				"'Update Fields' is empty",
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

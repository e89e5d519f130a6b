import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { optionsField, updateFields } from '../../../../engine/fields/options';
import { category, chosenTemplate, templateChoice } from '../../../../whatsapp/template/fields';
import { FieldError } from '../../../../form/fieldError';
import { jsonInBlob } from '../../../../form/json';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { openChoice } from '../../../../form/choices';
import { fieldOf, propertyWith } from '../../../../form/field';
import { flag, json } from '../../../../form/readers';
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

const components = fieldOf(
	propertyWith(
		{
			displayName: 'Components',
			name: 'templateComponents',
			type: 'json',
			default: EXAMPLE_COMPONENTS,
		},
		{
			description:
				"All components of the template in the form of Meta's API, at most 3,000 bytes, with variables in double braces. They replace the ones that it has.",
		},
	),
	typedJson(json({ maxBytes: MAX_COMPONENTS_BYTES, check: templateComponents })),
);

const parameterFormat = openChoice(
	'Parameter Format',
	'parameterFormat',
	{
		NAMED: ['Named', 'Variables such as {first_name}'],
		POSITIONAL: ['Positional', 'Variables such as {1}'],
	},
	{ rule: { minLength: 1, maxLength: 15, by: 'AWS' }, default: 'POSITIONAL' },
);

const changes = [
	inBody(category),
	inBody(components),
	inBody(fieldOf(linkTrackingField, flag)),
	inBody(parameterFormat),
];

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update template',
	description: 'Change a message template, which WhatsApp then reviews again',
	request: { method: 'POST', url: '/v1/whatsapp/template' },
	permissions: ['UpdateWhatsAppMessageTemplate'],
	effect: 'repeatable',
	fields: [
		notice(
			'updateTemplateNotice',
			'An approved template goes back to review and cannot be sent until it is approved again.',
		),
		inBody(businessAccount, 'id'),
		...templateChoice,
		...changeFields,
		updateFields(...changes),
		optionsField(),
	],
	compose: (form) => ({ ...chosenTemplate(form), ...changedComponents(form) }),
	plan: (call) => {
		const { id, ...body } = call.request.body;
		if (!changes.some(({ member }) => member in body)) {
			throw new FieldError(
				"'Update Fields' is empty",
				'Add at least one field to change, or specify the template using fields.',
			);
		}
		const template = chosenTemplate(call.form);
		const { templateComponents: blob } = body;
		const preview = blob === undefined ? {} : { preview: templatePreview(jsonInBlob(blob)) };
		return async () => {
			await call.send();
			return { success: true, businessAccountId: id, ...template, ...preview };
		};
	},
};

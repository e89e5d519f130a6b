import { cloneFlow, categories, endpointUri, flowName } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { memberCollection, optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { flag } from '../../../../form/readers';
import { failOnValidationErrorsOption, flowJson, withVerdict } from './flowJson';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create flow',
	description: 'Create a Flow, a form that customers fill in inside WhatsApp',
	awsAction: 'CreateWhatsAppFlow',
	effect: 'once',
	fields: [
		businessAccount({ location: 'body' }),
		flowName({ required: true }),
		categories({ required: true }),
		memberCollection('additionalFields', cloneFlow, endpointUri, flowJson({ required: false }), {
			location: 'body',
			member: 'publish',
			read: flag,
			property: {
				displayName: 'Publish',
				name: 'publish',
				type: 'boolean',
				default: true,
				description:
					'Whether to publish the Flow at once, which cannot be undone. With validation errors it stays a draft.',
			},
		}),
		optionsField(failOnValidationErrorsOption),
	],
	result: (answer, { form, request }) =>
		withVerdict(
			{ businessAccountId: request.body.id, ...answer },
			form,
			`The Flow was created all the same, with the ID ${String(answer.flowId)}.`,
		),
};

import { cloneFlow, categories, endpointUri, flowName } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { additionalFields } from '../../../../engine/fields';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { flag } from '../../../../form/choices';
import { failOnValidationErrors, flowJson, withVerdict } from './flowJson';

const publish = flag('Publish', 'publish', {
	default: true,
	optional: true,
	description:
		'Whether to publish the Flow immediately. This cannot be undone. With validation errors, it stays a draft.',
});

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create flow',
	description: 'Create a Flow, a form that customers fill in inside WhatsApp',
	awsAction: 'CreateWhatsAppFlow',
	effect: 'once',
	fields: [
		inBody(businessAccount, 'id'),
		inBody(flowName({ required: true })),
		inBody(categories({ required: true })),
		additionalFields(inBody(cloneFlow), inBody(endpointUri), inBody(flowJson()), inBody(publish)),
	],
	options: [failOnValidationErrors],
	result: (answer, { form, request }) =>
		withVerdict(
			{ businessAccountId: request.body.id, ...answer },
			form,
			`The Flow was created anyway, with the ID ${String(answer.flowId)}.`,
		),
};

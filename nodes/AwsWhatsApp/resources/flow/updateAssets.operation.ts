import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { failOnValidationErrors, flowJson, withVerdict } from './flowJson';

export const updateAssets: Operation = {
	name: 'Update Assets',
	value: 'updateAssets',
	action: 'Update flow assets',
	description: 'Replace the Flow JSON, which contains the screens',
	awsAction: 'UpdateWhatsAppFlowAssets',
	effect: 'repeatable',
	fields: [
		notice(
			'updateAssetsNotice',
			'A published Flow becomes a draft again and cannot be sent until it is published again.',
		),
		inBody(businessAccount, 'id'),
		inBody(flow),
		inBody(flowJson({ required: true, typeOptions: { rows: 14 } })),
	],
	options: [failOnValidationErrors],
	result: (answer, { form, request: { body } }) =>
		withVerdict(
			{ businessAccountId: body.id, flowId: body.flowId, ...answer },
			form,
			'The Flow JSON was replaced anyway.',
		),
};

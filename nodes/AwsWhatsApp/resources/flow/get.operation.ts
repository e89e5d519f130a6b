import type { IDataObject } from 'n8n-workflow';
import { record } from '../../../../form/unknown';
import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { simplify } from '../../fields/simplify';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

/** What is asked of a Flow, flattened. */
export function simpleFlow(answer: IDataObject): IDataObject {
	const { previewUrl, expiresAt } = record(answer.preview);
	return {
		flowId: answer.flowId,
		flowName: answer.flowName,
		flowStatus: answer.flowStatus,
		categories: answer.categories,
		validationErrors: answer.validationErrors,
		jsonVersion: answer.jsonVersion,
		endpointUri: answer.endpointUri,
		previewUrl,
		previewExpiresAt: expiresAt,
		canSendMessage: record(answer.healthStatus).canSendMessage,
	};
}

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get flow',
	description: 'Look up a Flow, with its status, preview and health',
	awsAction: 'GetWhatsAppFlow',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), inQuery(flow), simplify],
	result: (answer, { form }) => (simplify.of(form) ? simpleFlow(answer) : answer),
};

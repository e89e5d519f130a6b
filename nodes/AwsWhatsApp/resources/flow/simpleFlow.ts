import type { IDataObject } from 'n8n-workflow';
import { record } from '../../../../form/unknown';

/** What one asks of a Flow, in one level. */
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

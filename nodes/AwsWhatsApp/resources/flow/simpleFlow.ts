import type { IDataObject } from 'n8n-workflow';

interface Nested {
	preview?: { previewUrl?: string; expiresAt?: string };
	healthStatus?: { canSendMessage?: string };
}

/** What one asks of a Flow, in one level. */
export function simpleFlow(answer: IDataObject): IDataObject {
	const { preview, healthStatus } = answer as Nested;
	return {
		flowId: answer.flowId,
		flowName: answer.flowName,
		flowStatus: answer.flowStatus,
		categories: answer.categories,
		validationErrors: answer.validationErrors,
		jsonVersion: answer.jsonVersion,
		endpointUri: answer.endpointUri,
		previewUrl: preview?.previewUrl,
		previewExpiresAt: preview?.expiresAt,
		canSendMessage: healthStatus?.canSendMessage,
	};
}

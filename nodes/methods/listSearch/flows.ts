import { searchOf } from './editor';

/** The Flows of the chosen business account. */
export const searchFlows = searchOf({
	request: (id, page) => ({
		method: 'GET',
		url: '/v1/whatsapp/flow/list',
		qs: { id, ...page },
	}),
	listOf: 'flows',
	entry: ({ flowName, flowStatus, flowId }) => ({
		name: `${flowName} (${flowStatus})`,
		value: String(flowId),
	}),
});

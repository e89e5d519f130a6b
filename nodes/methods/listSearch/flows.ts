import { searchOf } from './editor';

/** The Flows of the chosen business account. */
export const searchFlows = searchOf({
	action: 'ListWhatsAppFlows',
	entry: ({ flowName, flowStatus, flowId }) => ({
		name: `${flowName} (${flowStatus})`,
		value: String(flowId),
	}),
});

import { errorsOf, readWhole, type EventKind } from '../event';
import { known, text, texts } from '../../../form/unknown';

/** What happens to Flows: status and health of their endpoints. */
export const flow: EventKind = {
	kind: 'flow',
	triggerOn: {
		name: 'Flow Update',
		value: 'flowUpdates',
		description: 'Status of your Flows and health of their endpoints',
	},
	webhookFields: ['flows'],
	read: readWhole('flow', (value) => ({
		event: text(value.event) ?? null,
		flowId: text(value.flow_id) ?? null,
		...known({
			...texts(value, 'message', 'old_status', 'new_status', 'alert_state'),
			errors: errorsOf(value.errors),
		}),
	})),
};

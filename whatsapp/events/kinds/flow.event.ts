import { errorsOf } from '../errors';
import { wholeEvent } from '../event';
import type { EventKind } from '../eventKind';
import { known, record, text } from '../../../form/unknown';

/** What happens to Flows: status and health of their endpoints. */
export const flow: EventKind = {
	kind: 'flow',
	triggerOn: {
		name: 'Flow Update',
		value: 'flowUpdates',
		description: 'Status of your Flows and health of their endpoints',
	},
	webhookFields: ['flows'],
	read: (change) => {
		const value = record(change.value);
		return [
			wholeEvent('flow', change, {
				event: text(value.event) ?? null,
				flowId: text(value.flow_id) ?? null,
				...known({
					message: text(value.message),
					oldStatus: text(value.old_status),
					newStatus: text(value.new_status),
					alertState: text(value.alert_state),
					errors: errorsOf(value.errors),
				}),
			}),
		];
	},
};

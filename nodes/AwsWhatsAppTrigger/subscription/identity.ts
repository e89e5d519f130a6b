import { text } from '../events/values';
import type { TriggerContext } from '../settings';

/** Which trigger this is, among all of this n8n. */
export function triggerId(context: TriggerContext): string {
	// Switching on and receiving have different modes in production, and the same in a test.
	const stage = context.getMode() === 'manual' ? 'test' : 'production';
	return `${stage} ${context.getWorkflow().id} ${context.getNode().id}`;
}

/** The topic to which this trigger was subscribed last, from the workflow's static data. */
export function subscribedTopic(context: TriggerContext): string | undefined {
	return text(context.getWorkflowStaticData('node').topicArn);
}

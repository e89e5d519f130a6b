import type { IWebhookFunctions } from 'n8n-workflow';
import type { TriggerContext } from '../settings';

/**
 * URLs at which a workflow is being tested in the editor. n8n says so where it starts listening and
 * where a post arrives, but not where it stops; the address tells then.
 */
const testAddresses = new Set<string>();

/** Whether something was posted; else the trigger is being switched on or off. */
export function isPost(context: TriggerContext): context is IWebhookFunctions {
	return 'getRequestObject' in context;
}

/** The address of the webhook, in the spelling in which addresses are compared. */
export function webhookUrl(context: TriggerContext): string {
	return new URL(context.getNodeWebhookUrl('default') ?? '').href;
}

/** Whether this is about a test in the editor. */
export function isTest(context: TriggerContext): boolean {
	if (context.getMode() === 'manual') {
		if (!isPost(context)) testAddresses.add(webhookUrl(context));
		return true;
	}
	return !isPost(context) && testAddresses.has(webhookUrl(context));
}

const nameOf = (context: TriggerContext) => `${context.getWorkflow().id} ${context.getNode().id}`;

/** Which trigger this is, among all of this n8n. */
export function triggerId(context: TriggerContext): string {
	return `${isTest(context) ? 'test' : 'production'} ${nameOf(context)}`;
}

/** Which trigger this is, among all n8n's that do not share an encryption key. */
export function ownerId(context: TriggerContext): string {
	return `${context.getInstanceId()} ${nameOf(context)}`;
}

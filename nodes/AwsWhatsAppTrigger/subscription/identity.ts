import type { TriggerContext } from '../settings';

/**
 * Whether somebody tests the workflow in the editor. n8n says so where it starts listening and where a
 * post arrives, but not where it stops; the address tells then.
 */
const testAddresses = new Set<string>();

/** The address of the webhook, in the spelling in which addresses are compared. */
export function webhookUrl(context: TriggerContext): string {
	return new URL(context.getNodeWebhookUrl('default') ?? '').href;
}

export function isTest(context: TriggerContext): boolean {
	if (context.getMode() === 'manual') {
		if (!('getRequestObject' in context)) testAddresses.add(webhookUrl(context));
		return true;
	}
	return !('getRequestObject' in context) && testAddresses.has(webhookUrl(context));
}

/** Which trigger this is, among all of this n8n. */
export function triggerId(context: TriggerContext): string {
	const stage = isTest(context) ? 'test' : 'production';
	return `${stage} ${context.getWorkflow().id} ${context.getNode().id}`;
}

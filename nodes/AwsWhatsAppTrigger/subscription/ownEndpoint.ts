import { CREDENTIAL } from '../../AwsWhatsApp/request/exchange';
import type { TriggerContext } from '../settings';

/** The custom endpoint for SNS in the credential, if it has one. */
export async function ownSnsEndpoint(context: TriggerContext): Promise<string | undefined> {
	const { customEndpoints, snsEndpoint } = await context.getCredentials(CREDENTIAL);
	const endpoint = typeof snsEndpoint === 'string' ? snsEndpoint.trim() : '';
	return customEndpoints === true && URL.canParse(endpoint) ? endpoint : undefined;
}

import { urlOf } from '../../../aws/url';
import { customEndpointsOf } from '../../../credentials/settings';
import { CREDENTIAL } from '../../AwsWhatsApp/request/exchange';
import type { TriggerContext } from '../settings';

/**
 * The custom endpoint for SNS in the credential, if it has one.
 *
 * @throws CredentialProblem where the credential does not say whether it has
 */
export async function ownSnsEndpoint(context: TriggerContext): Promise<string | undefined> {
	const { sns = '' } = customEndpointsOf(await context.getCredentials(CREDENTIAL)) ?? {};
	return urlOf(sns) && sns;
}

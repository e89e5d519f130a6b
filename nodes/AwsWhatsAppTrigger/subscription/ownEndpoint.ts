import { urlOf } from '../../../form/url';
import { customEndpointsOf } from '../../../credentials/endpoints';
import { formOf } from '../../../credentials/readers';
import { CREDENTIAL } from '../../../aws/transport/sendSigned';
import type { TriggerContext } from '../settings';

/**
 * The custom endpoint for SNS in the credential, if it has one.
 *
 * @throws CredentialError where the credential does not say whether it has
 */
export async function ownSnsEndpoint(context: TriggerContext): Promise<string | undefined> {
	const credential = formOf(await context.getCredentials(CREDENTIAL));
	const { sns = '' } = customEndpointsOf(credential) ?? {};
	return urlOf(sns) && sns;
}

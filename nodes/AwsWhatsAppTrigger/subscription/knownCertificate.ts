import { text } from '../events/values';
import type { TriggerContext } from '../settings';
import { triggerId } from './identity';

/** By trigger, the address of the certificate that last proved a message to be genuine. */
const verified = new Map<string, string>();

/** @param trigger the ID of the trigger, for which a message was found genuine */
export function rememberCertificate(trigger: string, address: string): void {
	verified.set(trigger, address);
}

/**
 * The address of the certificate that last proved a message to this trigger to be genuine: as this
 * process has seen it, or else as the trigger's static data have it in `certificate`.
 */
export function knownCertificate(context: TriggerContext): string | undefined {
	const recorded = text(context.getWorkflowStaticData('node').certificate);
	return verified.get(triggerId(context)) ?? recorded;
}

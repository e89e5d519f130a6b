import type { Connection } from '../../AwsWhatsApp/request/connection';
import { RefusedByAws } from '../../AwsWhatsApp/request/failures';
import { writeDownLast } from '../memory';
import type { TriggerContext } from '../settings';
import { setAttribute, type SubscriptionState } from '../sns/api';
import {
	deadLetterQueueIn,
	deliveryPolicy,
	hasPolicy,
	redrivePolicy,
	type DeliverySettings,
} from '../sns/policy';
import type { Made } from './made';

/** SNS's own policy does as well, for a minute; what the user asked for has to be set. */
async function setPolicy(
	context: TriggerContext,
	connection: Connection,
	arn: string,
	delivery: DeliverySettings,
): Promise<void> {
	const wasAskedFor = delivery.maxReceivesPerSecond !== undefined;
	await setAttribute(connection, arn, 'DeliveryPolicy', deliveryPolicy(delivery)).catch(
		(failure: unknown) => {
			if (wasAskedFor || !(failure instanceof RefusedByAws)) throw failure;
			context.logger.warn(
				`WhatsApp trigger: SNS gives up on an event after a minute, because the delivery policy of ${arn} could not be set (sns:SetSubscriptionAttributes: ${failure.refusal.name}).`,
			);
		},
	);
}

/**
 * Gives a subscription the attributes that it is to have, and writes down what was set.
 *
 * @returns the subscription as it is now
 */
export async function repair(
	context: TriggerContext,
	connection: Connection,
	{ made, state }: { made: Made; state: SubscriptionState },
	delivery: DeliverySettings,
): Promise<Made> {
	const { arn } = made;
	// Raw messages carry no signature.
	if (state.isRaw) await setAttribute(connection, arn, 'RawMessageDelivery', 'false');
	if (!hasPolicy(state.deliveryPolicy, delivery))
		await setPolicy(context, connection, arn, delivery);
	const { deadLetterTargetArn } = delivery;
	const queue = deadLetterQueueIn(state.redrivePolicy);
	if (deadLetterTargetArn !== undefined && deadLetterTargetArn !== queue) {
		await setAttribute(connection, arn, 'RedrivePolicy', redrivePolicy(deadLetterTargetArn));
	}
	// A queue that somebody else has set stays.
	if (
		deadLetterTargetArn === undefined &&
		queue !== undefined &&
		queue === made.deadLetterTargetArn
	)
		await setAttribute(connection, arn, 'RedrivePolicy', '');
	const repaired = { ...made, deadLetterTargetArn };
	writeDownLast(context, repaired);
	return repaired;
}

import { AwsServiceError } from '../../../aws/errors/errors';
import { writeDownLast } from '../memory';
import { setAttribute, type SubscriptionState } from '../../../aws/clients/sns/sns';
import {
	deadLetterQueueIn,
	deliveryPolicy,
	hasPolicy,
	redrivePolicy,
	type DeliverySettings,
} from '../../../aws/clients/sns/deliveryPolicy';
import type { TriggerClient } from './connection';
import type { Made } from './made';

/** SNS's own policy does as well, for a minute; what the user asked for has to be set. */
async function setPolicy(
	client: TriggerClient,
	arn: string,
	delivery: DeliverySettings,
): Promise<void> {
	const wasAskedFor = delivery.maxReceivesPerSecond !== undefined;
	await setAttribute(client, arn, 'DeliveryPolicy', deliveryPolicy(delivery)).catch(
		(failure: unknown) => {
			if (wasAskedFor || !(failure instanceof AwsServiceError)) throw failure;
			client.context.logger.warn(
				`WhatsApp trigger: SNS gives up on an event after a minute, because the delivery policy of ${arn} could not be set (sns:SetSubscriptionAttributes: ${failure.response.name}).`,
			);
		},
	);
}

/** Gives a subscription the attributes that it is to have, and writes down what was set. */
export async function repair(
	client: TriggerClient,
	{ made, state }: { made: Made; state: SubscriptionState },
	delivery: DeliverySettings,
): Promise<Made> {
	const { arn } = made;
	// Raw messages carry no signature.
	if (state.isRaw) await setAttribute(client, arn, 'RawMessageDelivery', 'false');
	if (!hasPolicy(state.deliveryPolicy, delivery)) await setPolicy(client, arn, delivery);
	const { deadLetterTargetArn } = delivery;
	const queue = deadLetterQueueIn(state.redrivePolicy);
	if (deadLetterTargetArn !== undefined && deadLetterTargetArn !== queue) {
		await setAttribute(client, arn, 'RedrivePolicy', redrivePolicy(deadLetterTargetArn));
	}
	// A queue that was set elsewhere stays.
	if (
		deadLetterTargetArn === undefined &&
		queue !== undefined &&
		queue === made.deadLetterTargetArn
	)
		await setAttribute(client, arn, 'RedrivePolicy', '');
	const repaired = { ...made, deadLetterTargetArn };
	writeDownLast(client.context, repaired);
	return repaired;
}

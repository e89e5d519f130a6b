import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { CREDENTIAL } from '../../aws/transport/sendSigned';
import { bucketOf } from '../../credentials/bucket';
import {
	bucket,
	keepS3ObjectByDefault,
	transitOf,
	type Transit,
} from '../../whatsapp/media/bucket';
import { phoneNumberOf } from '../../whatsapp/message/phoneNumber';
import { isUserId } from '../../whatsapp/message/recipient';
import { emptyField } from '../../form/fieldError';
import { Form, once, plainValue } from '../../form/form';
import { statuses, triggerOn } from './fields/events';
import {
	filters,
	keywordMatch,
	keywords,
	messageTypes,
	phoneNumberIds,
	senders,
} from './fields/filters';
import { downloadMedia } from './fields/media';
import {
	deadLetterTargetArn,
	DEFAULT_OUTPUT_FIELD,
	dropDuplicates,
	maxReceivesPerSecond,
	outputField,
	rememberIn,
} from './fields/options';
import {
	businessAccount,
	externalTopicArn,
	subscription,
	topicArn,
	topicFrom,
	urlSecret,
} from './fields/subscription';
import type { DeliverySettings } from '../../aws/clients/sns/deliveryPolicy';
import type { EventFilter } from '../../whatsapp/events/eventFilter';

/** The trigger being switched on or off, or receiving something. */
export type TriggerContext = IHookFunctions | IWebhookFunctions;

/** The panel as typed values; what is not shown reads as empty. */
export function formOf(context: TriggerContext): Form {
	const { parameters } = context.getNode();
	return new Form(
		once((name) => plainValue(context.getNodeParameter(name, ''))),
		(name) => parameters[name],
	);
}

/** How events get here. */
export type SubscriptionSettings =
	| { by: 'businessAccount'; businessAccountId: string }
	| { by: 'topicArn'; topicArn: string }
	| { by: 'others'; topicArn: string; secret?: string };

/** @throws FieldError */
export function subscriptionSettings(form: Form): SubscriptionSettings {
	if (subscription.of(form) === 'external') {
		return { by: 'others', topicArn: externalTopicArn.of(form), secret: urlSecret.of(form) };
	}
	return topicFrom.of(form) === 'topicArn'
		? { by: 'topicArn', topicArn: topicArn.of(form) }
		: { by: 'businessAccount', businessAccountId: businessAccount.of(form) };
}

/** How SNS is to deliver, where the trigger makes the subscription itself. @throws FieldError */
export const deliverySettings = ({ options }: Form): DeliverySettings => ({
	maxReceivesPerSecond: maxReceivesPerSecond.of(options),
	deadLetterTargetArn: deadLetterTargetArn.of(options),
});

/** What the workflow wants to be started by. @throws FieldError */
export function eventFilterOf(form: Form): EventFilter {
	const chosen = filters.of(form);
	const kinds = triggerOn.of(form);
	if (kinds.length === 0) {
		throw emptyField(form.label(triggerOn), 'Choose at least one kind of event, such as Message.');
	}
	const settings = subscriptionSettings(form);
	return {
		triggerOn: kinds,
		// Several accounts can publish to one topic.
		businessAccountId: settings.by === 'businessAccount' ? settings.businessAccountId : undefined,
		statuses: statuses.of(form).map((status) => status.toLowerCase()),
		phoneNumbers: phoneNumberIds.of(chosen),
		senders: senders
			.of(chosen)
			.map((sender) => (isUserId(sender) ? sender : phoneNumberOf(sender, chosen.label(senders)))),
		messageTypes: messageTypes.of(chosen),
		keywords: keywords.of(chosen),
		keywordMatch: keywordMatch.of(chosen),
	};
}

export interface MediaSettings extends Transit {
	/** The name of the output field. */
	field: string;
}

/** The form with the bucket of the credential, where media are wanted and it names no other. @throws CredentialError */
export async function withBucket(context: TriggerContext, form: Form): Promise<Form> {
	if (!downloadMedia.of(form)) return form;
	const ofCredential = bucketOf(await context.getCredentials(CREDENTIAL));
	return form.whereEmpty(bucket, ofCredential?.name ?? '');
}

/** How to download media at once, or undefined where that is not wanted. @throws FieldError */
export function mediaSettings(form: Form): MediaSettings | undefined {
	if (!downloadMedia.of(form)) return undefined;
	return {
		...transitOf(form, keepS3ObjectByDefault),
		field: outputField.of(form.options) ?? DEFAULT_OUTPUT_FIELD,
	};
}

/** Where it is remembered which events have started the workflow; undefined where duplicates start it, too. @throws FieldError */
export const remembersIn = ({ options }: Form): 'n8n' | 's3' | undefined =>
	dropDuplicates.of(options) ? rememberIn.of(options) : undefined;

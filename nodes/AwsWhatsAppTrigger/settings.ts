import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { BUSINESS_ACCOUNT_RULE } from '../fields/locators';
import { OUTPUT_FIELD_RULE } from '../../whatsapp/media/outputField';
import { BUCKET_RULE, KEY_PREFIX_RULE } from '../../form/s3File';
import { phoneNumberOf } from '../../whatsapp/message/phoneNumber';
import { isUserId } from '../../whatsapp/message/recipient';
import { FieldError } from '../../form/fieldError';
import { Form, labelsOf, plainValue } from '../../form/form';
import { textOf } from '../../form/rule';
import { properties } from './fields/properties';
import type { DeliverySettings } from '../../aws/clients/sns/deliveryPolicy';
import { QUEUE_RULE } from '../../aws/clients/sns/queueArn';
import { TOPIC_RULE } from '../../aws/clients/sns/topicArn';
import type { EventFilter } from '../../whatsapp/events/eventFilter';

/** The trigger being switched on or off, or receiving something. */
export type TriggerContext = IHookFunctions | IWebhookFunctions;

const LABELS = labelsOf(properties);

/** The panel as typed values; what is not shown reads as empty. */
export function formOf(context: TriggerContext): Form {
	return new Form((name) => plainValue(context.getNodeParameter(name, '')), LABELS);
}

/** How events get here. */
export type SubscriptionSettings =
	| { by: 'businessAccount'; businessAccountId: string }
	| { by: 'topicArn'; topicArn: string }
	| { by: 'others'; topicArn: string; secret?: string };

const SECRET_LENGTH = 16;

/** @throws FieldError */
export function subscriptionSettings(form: Form): SubscriptionSettings {
	if (form.text('subscription') === 'external') {
		const topicArn = form.id('topicArn', TOPIC_RULE);
		const secret = form.optionalId('urlSecret', {
			minLength: SECRET_LENGTH,
			maxLength: 512,
			by: 'this node',
		});
		return { by: 'others', topicArn, secret };
	}
	if (form.text('topicFrom') === 'topicArn') {
		return { by: 'topicArn', topicArn: form.id('topicArn', TOPIC_RULE) };
	}
	return {
		by: 'businessAccount',
		businessAccountId: form.id('businessAccountId', BUSINESS_ACCOUNT_RULE),
	};
}

const MOST_PER_SECOND = 100_000;

/**
 * How SNS is to deliver, where the trigger makes the subscription itself.
 *
 * @throws FieldError
 */
export function deliverySettings({ options }: Form): DeliverySettings {
	return {
		maxReceivesPerSecond: options.isEmpty('maxReceivesPerSecond')
			? undefined
			: options.number('maxReceivesPerSecond', { min: 1, max: MOST_PER_SECOND, fallback: 1 }),
		deadLetterTargetArn: options.optionalId('deadLetterTargetArn', QUEUE_RULE),
	};
}

/** Several values in one field: a list, or a text with commas. */
function several(form: Form, name: string): string[] {
	const value = form.raw(name);
	const values: unknown[] = Array.isArray(value) ? value : form.text(name).split(/[,;\n]/);
	return values
		.filter((each) => typeof each === 'string' || typeof each === 'number')
		.map((each) => textOf(each, form.label(name)).trim())
		.filter((each) => each !== '');
}

const MATCHES = ['beginsWith', 'contains', 'containsWord', 'isExactly'] as const;

/**
 * What the workflow wants to be started by.
 *
 * @throws FieldError
 */
export function eventFilterOf(form: Form): EventFilter {
	const filters = form.group('filters');
	const triggerOn = several(form, 'triggerOn');
	if (triggerOn.length === 0) {
		throw new FieldError(
			`'${form.label('triggerOn')}' is empty`,
			'Choose at least one kind of event, for instance Message.',
		);
	}
	const subscription = subscriptionSettings(form);
	return {
		triggerOn,
		// Several accounts can publish to one topic.
		businessAccountId:
			subscription.by === 'businessAccount' ? subscription.businessAccountId : undefined,
		statuses: several(form, 'statuses').map((status) => status.toLowerCase()),
		phoneNumbers: several(filters, 'phoneNumberIds'),
		senders: several(filters, 'senders').map((sender) =>
			isUserId(sender) ? sender : phoneNumberOf(sender, filters.label('senders')),
		),
		messageTypes: several(filters, 'messageTypes'),
		keywords: several(filters, 'keywords'),
		keywordMatch: MATCHES.find((match) => match === filters.text('keywordMatch')) ?? 'containsWord',
	};
}

export interface MediaSettings {
	bucketName: string;
	keyPrefix: string;
	/** Whether the copy in S3 stays there. */
	keep: boolean;
	/** The name of the output field. */
	field: string;
}

/**
 * How to download media at once, or undefined where that is not wanted.
 *
 * @throws FieldError
 */
export function mediaSettings(form: Form): MediaSettings | undefined {
	if (!form.flag('downloadMedia')) return undefined;
	const { options } = form;
	return {
		bucketName: form.id('bucketName', BUCKET_RULE),
		keyPrefix: options.optionalId('keyPrefix', KEY_PREFIX_RULE) ?? '',
		keep: options.flag('keepS3Object', true),
		field: options.optionalId('binaryPropertyName', OUTPUT_FIELD_RULE) ?? 'data',
	};
}

export function dropsDuplicates({ options }: Form): boolean {
	return options.flag('dropDuplicates', true);
}

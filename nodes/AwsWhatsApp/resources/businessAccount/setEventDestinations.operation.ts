import { getBusinessAccount } from '../../../../aws/clients/socialMessaging';
import { eventDestinationFields, eventDestinationsOf } from './eventDestinations';
import { locator } from '../../../../form/locator';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

const replaceOnly = locator(
	{
		displayName: 'Only If Current Destination Is',
		name: 'replaceOnly',
		description:
			"The account's current destination. If it is different when the workflow runs, nothing is changed.",
		searchListMethod: 'searchEventDestinations',
		typed: [
			{
				displayName: 'By ARN',
				name: 'arn',
				pattern: 'arn:\\S+',
				example: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
				hint: 'This is not an ARN. ARNs begin with "arn:".',
			},
		],
		isOptional: true,
	},
	{},
);

export const setEventDestinations: Operation = {
	name: 'Set Event Destinations',
	value: 'setEventDestinations',
	action: 'Set business account event destinations',
	description:
		'Choose where AWS sends received messages and delivery statuses. This replaces the current setting.',
	awsAction: 'PutWhatsAppBusinessAccountEventDestinations',
	furtherActions: ['GetLinkedWhatsAppBusinessAccount'],
	effect: 'repeatable',
	fields: [
		notice(
			'setEventDestinationsNotice',
			'A business account has one event destination. This replaces it, and whatever listens to the old one stops receiving messages. The output shows what was replaced.',
		),
		inBody(businessAccount, 'id'),
		...eventDestinationFields,
	],
	options: [replaceOnly],
	compose: (form) => ({ eventDestinations: eventDestinationsOf(form) }),
	prepare: (item) => {
		const { id: businessAccountId, eventDestinations } = item.request.body;
		const expected = replaceOnly.of(item.form.options);
		return async () => {
			const { eventDestinations: replaced } = await getBusinessAccount(
				item,
				String(businessAccountId),
			);
			if (expected && !replaced.some((each) => each.eventDestinationArn === expected)) {
				throw new FieldError(
					`'${item.form.options.label(replaceOnly)}' does not match the current event destination`,
					`The current event destination is ${replaced.map((each) => String(each.eventDestinationArn)).join(', ') || 'not set'}. Nothing was changed.`,
				);
			}
			await item.send();
			return { success: true, businessAccountId, eventDestinations, replaced };
		};
	},
};

import type { IDataObject } from 'n8n-workflow';
import { eventDestinationFields, eventDestinationsOf } from './eventDestinations';
import { locatorField } from '../../../../form/locator';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import { optionsField } from '../../../../engine/fields/options';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

const replaceOnly = locatorField(
	{
		displayName: 'Only If Current Destination Is',
		name: 'replaceOnly',
		description:
			'The destination that the account has now. If it has another one when the workflow runs, nothing is changed.',
		searchListMethod: 'searchEventDestinations',
		typed: [
			{
				displayName: 'By ARN',
				name: 'arn',
				pattern: 'arn:\\S+',
				example: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
				hint: 'This is not an ARN. It begins with arn:',
			},
		],
		isOptional: true,
	},
	{},
);

export const setEventDestinations: Operation = {
	name: 'Set Event Destinations',
	value: 'setEventDestinations',
	action: 'Set event destinations of business account',
	description:
		'Choose where received messages and delivery statuses are reported. This replaces the present choice.',
	request: { method: 'PUT', url: '/v1/whatsapp/waba/eventdestinations' },
	permissions: ['PutWhatsAppBusinessAccountEventDestinations', 'GetLinkedWhatsAppBusinessAccount'],
	effect: 'repeatable',
	fields: [
		notice(
			'setEventDestinationsNotice',
			'A business account has one event destination. This replaces it, and whatever listens to the old one no longer hears of messages. The output tells what was replaced.',
		),
		inBody(businessAccount, 'id'),
		...eventDestinationFields,
		optionsField(replaceOnly),
	],
	compose: (form) => ({ eventDestinations: eventDestinationsOf(form) }),
	plan: (call) => {
		const { id: businessAccountId, eventDestinations } = call.request.body;
		const expected = replaceOnly.of(call.form.options);
		return async () => {
			const { account } = await call.social(
				{ method: 'GET', url: '/v1/whatsapp/waba/details', qs: { id: businessAccountId } },
				'read',
			);
			const { eventDestinations: replaced = [] } = (account ?? {}) as {
				eventDestinations?: IDataObject[];
			};
			if (expected && !replaced.some((each) => each.eventDestinationArn === expected)) {
				throw new FieldError(
					"'Only If Current Destination Is' names another event destination",
					`The account reports to ${replaced.map((each) => String(each.eventDestinationArn)).join(', ') || 'nothing'} now. Nothing was changed.`,
				);
			}
			await call.send();
			return { success: true, businessAccountId, eventDestinations, replaced };
		};
	},
};

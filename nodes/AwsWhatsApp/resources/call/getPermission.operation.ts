import type { IDataObject } from 'n8n-workflow';
import { list, record } from '../../../../form/unknown';
import { originationPhoneNumber } from '../../../fields/locators';
import { simplify } from '../../fields/simplify';
import { phoneNumberField } from '../../../../whatsapp/message/phoneNumber';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { choice } from '../../../../form/choices';
import { id } from '../../../../form/texts';

/** The permission in one level, its end as ISO 8601 and every action as a yes or no. */
export function simplePermission(answer: IDataObject): IDataObject {
	const { status, expirationTime } = record(answer.permission);
	const actions = list(answer.actions).map(record);
	const allowed = (action: string) =>
		actions.some((each) => each.actionName === action && each.canPerformAction === true);
	return {
		status,
		expirationTime:
			typeof expirationTime === 'number'
				? new Date(expirationTime * 1000).toISOString()
				: undefined,
		canStartCall: allowed('start_call'),
		canRequestPermission: allowed('send_call_permission_request'),
	};
}

const customerBy = choice(
	'Choose Customer By',
	'customerBy',
	{
		endUserBsuid: ['Business-Scoped User ID', 'For people who hide their phone number'],
		destinationPhoneNumber: 'Phone Number',
	},
	{ default: 'destinationPhoneNumber' },
);

const destinationPhoneNumber = phoneNumberField(
	'Destination Phone Number',
	'destinationPhoneNumber',
	{
		required: true,
		example: '+4915112345678',
		description: "The customer's phone number with country code",
		displayOptions: { show: { customerBy: ['destinationPhoneNumber'] } },
	},
);

const endUserBsuid = id('User ID', 'endUserBsuid', {
	rule: { maxLength: 100, by: 'AWS' },
	required: true,
	example: 'DE.13491208655302741918',
	description: 'The ID received with a message from the customer',
	displayOptions: { show: { customerBy: ['endUserBsuid'] } },
});

export const getPermission: Operation = {
	name: 'Get Permission',
	value: 'getPermission',
	action: 'Get call permission',
	description: 'Look up whether you may call a customer in WhatsApp',
	awsAction: 'GetWhatsAppCallPermission',
	effect: 'read',
	fields: [
		inBody(originationPhoneNumber),
		customerBy,
		destinationPhoneNumber,
		endUserBsuid,
		simplify,
	],
	compose: (form) =>
		customerBy.of(form) === 'endUserBsuid'
			? { endUserBsuid: endUserBsuid.of(form) }
			: { destinationPhoneNumber: destinationPhoneNumber.of(form) },
	result: (answer: IDataObject, { form }) =>
		simplify.of(form) ? simplePermission(answer) : answer,
};

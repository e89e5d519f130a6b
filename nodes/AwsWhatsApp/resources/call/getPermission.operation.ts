import type { IDataObject } from 'n8n-workflow';
import { originationPhoneNumber } from '../../../fields/locators';
import { simplify } from '../../fields/simplify';
import { phoneNumberField } from '../../../../whatsapp/message/phoneNumber';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { choice } from '../../../../form/choices';
import { id } from '../../../../form/texts';
import { simplePermission } from './permission';

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

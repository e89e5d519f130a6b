import type { IDataObject } from 'n8n-workflow';
import { originationPhoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import { simplifyField } from '../../fields/simplify';
import { phoneNumberOf } from '../../../../whatsapp/message/phoneNumber';
import type { Operation } from '../../../../engine/operation';
import { simplePermission } from './permission';

export const getPermission: Operation = {
	name: 'Get Permission',
	value: 'getPermission',
	action: 'Get call permission',
	description: 'Look up whether you may call a customer in WhatsApp',
	awsAction: 'GetWhatsAppCallPermission',
	effect: 'read',
	fields: [
		originationPhoneNumber({ location: 'body' }),
		{
			displayName: 'Choose Customer By',
			name: 'customerBy',
			type: 'options',
			options: [
				{
					name: 'Business-Scoped User ID',
					value: 'endUserBsuid',
					description: 'For people who keep their number private',
				},
				{ name: 'Phone Number', value: 'destinationPhoneNumber' },
			],
			default: 'destinationPhoneNumber',
		},
		{
			displayName: 'Destination Phone Number',
			name: 'destinationPhoneNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. +4915112345678',
			description: "The customer's phone number with country code",
			displayOptions: { show: { customerBy: ['destinationPhoneNumber'] } },
		},
		{
			displayName: 'User ID',
			name: 'endUserBsuid',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. DE.13491208655302741918',
			description: 'The ID that came with a message of the customer',
			displayOptions: { show: { customerBy: ['endUserBsuid'] } },
		},
		simplifyField,
		optionsField(),
	],
	compose: (form) =>
		form.text('customerBy') === 'endUserBsuid'
			? { endUserBsuid: form.id('endUserBsuid', { maxLength: 100, by: 'AWS' }) }
			: {
					destinationPhoneNumber: phoneNumberOf(
						form.text('destinationPhoneNumber'),
						form.label('destinationPhoneNumber'),
					),
				},
	result: (answer: IDataObject, { form }) =>
		form.flag('simplify') ? simplePermission(answer) : answer,
};

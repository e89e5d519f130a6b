import { record } from '../../../../form/unknown';
import { phoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get phone number',
	description:
		'Look up a WhatsApp phone number, with its quality rating, business account and call settings',
	awsAction: 'GetLinkedWhatsAppBusinessAccountPhoneNumber',
	effect: 'read',
	fields: [phoneNumber({ location: 'query' }), optionsField()],
	result: ({ phoneNumber: number, ...rest }) => ({ ...record(number), ...rest }),
};

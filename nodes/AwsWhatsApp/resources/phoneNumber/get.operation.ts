import { record } from '../../../../form/unknown';
import { phoneNumber } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get phone number',
	description:
		'Look up a WhatsApp phone number, with its quality rating, business account and call settings',
	awsAction: 'GetLinkedWhatsAppBusinessAccountPhoneNumber',
	effect: 'read',
	fields: [inQuery(phoneNumber, 'id')],
	result: ({ phoneNumber: number, ...rest }) => ({ ...record(number), ...rest }),
};

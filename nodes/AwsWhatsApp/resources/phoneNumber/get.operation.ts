import type { IDataObject } from 'n8n-workflow';
import { phoneNumber } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get phone number',
	description:
		'Look up a WhatsApp phone number, with its quality rating, business account and call settings',
	request: { method: 'GET', url: '/v1/whatsapp/waba/phone/details' },
	permissions: ['GetLinkedWhatsAppBusinessAccountPhoneNumber'],
	effect: 'read',
	fields: [phoneNumber({ location: 'query' }), optionsField()],
	result: ({ phoneNumber: number, ...rest }) => ({
		...(number as IDataObject | undefined),
		...rest,
	}),
};

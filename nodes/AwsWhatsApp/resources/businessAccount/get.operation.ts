import { record } from '../../../../form/unknown';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { withIsoDate } from './account';

export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get business account',
	description: 'Look up a WhatsApp Business Account, with its phone numbers',
	awsAction: 'GetLinkedWhatsAppBusinessAccount',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id')],
	result: ({ account }) => withIsoDate(record(account)),
};

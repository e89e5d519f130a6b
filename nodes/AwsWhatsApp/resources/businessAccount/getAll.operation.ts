import { listFields } from '../../../../engine/fields/list';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { withIsoDate } from './account';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many business accounts',
	description: 'List the WhatsApp Business Accounts that are linked to AWS',
	request: { method: 'GET', url: '/v1/whatsapp/waba/list' },
	permissions: ['ListLinkedWhatsAppBusinessAccounts'],
	effect: 'read',
	fields: [...listFields, optionsField()],
	list: { member: 'linkedAccounts', element: withIsoDate },
};

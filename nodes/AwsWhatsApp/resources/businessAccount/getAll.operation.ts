import { listFields } from '../../../../engine/fields';
import type { Operation } from '../../../../engine/operation';
import { withIsoDate } from './account';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many business accounts',
	description: 'List the WhatsApp Business Accounts that are linked to AWS',
	awsAction: 'ListLinkedWhatsAppBusinessAccounts',
	effect: 'read',
	fields: [...listFields],
	element: withIsoDate,
};

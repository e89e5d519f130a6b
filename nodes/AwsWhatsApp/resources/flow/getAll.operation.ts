import { listFields } from '../../../../engine/fields';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many flows',
	description: 'List the Flows of a business account with their status',
	awsAction: 'ListWhatsAppFlows',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...listFields],
};

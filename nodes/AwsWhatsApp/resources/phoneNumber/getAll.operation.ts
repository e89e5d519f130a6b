import { businessAccountIn } from '../../../../aws/clients/socialMessaging';
import { listFields } from '../../../../engine/fields';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { wantedElements } from '../../../../engine/paging';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description: 'List the phone numbers of a WhatsApp Business Account',
	// AWS has no list of its own for them: they are part of the business account.
	awsAction: 'GetLinkedWhatsAppBusinessAccount',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...listFields],
	prepare: (item) => {
		const limit = wantedElements(item);
		return async () => businessAccountIn(await item.send()).phoneNumbers.slice(0, limit);
	},
};

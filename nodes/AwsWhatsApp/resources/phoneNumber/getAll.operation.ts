import type { IDataObject } from 'n8n-workflow';
import { listFields } from '../../../../engine/fields/list';
import { businessAccount } from '../../../fields/locators';
import { optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { wantedElements } from '../../../../engine/paging';

export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description: 'List the phone numbers of a WhatsApp Business Account',
	// AWS has no list of its own for them: they are part of the business account.
	request: { method: 'GET', url: '/v1/whatsapp/waba/details' },
	permissions: ['GetLinkedWhatsAppBusinessAccount'],
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), ...listFields, optionsField()],
	plan: (call) => {
		const limit = wantedElements(call);
		return async () => {
			const { account } = await call.send();
			const { phoneNumbers = [] } = account as { phoneNumbers?: IDataObject[] };
			return phoneNumbers.slice(0, limit);
		};
	},
};

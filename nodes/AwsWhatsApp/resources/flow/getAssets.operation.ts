import { flow } from '../../../../whatsapp/flow/fields';
import { listFields } from '../../../../engine/fields';
import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const getAssets: Operation = {
	name: 'Get Assets',
	value: 'getAssets',
	action: 'Get flow assets',
	description: 'List the files of a Flow with download URLs that are valid for a short time',
	awsAction: 'ListWhatsAppFlowAssets',
	effect: 'read',
	fields: [inQuery(businessAccount, 'id'), inQuery(flow), ...listFields],
};

import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { notice } from '../../../../form/notice';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';

export const del: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete flow',
	description: 'Delete a Flow that was never published. This cannot be undone.',
	awsAction: 'DeleteWhatsAppFlow',
	effect: 'removal',
	fields: [
		notice(
			'deleteFlowNotice',
			'This cannot be undone. Only drafts can be deleted; a published Flow can be deprecated.',
		),
		inQuery(businessAccount, 'id'),
		inQuery(flow),
	],
	result: (_answer, { request: { qs } }) => ({
		deleted: true,
		businessAccountId: qs.id,
		flowId: qs.flowId,
	}),
};

import { record } from '../../../../form/unknown';
import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { additionalFields } from '../../../../engine/fields';
import type { Operation } from '../../../../engine/operation';
import { inQuery } from '../../../../form/member';
import { flag } from '../../../../form/choices';

const invalidate = flag('Create New Link', 'invalidate', {
	default: true,
	optional: true,
	description: 'Whether to create a new link. The previous one stops working.',
});

export const getPreview: Operation = {
	name: 'Get Preview',
	value: 'getPreview',
	action: 'Get flow preview',
	description: 'Get a link where anyone can try the Flow, valid for 30 days',
	awsAction: 'GetWhatsAppFlowPreview',
	effect: 'repeatable',
	fields: [inQuery(businessAccount, 'id'), inQuery(flow), additionalFields(inQuery(invalidate))],
	result: ({ flowId, preview }) => ({ flowId, ...record(preview) }),
};

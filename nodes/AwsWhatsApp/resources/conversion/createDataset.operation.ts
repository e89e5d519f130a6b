import { businessAccount } from '../../../fields/locators';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const createDataset: Operation = {
	name: 'Create Dataset',
	value: 'createDataset',
	action: 'Create conversion dataset',
	description:
		'Create the dataset for the conversion events of a business account. Returns the existing one if there is one.',
	awsAction: 'CreateWhatsAppDataset',
	effect: 'repeatable',
	fields: [inBody(businessAccount, 'id')],
	result: (answer, { request }) => ({ businessAccountId: request.body.id, ...answer }),
};

import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';

export const createWhatsAppDataset = defineAction({
	name: 'CreateWhatsAppDataset',
	method: 'POST',
	path: '/v1/whatsapp/waba/dataset',
	source: 'body',
	members: { id: businessAccountId },
	run({ id }, { account }) {
		const owner = account.businessAccount(id);
		// There is one per account: asking again gives the same.
		owner.datasetId ??= account.nextMetaId();
		return { datasetId: owner.datasetId };
	},
});

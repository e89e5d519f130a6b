import { categories, endpointUri, flow, flowName } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { updateFields } from '../../../../engine/fields';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';
import { id } from '../../../../form/texts';
import { flowDone } from './flowDone';

const metaAppId = id('Meta App ID', 'metaAppId', {
	rule: { minLength: 1, maxLength: 100, by: 'AWS' },
	example: '1234567890123456',
	description: 'Your own Meta app to attach to the Flow. This cannot be undone.',
});

const changes = [inBody(categories()), inBody(endpointUri), inBody(flowName()), inBody(metaAppId)];
const added = updateFields(...changes);

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update flow',
	description: "Change a Flow's name, categories, endpoint or app",
	awsAction: 'UpdateWhatsAppFlow',
	effect: 'repeatable',
	fields: [inBody(businessAccount, 'id'), inBody(flow), added],
	prepare: (item) => {
		const { body } = item.request;
		if (!changes.some(({ member }) => member in body)) {
			throw new FieldError(
				`'${item.form.label(added)}' is empty`,
				'Add at least one field to change.',
			);
		}
		return async () => flowDone(await item.send(), item);
	},
};

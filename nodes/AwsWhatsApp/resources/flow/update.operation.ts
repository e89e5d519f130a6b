import { categories, endpointUri, flow, flowName } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { memberCollection, optionsField } from '../../../../engine/fields/options';
import { FieldError } from '../../../../form/fieldError';
import type { Operation } from '../../../../engine/operation';
import type { MemberField } from '../../../../form/member';
import { text } from '../../../../form/readers';
import { flowDone } from './flowDone';

const changes: MemberField[] = [
	categories({ required: false }),
	endpointUri,
	flowName({ required: false }),
	{
		location: 'body',
		member: 'metaAppId',
		read: text({ minLength: 1, maxLength: 100, by: 'AWS' }),
		property: {
			displayName: 'Meta App ID',
			name: 'metaAppId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1234567890123456',
			description: 'Your own Meta app to attach to the Flow. This cannot be undone.',
		},
	},
];

export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update flow',
	description: "Change a Flow's name, categories, endpoint or app",
	awsAction: 'UpdateWhatsAppFlow',
	effect: 'repeatable',
	fields: [
		businessAccount({ location: 'body' }),
		flow({ location: 'body' }),
		memberCollection('updateFields', ...changes),
		optionsField(),
	],
	prepare: (item) => {
		const { body } = item.request;
		if (!changes.some(({ member }) => member in body)) {
			throw new FieldError("'Update Fields' is empty", 'Add at least one field to change.');
		}
		return async () => flowDone(await item.send(), item);
	},
};

import { record } from '../../../../form/unknown';
import { flow } from '../../../../whatsapp/flow/fields';
import { businessAccount } from '../../../fields/locators';
import { memberCollection, optionsField } from '../../../../engine/fields/options';
import type { Operation } from '../../../../engine/operation';
import { flag } from '../../../../form/readers';

export const getPreview: Operation = {
	name: 'Get Preview',
	value: 'getPreview',
	action: 'Get preview of flow',
	description: 'Get an address at which anybody can try the Flow, valid for 30 days',
	awsAction: 'GetWhatsAppFlowPreview',
	effect: 'repeatable',
	fields: [
		businessAccount({ location: 'query' }),
		flow({ location: 'query' }),
		memberCollection('additionalFields', {
			location: 'query',
			member: 'invalidate',
			read: flag,
			property: {
				displayName: 'Renew Address',
				name: 'invalidate',
				type: 'boolean',
				default: true,
				description: 'Whether to make a new address, after which the earlier one no longer works',
			},
		}),
		optionsField(),
	],
	result: ({ flowId, preview }) => ({ flowId, ...record(preview) }),
};

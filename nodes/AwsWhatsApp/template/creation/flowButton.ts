import type { INodeProperties } from 'n8n-workflow';
import { flow, FLOW_ID_RULE } from '../../fields/flows';
import { flowStartFields } from '../../fields/flowStart';
import type { Form } from '../../request/form';
import { oneOf } from '../../request/readers';
import { buttonTextField, buttonTextKey } from './buttonText';
import type { ButtonType } from './buttonType';

const ICONS = {
	DEFAULT: 'Default',
	DOCUMENT: 'Document',
	PROMOTION: 'Promotion',
	REVIEW: 'Review',
};

const fields: INodeProperties[] = [
	buttonTextField,
	{ ...flow({ location: 'body' }).property, required: undefined },
	...flowStartFields,
	{
		displayName: 'Icon',
		name: 'flowIcon',
		type: 'options',
		options: Object.entries(ICONS).map(([value, name]) => ({ name, value })),
		default: 'DEFAULT',
	},
];

function screenKey(row: Form, action: string) {
	const screen = action === 'navigate' ? row.optionalId('flowScreen') : undefined;
	return screen === undefined ? {} : { navigate_screen: screen };
}

function iconKey(row: Form) {
	const icon = row.member('flowIcon', oneOf(Object.keys(ICONS))) ?? 'DEFAULT';
	return icon === 'DEFAULT' ? {} : { icon };
}

/** A button that opens a form (Flow), which is named by its ID: a name breaks when it is changed. */
export const flowButton: ButtonType = {
	name: 'Flow',
	value: 'FLOW',
	description: 'Opens a form inside WhatsApp',
	max: 1,
	fields,
	keys: (row) => {
		const action = row.member('flowAction', oneOf(['navigate', 'data_exchange'])) ?? 'navigate';
		return {
			...buttonTextKey(row),
			flow_id: row.id('flowId', FLOW_ID_RULE),
			flow_action: action,
			...screenKey(row, action),
			...iconKey(row),
		};
	},
};

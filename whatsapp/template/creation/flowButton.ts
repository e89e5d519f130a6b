import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { variantFields, variantOptions, selected } from '../../../form/variants';
import { flow, FLOW_ID_RULE, flowName } from '../../flow/fields';
import { flowStartFields } from '../../flow/start';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject, jsonOf } from '../../../form/json';
import { oneOf } from '../../../form/readers';
import { buttonTextField, buttonTextMember } from './buttonText';
import type { ButtonType } from './buttonType';

const ICONS = {
	DEFAULT: 'Default',
	DOCUMENT: 'Document',
	PROMOTION: 'Promotion',
	REVIEW: 'Review',
};

/** AWS's limit of the name of a Flow. */
const MAX_NAME = 200;

const flowIdField: INodeProperties = {
	...flow.property,
	required: undefined,
};

const flowNameField: INodeProperties = {
	...flowName({ required: true }).property,
	description: 'A published Flow of the same business account',
};

const flowJsonField: INodeProperties = {
	displayName: 'Flow JSON',
	name: 'flowJson',
	type: 'json',
	typeOptions: { rows: 6 },
	default: '{ "version": "7.3", "screens": [] }',
	required: true,
	description:
		"The screens of a new Flow in the form of Meta's Flow JSON. Together with the rest of the template it has at most 6,000 bytes.",
};

function flowDocument(row: Form): string {
	const label = row.label(flowJsonField.name);
	const document = jsonOf(row.raw(flowJsonField.name), label);
	if (
		!isJsonObject(document) ||
		!Array.isArray(document.screens) ||
		document.screens.length === 0
	) {
		throw new FieldError(
			`'${label}' is not a Flow`,
			'It has to be one Flow in curly brackets, with its "version" and at least one of its "screens".',
		);
	}
	return JSON.stringify(document);
}

const byId = {
	name: 'List or ID',
	value: 'flowId',
	description: 'A published Flow',
	fields: [flowIdField],
	key: (row: Form): IDataObject => ({ flow_id: row.id('flowId', FLOW_ID_RULE) }),
};

const byName = {
	name: 'Name',
	value: 'flowName',
	description: 'A published Flow, by its name',
	fields: [flowNameField],
	key: (row: Form): IDataObject => ({
		flow_name: row.id('flowName', { maxLength: MAX_NAME, by: 'AWS' }),
	}),
};

const byJson = {
	name: 'New Flow',
	value: 'flowJson',
	description: 'A Flow that is created along with the template',
	fields: [flowJsonField],
	key: (row: Form): IDataObject => ({ flow_json: flowDocument(row) }),
};

/** The ways to say which Flow is meant. Meta keeps its ID, so that a name may change later. */
const WAYS = [byId, byName, byJson];

const flowByField: INodeProperties = {
	displayName: 'Choose Flow By',
	name: 'flowBy',
	type: 'options',
	options: variantOptions(WAYS),
	default: 'flowId',
};

const fields: INodeProperties[] = [
	buttonTextField,
	flowByField,
	...variantFields('flowBy', WAYS),
	...flowStartFields,
	{
		displayName: 'Icon',
		name: 'flowIcon',
		type: 'options',
		options: Object.entries(ICONS).map(([value, name]) => ({ name, value })),
		default: 'DEFAULT',
	},
];

function screenMember(row: Form, action: string) {
	const screen = action === 'navigate' ? row.optionalId('flowScreen') : undefined;
	return screen === undefined ? {} : { navigate_screen: screen };
}

function iconMember(row: Form) {
	const icon = row.member('flowIcon', oneOf(Object.keys(ICONS))) ?? 'DEFAULT';
	return icon === 'DEFAULT' ? {} : { icon };
}

/** Workflows from before there was a choice name the Flow by its ID. */
const wayOf = (row: Form) => (row.isEmpty('flowBy') ? byId : selected(row, 'flowBy', WAYS));

/** A button that opens a form (Flow). */
export const flowButton: ButtonType = {
	name: 'Flow',
	value: 'FLOW',
	description: 'Opens a form inside WhatsApp',
	max: 1,
	fields,
	keys: (row) => {
		const action = row.member('flowAction', oneOf(['navigate', 'data_exchange'])) ?? 'navigate';
		return {
			...buttonTextMember(row),
			...wayOf(row).key(row),
			flow_action: action,
			...screenMember(row, action),
			...iconMember(row),
		};
	},
};

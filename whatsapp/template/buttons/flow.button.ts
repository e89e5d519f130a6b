import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { withLook } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { jsonOf } from '../../../form/json';
import { isRecord } from '../../../form/unknown';
import { json } from '../../../form/jsonFields';
import { id } from '../../../form/texts';
import { fieldsOfVariants, variants, type Variant } from '../../../form/variants';
import { flow as flowField } from '../../flow/fields';
import { flowAction, firstScreen } from '../../flow/start';
import { asked, namesIn, readField } from '../send/component';
import { buttonText } from './buttonText';
import { actionComponent, textInQuotes, type BuildButton } from './sentButton';
import { NO_INPUT, type TemplateButton } from './templateButton';

const flowId = withLook(flowField, { required: undefined });

const flowName = id('Flow Name', 'flowName', {
	rule: { minLength: 1, maxLength: 200, by: 'AWS' },
	required: true,
	example: 'Book an appointment',
	description: 'A published Flow of the same business account',
});

const flowJson = json('Flow JSON', 'flowJson', {
	typeOptions: { rows: 6 },
	default: '{ "version": "7.3", "screens": [] }',
	required: true,
	description:
		"The screens of a new Flow in the format of Meta's Flow JSON. The whole template can have at most 6,000 bytes.",
});

function flowDocument(row: Form): string {
	const document = flowJson.of(row);
	if (!isRecord(document) || !Array.isArray(document.screens) || document.screens.length === 0) {
		throw new FieldError(
			`'${row.label(flowJson)}' is not a Flow`,
			'It must be one Flow in curly braces, with a "version" and at least one entry in "screens".',
		);
	}
	return JSON.stringify(document);
}

interface FlowChoice extends Variant {
	member(row: Form): IDataObject;
}

const byId: FlowChoice = {
	name: 'List or ID',
	value: 'flowId',
	description: 'A published Flow',
	fields: [flowId],
	member: (row) => ({ flow_id: flowId.of(row) }),
};

/** The ways to say which Flow is meant. Meta keeps its ID, so that a name may change later. */
const WAYS: FlowChoice[] = [
	byId,
	{
		name: 'Name',
		value: 'flowName',
		description: 'A published Flow, by its name',
		fields: [flowName],
		member: (row) => ({ flow_name: flowName.of(row) }),
	},
	{
		name: 'New Flow',
		value: 'flowJson',
		description: 'A Flow that is created along with the template',
		fields: [flowJson],
		member: (row) => ({ flow_json: flowDocument(row) }),
	},
];

const flowBy = variants('Choose Flow By', 'flowBy', WAYS, { default: 'flowId' });

/** Workflows from before there was a choice name the Flow by its ID. */
const wayOf = (row: Form) => (row.isEmpty(flowBy) ? byId : flowBy.of(row));

const icon = choice(
	'Icon',
	'flowIcon',
	{ DEFAULT: 'Default', DOCUMENT: 'Document', PROMOTION: 'Promotion', REVIEW: 'Review' },
	{ default: 'DEFAULT' },
);

function members(row: Form): IDataObject {
	const action = flowAction.of(row);
	const screen = action === 'navigate' ? firstScreen.of(row) : undefined;
	const shown = icon.of(row);
	return {
		text: buttonText.of(row),
		...wayOf(row).member(row),
		flow_action: action,
		...(screen === undefined ? {} : { navigate_screen: screen }),
		...(shown === 'DEFAULT' ? {} : { icon: shown }),
	};
}

/** What WhatsApp itself takes for a token that nobody has given. */
const NO_TOKEN = 'unused';

/** What the flow's first screen gets, or undefined where nothing was given. */
function flowData(value: unknown, label: string): IDataObject | undefined {
	const data = jsonOf(value, label);
	if (data === undefined) return undefined;
	if (!isRecord(data) || Object.keys(data).length === 0) {
		throw new FieldError(
			`'${label}' is empty or not a JSON object`,
			'Enter the values for the first screen as JSON, e.g. { "name": "Ada" }, or leave it empty.',
		);
	}
	return data;
}

const send: BuildButton = (button) => {
	const { context } = button;
	const token = asked(id(...namesIn(context, 'Flow token', 'flowToken'), {}), {
		mark: textInQuotes(button),
		about: 'your own ID, returned with the reply',
	});
	const data = asked(
		readField(namesIn(context, 'Flow data', 'flowData'), { type: 'json' }, flowData),
		{ about: 'values for the first screen, as JSON' },
	);
	return {
		fields: [token, data],
		component: (form) => {
			const given = data.of(form);
			return actionComponent(button, 'flow', {
				flow_token: token.of(form) ?? NO_TOKEN,
				...(given ? { flow_action_data: given } : {}),
			});
		},
	};
};

/** A button that opens a form (Flow). */
export const flow: TemplateButton = {
	name: 'Flow',
	value: 'FLOW',
	create: {
		description: 'Opens a form inside WhatsApp',
		on: ['template'],
		max: 1,
		fields: [buttonText, flowBy, ...fieldsOfVariants(flowBy, WAYS), flowAction, firstScreen, icon],
		members,
	},
	send,
	library: NO_INPUT,
};

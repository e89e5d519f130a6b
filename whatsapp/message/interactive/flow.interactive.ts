import type { IDataObject } from 'n8n-workflow';
import { FLOW_ID_RULE, sendableFlow } from '../../flow/fields';
import { flowStartFields } from '../../flow/start';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject, jsonOf } from '../../../form/json';
import { oneOf } from '../../../form/readers';
import { ifPresent } from '../messageType';
import { buttonTitle } from './choices';
import { ALL_HEADERS, MAX_BODY, type InteractiveType } from './interactiveType';

/** WhatsApp's advice, in Unicode code points; whether it enforces 20 is not documented. */
const MAX_FLOW_CTA = 30;

/** AWS's limit of the name of a Flow. */
const MAX_FLOW_NAME = 200;

/** The Flow by ID, which has digits only, else by name. */
function flowMember(form: Form): IDataObject {
	const flow = form.id('flowId');
	return /^[0-9]+$/.test(flow)
		? { flow_id: form.id('flowId', FLOW_ID_RULE) }
		: { flow_name: form.id('flowId', { maxLength: MAX_FLOW_NAME, by: 'AWS' }) };
}

function flowData(form: Form): IDataObject {
	const label = form.label('flowData');
	const data = jsonOf(form.raw('flowData'), label) ?? {};
	if (!isJsonObject(data)) {
		throw new FieldError(
			`'${label}' is not a JSON object`,
			'Write it in curly brackets, with the names that the screen of the Flow expects.',
		);
	}
	return Object.keys(data).length === 0 ? {} : { data };
}

/** Where the Flow begins; a Flow that exchanges data is told by its endpoint. */
function payloadMember(form: Form, action: string): IDataObject {
	if (action !== 'navigate') return {};
	const payload = { ...ifPresent('screen', form.optionalId('flowScreen')), ...flowData(form) };
	return Object.keys(payload).length === 0 ? {} : { flow_action_payload: payload };
}

/** A button that opens a form (Flow). */
export const flow: InteractiveType = {
	name: 'Flow',
	value: 'flow',
	description: 'A button that opens a form inside WhatsApp',
	headers: { types: ALL_HEADERS },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		sendableFlow,
		{
			displayName: 'Button Text',
			name: 'flowCta',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Book a visit',
			description: 'At most 30 characters, better 20, and no emoji',
		},
		{
			displayName: 'Flow Token',
			name: 'flowToken',
			type: 'string',
			typeOptions: { password: true },
			default: '={{ $execution.id }}:{{ $itemIndex }}',
			description: 'Comes back with the answer, to tell what it belongs to',
		},
		{
			displayName: 'Flow Mode',
			name: 'flowMode',
			type: 'options',
			options: [
				{
					name: 'Draft',
					value: 'draft',
					description: 'For tests, as a Flow that is not published yet',
				},
				{ name: 'Published', value: 'published' },
			],
			default: 'published',
		},
		...flowStartFields,
		{
			displayName: 'Screen Data',
			name: 'flowData',
			type: 'json',
			default: '{}',
			description: 'Values that the first screen shows, by their names in the Flow',
			displayOptions: { show: { flowAction: ['navigate'] } },
		},
	],
	action: (form) => {
		const flow_action =
			form.member('flowAction', oneOf(['navigate', 'data_exchange'])) ?? 'navigate';
		return {
			name: 'flow',
			parameters: {
				flow_message_version: '3',
				...flowMember(form),
				flow_cta: buttonTitle(form, 'flowCta', MAX_FLOW_CTA),
				...ifPresent('flow_token', form.optionalId('flowToken')),
				mode: form.member('flowMode', oneOf(['published', 'draft'])) ?? 'published',
				flow_action,
				...payloadMember(form, flow_action),
			},
		};
	},
};

import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { filledIn, mapped, present } from '../../../form/field';
import type { Form } from '../../../form/form';
import { jsonObject } from '../../../form/jsonFields';
import { checkText } from '../../../form/rule';
import { id, text } from '../../../form/texts';
import { FLOW_ID_RULE, sendableFlow } from '../../flow/fields';
import { firstScreen, flowAction } from '../../flow/start';
import { anyHeader, body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

/** The Flow by ID, which has digits only, else by name. */
const sentFlow = mapped(
	sendableFlow,
	(flow, label): IDataObject =>
		/^[0-9]+$/.test(flow) ? { flow_id: checkText(flow, label, FLOW_ID_RULE) } : { flow_name: flow },
);

/** WhatsApp advises 30 characters; whether it enforces 20 is not documented. */
const buttonText = text('Button Text', 'flowCta', {
	max: 30,
	required: true,
	example: 'Book a visit',
	description: 'At most {max} characters (20 recommended), without emoji',
});

const token = id('Flow Token', 'flowToken', {
	typeOptions: { password: true },
	default: '={{ $execution.id }}:{{ $itemIndex }}',
	description: 'Returned with the reply, so that you can match it',
});

const mode = choice(
	'Flow Mode',
	'flowMode',
	{
		draft: ['Draft', 'For testing a Flow that is not published yet'],
		published: 'Published',
	},
	{ default: 'published' },
);

const screenData = jsonObject('Screen Data', 'flowData', {
	default: '{}',
	description: 'Values shown on the first screen, by their names in the Flow',
	displayOptions: { show: { flowAction: ['navigate'] } },
	advice: "Enter it in curly braces, with the names that the Flow's screen expects.",
});

/** Where the Flow begins; a Flow that exchanges data is told by its endpoint. */
function startMembers(form: Form): IDataObject {
	const flow_action = flowAction.of(form);
	if (flow_action !== 'navigate') return { flow_action };
	const screen = firstScreen.of(form);
	return present({
		flow_action,
		flow_action_payload: present({ screen, data: screenData.of(form) }),
	});
}

/** A button that opens a form (Flow). */
export const flow: InteractiveType = {
	name: 'Flow',
	value: 'flow',
	description: 'A button that opens a form inside WhatsApp',
	header: anyHeader,
	body,
	footer,
	fields: [sentFlow, buttonText, token, mode, flowAction, firstScreen, screenData],
	action: (form) => ({
		name: 'flow',
		parameters: {
			flow_message_version: '3',
			...sentFlow.of(form),
			...filledIn(form, { flow_cta: buttonText, flow_token: token, mode }),
			...startMembers(form),
		},
	}),
};

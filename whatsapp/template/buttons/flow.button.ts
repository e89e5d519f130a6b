import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject, jsonOf } from '../../../form/json';
import { idIn, labelIn, type TemplateField } from '../send/component';
import { actionComponent, buttonText, type BuildButton } from './sentButton';

/** What WhatsApp itself takes for a token that nobody has given. */
const NO_TOKEN = 'unused';

/** What the flow's first screen gets, or undefined where nothing was given. */
function flowData(form: Form, id: string) {
	const data = jsonOf(form.raw(id), form.label(id));
	if (data === undefined) return undefined;
	if (!isJsonObject(data) || Object.keys(data).length === 0) {
		throw new FieldError(
			`'${form.label(id)}' is not an object with keys`,
			'Give what the first screen shows as JSON, e.g. { "name": "Ada" }, or leave it empty.',
		);
	}
	return data;
}

/** A button that opens a flow. */
export const flowButton: BuildButton = (button) => {
	const { context: context } = button;
	const token: TemplateField = {
		id: idIn(context, 'flowToken'),
		label: labelIn(
			context,
			`Flow token${buttonText(button)}: your own mark, which comes back with the answers`,
		),
		shortLabel: labelIn(context, 'Flow token'),
		type: 'string',
		required: false,
	};
	const data: TemplateField = {
		id: idIn(context, 'flowData'),
		label: labelIn(context, 'Flow data: what the first screen is given, as JSON'),
		shortLabel: labelIn(context, 'Flow data'),
		type: 'object',
		required: false,
	};
	return {
		fields: [token, data],
		component: (form) => {
			const given = flowData(form, data.id);
			return actionComponent(button, 'flow', {
				flow_token: form.optionalId(token.id) ?? NO_TOKEN,
				...(given ? { flow_action_data: given } : {}),
			});
		},
	};
};

import { oneTimeCode, oneTimeCodeField } from './oneTimeCode';
import type { ComponentBuilder, TemplateComponent } from './component';
import { textIn } from './definition';
import { textParameters, variableField } from './textParameter';
import { examplesOf, variablesIn } from './variables';

/** The text of a one-time code: the code is its only variable. */
const authenticationBody: TemplateComponent = {
	fields: [oneTimeCodeField],
	component: (form) => ({
		type: 'body',
		parameters: [{ type: 'text', text: oneTimeCode(form) }],
	}),
};

/** The text of the message or of a card. */
export const bodyParts: ComponentBuilder = (context, component) => {
	if (context.isAuthentication) return [authenticationBody];
	const text = textIn(component, 'text');
	const variables = variablesIn(text, examplesOf(component));
	if (variables.length === 0) return [];
	return [
		{
			fields: variables.map((variable) => variableField(context, 'body', text, variable)),
			component: (form) => ({
				type: 'body',
				parameters: textParameters(form, context, {
					spot: 'body',
					text,
					variables,
					maxLength: context.maxBody,
				}),
			}),
		},
	];
};

import { oneTimeCode, oneTimeCodeField } from './oneTimeCode';
import type { BuildParts, TemplatePart } from './part';
import { textIn } from './sendable';
import { textParameters, variableField } from './textParameter';
import { examplesOf, variablesIn } from './variables';

/** The text of a one-time code: the code is its only variable. */
const authenticationBody: TemplatePart = {
	fields: [oneTimeCodeField],
	component: (form) => ({
		type: 'body',
		parameters: [{ type: 'text', text: oneTimeCode(form) }],
	}),
};

/** The text of the message or of a card. */
export const bodyParts: BuildParts = (place, component) => {
	if (place.isAuthentication) return [authenticationBody];
	const text = textIn(component, 'text');
	const variables = variablesIn(text, examplesOf(component));
	if (variables.length === 0) return [];
	return [
		{
			fields: variables.map((variable) => variableField(place, 'body', text, variable)),
			component: (form) => ({
				type: 'body',
				parameters: textParameters(form, place, {
					spot: 'body',
					text,
					variables,
					maxLength: place.maxBody,
				}),
			}),
		},
	];
};

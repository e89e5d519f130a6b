import type { ComponentBuilder, TemplateComponent } from './component';
import { oneTimeCode } from './oneTimeCode';
import { textParts } from './textComponent';

/** The text of a one-time code: the code is its only variable. */
const authenticationBody: TemplateComponent = {
	fields: [oneTimeCode],
	component: (form) => ({
		type: 'body',
		parameters: [{ type: 'text', text: oneTimeCode.of(form) }],
	}),
};

/** The text of the message or of a card. */
export const bodyParts: ComponentBuilder = (context, component) =>
	context.isAuthentication
		? [authenticationBody]
		: textParts(context, 'body', component, context.maxBody);

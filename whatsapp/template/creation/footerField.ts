import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { text } from '../../../form/texts';
import { withoutVariables } from '../typedText';

export const footerText = withoutVariables(
	text('Footer', 'footerText', {
		max: 60,
		example: 'Reply STOP to unsubscribe',
		description: 'Small gray text at the end, at most {max} characters and without variables',
	}),
);

/** The footer of a template, if it has one. */
export function footerComponent(form: Form): IDataObject[] {
	const footer = footerText.of(form);
	return footer.trim() === '' ? [] : [{ type: 'FOOTER', text: footer }];
}

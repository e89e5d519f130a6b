import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { templateComponents } from './components';
import { otherComponents } from './otherComponents';
import type { SendContext } from './component';
import type { TemplateDefinition } from './definition';

/**
 * A template with its values, as it is sent. Pure.
 *
 * @param form the values of the template's fields, by their IDs
 * @throws FieldError when a value is missing, or WhatsApp would not take it
 */
export function templateContent(
	template: TemplateDefinition,
	form: Form,
	sending: SendContext,
): IDataObject {
	const components = [
		...templateComponents(template).flatMap((part) => part.component(form, sending) ?? []),
		...otherComponents(form),
	];
	return {
		name: template.name,
		language: { code: template.language },
		...(components.length > 0 ? { components } : {}),
	};
}

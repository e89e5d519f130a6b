import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../request/form';
import { templateParts } from './components';
import { otherComponents } from './otherComponents';
import type { Surroundings } from './part';
import type { SendableTemplate } from './sendable';

/**
 * A template with its values, as it is sent. Pure.
 *
 * @param form the values of the template's fields, by their IDs
 * @throws FieldError when a value is missing, or WhatsApp would not take it
 */
export function templateContent(
	template: SendableTemplate,
	form: Form,
	surroundings: Surroundings,
): IDataObject {
	const components = [
		...templateParts(template).flatMap((part) => part.component(form, surroundings) ?? []),
		...otherComponents(form),
	];
	return {
		name: template.name,
		language: { code: template.language },
		...(components.length > 0 ? { components } : {}),
	};
}

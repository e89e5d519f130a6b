import type { Field } from '../../form/field';
import { TEMPLATE_NAME_RULE, templateName } from './fields';

/** The name of a template that is created, in the characters that Meta allows. */
export const newTemplateName: Field<string> = {
	...templateName,
	of: (form) =>
		form.id(templateName.property.name, {
			...TEMPLATE_NAME_RULE,
			pattern: /^[a-z0-9_]+$/,
			format: 'lowercase letters, digits and underscores',
		}),
};

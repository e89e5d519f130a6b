import { mapped } from '../../form/field';
import { checkText } from '../../form/rule';
import { templateName } from './fields';

/** The name of a template that is created, in the characters that Meta allows. */
export const newTemplateName = mapped(
	templateName,
	(name, label) =>
		checkText(name, label, {
			pattern: /^[a-z0-9_]+$/,
			format: 'lowercase letters, digits and underscores',
		}) ?? name,
);

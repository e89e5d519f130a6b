import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../request/fieldError';
import { isJsonObject } from '../request/json';
import { quoted } from '../request/rule';

export const EXAMPLE_DEFINITION = `{
  "name": "order_update",
  "language": "en_US",
  "category": "UTILITY",
  "components": [
    {
      "type": "BODY",
      "text": "Hi {{1}}, your order {{2}} is on its way.",
      "example": { "body_text": [["Ada", "4711"]] }
    }
  ]
}`;

export const EXAMPLE_COMPONENTS = `[
  {
    "type": "BODY",
    "text": "Hi {{1}}, your order {{2}} has been shipped.",
    "example": { "body_text": [["Ada", "4711"]] }
  }
]`;

const hasText = (value: unknown) => typeof value === 'string' && value.trim() !== '';

/** Components of a template: a list of objects that say what they are. */
export function templateComponents(document: unknown, label: string): unknown[] {
	const isComponent = (each: unknown) => isJsonObject(each) && hasText(each.type);
	if (!Array.isArray(document) || document.length === 0 || !document.every(isComponent)) {
		throw new FieldError(
			`'${label}' is not a list of components`,
			'Write the components in square brackets, each with its "type", e.g. "BODY".',
		);
	}
	return document;
}

/**
 * The definition of a template in the form of Meta's API.
 *
 * @throws FieldError for what Meta refuses whatever the content: no name or one with other
 * characters than a to z, 0 to 9 and _, no language, no category, no components
 */
export function templateDefinition(document: unknown, label: string): IDataObject {
	const refuse = (what: string, advice: string): never => {
		throw new FieldError(`'${label}' ${what}`, advice);
	};
	if (!isJsonObject(document)) {
		return refuse('is not a JSON object', 'It has to be one template in curly brackets.');
	}
	const { name, language, category, components } = document;
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) {
		refuse(
			'has no valid "name"',
			`You gave ${quoted(String(name ?? ''))}. Use small letters, digits and underscores, at most 512.`,
		);
	}
	if (!hasText(language)) refuse('has no "language"', 'Name it as Meta does, e.g. "en_US".');
	if (!hasText(category)) {
		refuse('has no "category"', 'It is "UTILITY", "MARKETING" or "AUTHENTICATION".');
	}
	templateComponents(components, `${label}: components`);
	return document;
}

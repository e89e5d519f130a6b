import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { hasText, isRecord } from '../../../form/unknown';
import { quoted } from '../../../form/rule';
import { checkLanguage } from '../language';
import { objectsIn, textIn } from '../parts';
import { examplesOf, variablesIn } from '../variables';

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

const isComponent = (each: unknown): each is IDataObject => isRecord(each) && hasText(each.type);

/** What the fields of the panel take for a variable, and Meta for text. */
const IN_SINGLE_BRACES = /(?<!\{)\{\s*([0-9]+|[a-z][a-z0-9_]*)\s*\}(?!\})/;

/** @param text of a component, or the address of a button */
function checkText(text: string, examples: number, label: string): void {
	const refuse = (what: string): never => {
		throw new FieldError(
			`'${label}' ${what}`,
			`It is in ${quoted(text)}. In JSON, write variables in double curly braces, as Meta's documentation does. If the JSON is an expression, check its result.`,
		);
	};
	if (IN_SINGLE_BRACES.test(text)) refuse('has a variable in single curly braces');
	if (text !== '' && examples > 0 && variablesIn(text).length === 0) {
		refuse('has an example, but no variable for it');
	}
}

/** Texts that have lost their variables, to an expression or to braces of another kind. */
function checkTexts(components: IDataObject[], label: string): void {
	for (const component of components) {
		checkText(textIn(component, 'text'), examplesOf(component).size, label);
		for (const button of objectsIn(component, 'buttons')) {
			checkText(textIn(button, 'url'), 0, label);
		}
		for (const card of objectsIn(component, 'cards')) {
			checkTexts(objectsIn(card, 'components'), label);
		}
	}
}

/** A list of components; throws a FieldError for anything else, and for texts without their variables. */
export function templateComponents(document: unknown, label: string): IDataObject[] {
	if (!Array.isArray(document) || document.length === 0 || !document.every(isComponent)) {
		throw new FieldError(
			`'${label}' is not a list of components`,
			'Enter the components in square brackets, each with its "type", e.g. "BODY".',
		);
	}
	checkTexts(document, label);
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
	if (!isRecord(document)) {
		return refuse('is not a JSON object', 'It must be one template in curly braces.');
	}
	const { name, language, category, components } = document;
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) {
		refuse(
			'has no valid "name"',
			`You entered ${quoted(String(name ?? ''))}. Use lowercase letters, digits and underscores, at most 512 characters.`,
		);
	}
	if (!hasText(language)) {
		return refuse('has no "language"', 'Use one of Meta\'s language codes, e.g. "en_US".');
	}
	checkLanguage(language, `${label}: language`);
	if (!hasText(category)) {
		refuse('has no "category"', 'Use "UTILITY", "MARKETING" or "AUTHENTICATION".');
	}
	templateComponents(components, `${label}: components`);
	return document;
}

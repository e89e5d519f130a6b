import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { isRecord } from '../../../form/unknown';
import { objectsIn, textIn, wordIn } from '../parts';

/** A template as Meta gives it back, as far as sending needs it. */
export interface TemplateDefinition {
	name: string;
	language: string;
	/** e.g. "APPROVED", the only one that can be sent. */
	status: string;
	category: string;
	parameterFormat?: 'NAMED' | 'POSITIONAL';
	components: IDataObject[];
}

function unusable(what: string): never {
	throw new FieldError(
		'The definition of the template cannot be read',
		`${what} Choose another template, or send it with the message type 'Custom JSON'.`,
	);
}

/** The definition in AWS's answer, which has it as JSON text. */
export function templateInAnswer({ template }: IDataObject): unknown {
	if (typeof template !== 'string') return template;
	try {
		return JSON.parse(template);
	} catch {
		return unusable('AWS did not return JSON.');
	}
}

/**
 * Reads a template's definition, in the form in which Meta's API gives it. What is not needed for
 * sending is left aside.
 *
 * @throws FieldError when it has no name, language or components
 */
export function readTemplate(document: unknown): TemplateDefinition {
	if (!isRecord(document)) return unusable('It is not an object.');
	const name = textIn(document, 'name');
	const language = textIn(document, 'language');
	if (name === '' || language === '') return unusable('It has no name or language.');
	if (!Array.isArray(document.components)) return unusable('It has no components.');
	const format = wordIn(document, 'parameter_format');
	return {
		name,
		language,
		status: wordIn(document, 'status'),
		category: wordIn(document, 'category'),
		...(format === 'NAMED' || format === 'POSITIONAL' ? { parameterFormat: format } : {}),
		components: objectsIn(document, 'components'),
	};
}

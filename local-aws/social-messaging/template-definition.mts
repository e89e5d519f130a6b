import { isObject } from './message.mts';
import { invalidParameters, metaRefusal } from './refusals.mts';
import { checkComponents } from './template-components.mts';

export type Component = Record<string, unknown>;

export const parameterFormats = ['POSITIONAL', 'NAMED'];

/** What a business writes down when it asks Meta for a template. */
export interface TemplateDefinition {
	name: string;
	language: string;
	category: string;
	parameterFormat: string;
	components: Component[];
	/** Other members that Meta allows. */
	rest: Record<string, unknown>;
}

function parse(bytes: Buffer, what: string): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw invalidParameters(`The ${what} is not valid JSON.`);
	}
}

export function checkName(name: unknown): string {
	if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name))
		throw metaRefusal(
			'Invalid template name',
			'Message template name can only have lowercase letters, digits and underscores.',
		);
	return name;
}

export function checkLanguage(language: unknown): string {
	if (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Z0-9]{2,3})?$/.test(language))
		throw metaRefusal('Unsupported language', `'${String(language)}' is not a language code.`);
	return language;
}

export function checkCategory(category: unknown): string {
	const known = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];
	const upper = typeof category === 'string' ? category.toUpperCase() : '';
	if (!known.includes(upper))
		throw metaRefusal('Invalid category', `category must be one of ${known.join(', ')}.`);
	return upper;
}

export function checkParameterFormat(format: unknown = 'POSITIONAL'): string {
	const upper = typeof format === 'string' ? format.toUpperCase() : '';
	if (!parameterFormats.includes(upper))
		throw metaRefusal(
			'Invalid parameter format',
			`parameter_format must be one of ${parameterFormats.join(', ')}.`,
		);
	return upper;
}

export function parseComponents(
	bytes: Buffer,
	facts: Pick<TemplateDefinition, 'category' | 'parameterFormat'>,
): Component[] {
	return checkComponents(parse(bytes, 'templateComponents'), facts);
}

export function parseDefinition(bytes: Buffer): TemplateDefinition {
	const value = parse(bytes, 'templateDefinition');
	if (!isObject(value)) throw invalidParameters('The templateDefinition must be a JSON object.');
	const { name, language, category, parameter_format, components, ...rest } = value;
	// Left over from a definition that was read before; Meta gives new ones.
	for (const readOnly of ['id', 'status', 'quality_score']) delete rest[readOnly];
	const facts = {
		name: checkName(name),
		language: checkLanguage(language),
		category: checkCategory(category),
		parameterFormat: checkParameterFormat(parameter_format),
	};
	return { ...facts, components: checkComponents(components, facts), rest };
}

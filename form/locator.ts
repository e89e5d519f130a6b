import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';
import type { TextRule } from './rule';

/** A way to name the thing by typing. */
export interface TypedMode {
	/** e.g. "By ID" */
	displayName: string;
	name: 'id' | 'arn' | 'name';
	/** What the value looks like, as the source of a regular expression for the whole text. */
	pattern: string;
	example: string;
	/** Shown under the field when the value does not match. */
	hint: string;
}

/** The searches of things to choose from, which the node has to have. */
export type ListSearch =
	| 'searchBusinessAccounts'
	| 'searchEventDestinations'
	| 'searchFlows'
	| 'searchPhoneNumbers'
	| 'searchSendableTemplates'
	| 'searchTaggedResources'
	| 'searchTemplateLibrary'
	| 'searchTemplates';

export interface LocatorField {
	displayName: string;
	name: string;
	description: string;
	searchListMethod: ListSearch;
	typed: TypedMode[];
	isOptional?: true;
}

/** A thing to choose from a searchable list, or to name by typing. */
function locatorProperty(field: LocatorField): INodeProperties {
	const { displayName, name, description, searchListMethod, typed, isOptional } = field;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(isOptional ? {} : { required: true }),
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			...typed.map(({ displayName: label, name: mode, pattern, example, hint }) => ({
				displayName: label,
				name: mode,
				type: 'string' as const,
				placeholder: `e.g. ${example}`,
				validation: [
					{
						type: 'regex',
						properties: { regex: `^${pattern}$`, errorMessage: hint },
					} as const,
				],
			})),
		],
	};
}

/** A locator as the property alone. */
export const locator = locatorProperty;

/** A thing to choose from a searchable list, or to name by typing; undefined where it is optional and empty. */
export function locatorField(
	field: LocatorField & { isOptional: true },
	rule: TextRule,
): Field<string | undefined>;
export function locatorField(field: LocatorField, rule: TextRule): Field<string>;
export function locatorField(field: LocatorField, rule: TextRule): Field {
	const { name, isOptional } = field;
	return {
		property: locatorProperty(field),
		of: (form) => (isOptional ? form.optionalId(name, rule) : form.id(name, rule)),
	};
}

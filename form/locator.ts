import type { INodeProperties } from 'n8n-workflow';
import { fieldOf, type Field } from './field';
import { text } from './readers';
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

/** The searches of things to choose from, which the node must provide. */
export type ListSearch =
	| 'searchBusinessAccounts'
	| 'searchEventDestinations'
	| 'searchFlows'
	| 'searchPhoneNumbers'
	| 'searchSendableTemplates'
	| 'searchTaggedResources'
	| 'searchTemplateLibrary'
	| 'searchTemplates';

interface LocatorField {
	displayName: string;
	name: string;
	description: string;
	searchListMethod: ListSearch;
	typed: TypedMode[];
	isOptional?: true;
}

function locatorProperty(field: LocatorField): INodeProperties {
	const { searchListMethod, typed, isOptional, ...own } = field;
	return {
		...own,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(isOptional ? {} : { required: true }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			...typed.map(({ displayName, name, pattern, example, hint }) => ({
				displayName,
				name,
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

/** A thing to choose from a searchable list, or to name by typing; undefined where it is optional and empty. */
export function locator(
	field: LocatorField & { isOptional: true },
	rule: TextRule,
): Field<string | undefined>;
export function locator(field: LocatorField, rule: TextRule): Field<string>;
export function locator(field: LocatorField, rule: TextRule): Field {
	return fieldOf(locatorProperty(field), text({ ...rule, required: !field.isOptional }));
}

import { emptyField } from './fieldError';
import type { INodeProperties } from 'n8n-workflow';
import { fieldOf, propertyWith, type Field, type Look } from './field';
import {
	emptySwitch,
	flag as flagReader,
	listOf,
	oneOf,
	text,
	wholeNumber,
	type ListBounds,
} from './readers';
import type { TextRule } from './rule';

/** The values of a dropdown: each with its name, or with its name and what the list says below it. */
export type Choices<V extends string> = Record<
	V,
	string | readonly [name: string, description: string]
>;

function dropdown<V extends string>(
	type: 'multiOptions' | 'options',
	own: Pick<INodeProperties, 'default' | 'displayName' | 'name'>,
	choices: Choices<V>,
	look: Look,
): INodeProperties {
	const options = Object.entries<Choices<V>[V]>(choices).map(([value, shown]) => {
		const [name = '', description] = typeof shown === 'string' ? [shown] : shown;
		return { name, value, ...(description === undefined ? {} : { description }) };
	});
	return propertyWith(type, { ...own, options }, look);
}

const valuesOf = <V extends string>(choices: Choices<V>) => Object.keys(choices) as V[];

interface ChoiceLook<V> extends Omit<Look, 'example'> {
	default: V;
	/** Has to hold one, though the panel does not mark it. */
	needed?: boolean;
	/** Reads as undefined where nobody added it, instead of as its default: in a collection. */
	optional?: boolean;
}

/** One of a few values; its default where it holds none, if it is neither required nor needed. */
export function choice<const V extends string, const L extends ChoiceLook<NoInfer<V>>>(
	displayName: string,
	name: string,
	choices: Choices<V>,
	look: L,
): Field<L extends { optional: true } ? V | undefined : V>;
export function choice<V extends string>(
	displayName: string,
	name: string,
	choices: Choices<V>,
	{ default: initial, optional, needed, ...look }: ChoiceLook<V>,
): Field {
	const read = oneOf(valuesOf(choices), { required: needed ?? look.required });
	const property = dropdown('options', { displayName, name, default: initial }, choices, look);
	const whenEmpty = optional ? undefined : initial;
	return fieldOf(property, (value, label) => read(value, label) ?? whenEmpty);
}

/** One of a few values, or a newer one that an expression gives; undefined where it is empty. */
export const openChoice = (
	displayName: string,
	name: string,
	choices: Choices<string>,
	{ default: initial, rule, ...look }: Omit<Look, 'example'> & { default: string; rule: TextRule },
): Field<string | undefined> =>
	fieldOf(
		dropdown('options', { displayName, name, default: initial }, choices, look),
		text({ ...rule, required: look.required }),
	);

/** Some of a few values, each once; undefined where none is chosen, if it is not required. */
export const severalOf = <const V extends string>(
	displayName: string,
	name: string,
	choices: Choices<V>,
	{ default: initial = [], bounds, ...look }: Look & { default?: V[]; bounds?: ListBounds },
): Field<V[] | undefined> =>
	fieldOf(
		dropdown('multiOptions', { displayName, name, default: initial }, choices, look),
		listOf(oneOf(valuesOf(choices)), { ...bounds, required: look.required }),
	);

interface NumberLook extends Look {
	min: number;
	max: number;
	default: number;
	/** Reads as undefined where nobody added it, instead of as its default: in a collection. */
	optional?: boolean;
	/** Whether it must have a value where someone added it. */
	strict?: boolean;
}

/** A whole number, both bounds included; {min} and {max} in the description. */
export function number<const L extends NumberLook>(
	displayName: string,
	name: string,
	look: L,
): Field<L extends { optional: true } ? number | undefined : number>;
export function number(
	displayName: string,
	name: string,
	{ min, max, default: initial, optional, strict, typeOptions, ...look }: NumberLook,
): Field {
	const read = wholeNumber({ min, max });
	const limits = { minValue: min, ...(max < Number.MAX_SAFE_INTEGER ? { maxValue: max } : {}) };
	const property = propertyWith(
		'number',
		{ displayName, name, default: initial },
		{ typeOptions: { ...limits, ...typeOptions }, ...look },
		{ min, max },
	);
	const whenEmpty = optional ? undefined : initial;
	return {
		property,
		of: (form) => {
			const given = form.read({ property }, read);
			if (strict && given === undefined && form.isGiven(name)) {
				throw emptyField(form.label({ property }), 'Enter a number, or remove the option.');
			}
			return given ?? whenEmpty;
		},
	};
}

interface FlagLook extends Look {
	default: boolean;
	/** What it is where nobody added it; off if nothing is said. */
	whenMissing?: boolean;
	/** Whether its "off" does something, so that nothing else may pass for it. */
	strict?: boolean;
	/** Reads as undefined where nobody added it: in a collection. */
	optional?: boolean;
}

/** A switch, in any of the usual spellings. */
export function flag<const L extends FlagLook>(
	displayName: string,
	name: string,
	look: L,
): Field<L extends { optional: true } ? boolean | undefined : boolean>;
export function flag(
	displayName: string,
	name: string,
	{ default: initial, whenMissing = false, strict, optional, ...look }: FlagLook,
): Field {
	const property = propertyWith('boolean', { displayName, name, default: initial }, look);
	return {
		property,
		of: (form) => {
			const on = form.read({ property }, flagReader);
			// An option that was added, but whose expression returns nothing, is neither on nor off.
			if (on === undefined && (strict || form.isGiven(name))) {
				throw emptySwitch(form.label({ property }));
			}
			return on ?? (optional ? undefined : whenMissing);
		},
	};
}

import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../form/unknown';
import { isNumbered } from './typedVariables';

/** A variable of a template's text. */
export interface Variable {
	/** "1", or "first_name" where it has a name. */
	name: string;
	isNamed: boolean;
	/** What the template's author gave as example. */
	example?: string;
}

const VARIABLE = /\{\{\s*(\d+|[a-z][a-z0-9_]*)\s*\}\}/gi;

/** The variables of a text, each once: the numbered ones in their order, as WhatsApp fills them in by position. */
export function variablesIn(text: string, examples: Map<string, string> = new Map()): Variable[] {
	const names = [...new Set([...text.matchAll(VARIABLE)].map(([, name = '']) => name))];
	const numbered = names.filter(isNumbered).sort((a, b) => Number(a) - Number(b));
	return [...numbered, ...names.filter((name) => !isNumbered(name))].map((name) => {
		const example = examples.get(name);
		return { name, isNamed: !isNumbered(name), ...(example ? { example } : {}) };
	});
}

/** A text with values in place of its variables. */
export const filledIn = (text: string, values: Map<string, string>) =>
	text.replace(VARIABLE, (variable, name: string) => values.get(name) ?? variable);

/**
 * The examples in a component, by variable. Meta writes them as a list in a list for a body, as a
 * list for a header, and as objects where the variables have names.
 */
export function examplesOf(component: IDataObject): Map<string, string> {
	const example = isRecord(component.example) ? component.example : {};
	const { header_text: header, body_text: body, ...named } = example;
	const texts = [header ?? body ?? []].flat(3).filter((text) => typeof text === 'string');
	const namedOnes = [named.header_text_named_params, named.body_text_named_params]
		.flat()
		.filter(isRecord)
		.map((each): [string, string] => [String(each.param_name), String(each.example)]);
	return new Map([
		...texts.map((text, i): [string, string] => [String(i + 1), text]),
		...namedOnes,
	]);
}

/** Characters of the surrounding text that a label shows on each side of its variable. */
const CONTEXT = 30;

/** The beginning of a text, in Unicode code points. */
export const shortened = (text: string, maxLength: number) => {
	const characters = [...text];
	return characters.length > maxLength ? `${characters.slice(0, maxLength).join('')}…` : text;
};

/** The place of a variable in its text, e.g. `…ello {{1}}, your order {{2}} is…`. */
export function textAround(text: string, { name }: Variable): string {
	const plain = text.replace(/\s+/g, ' ');
	const found = [...plain.matchAll(VARIABLE)].find(([, each]) => each === name);
	if (!found) return '';
	const before = [...plain.slice(0, found.index)];
	const after = [...plain.slice(found.index + found[0].length)];
	const start = before.length > CONTEXT ? `…${before.slice(-CONTEXT).join('')}` : before.join('');
	return `${start}${found[0]}${shortened(after.join(''), CONTEXT)}`;
}

/** An example as a label shows it, e.g. " (e.g. Ada)"; nothing where there is none. */
export const like = (example = '', maxLength = Infinity): string =>
	example === '' ? '' : ` (e.g. ${shortened(example, maxLength)})`;

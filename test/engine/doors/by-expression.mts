import type { INodeProperties } from 'n8n-workflow';
import { properties } from '../../../nodes/AwsWhatsApp/resources/resources.ts';
import type { InputItem, Json } from '../engine.mts';

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that is entered as one: text, a number, a switch, or a list of such. */
const isLeaf = (value: unknown): boolean =>
	!isObject(value) && !(Array.isArray(value) && value.some(isObject));

/**
 * Fields that decide whether a required one is shown. By expression, n8n shows all that could be, and
 * starts no workflow in which one of these is empty.
 */
const CHOICES = new Set(
	properties
		.filter(({ required }: INodeProperties) => required)
		.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {})),
);

/** Also what the editor itself writes into a resource locator. */
const isFixed = (key: string): boolean => CHOICES.has(key) || key === '__rl' || key === 'mode';

const childOf = (value: unknown, key: string): unknown =>
	isObject(value) || Array.isArray(value) ? Object(value)[key] : undefined;

/**
 * Parameters of several items as one form: every value is an expression on the item's data.
 *
 * @param parameters of each item, all with the same fields
 */
export function byExpression(parameters: Json[]): { parameters: Json; items: InputItem[] } {
	const items = parameters.map((): { json: Json } => ({ json: {} }));
	let count = 0;
	const expressed = (values: unknown[]): unknown => {
		const [first] = values;
		if (isLeaf(first)) {
			const name = `v${count++}`;
			for (const [i, { json }] of items.entries()) json[name] = values[i];
			return `={{ $json.${name} }}`;
		}
		const entries = Object.entries(Object(first)).map(([key, value]) => [
			key,
			isFixed(key) ? value : expressed(values.map((each) => childOf(each, key))),
		]);
		return Array.isArray(first) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
	};
	return { parameters: expressed(parameters) as Json, items };
}

import * as sdk from '@aws-sdk/client-socialmessaging';

/*
 * The SDK describes its shapes as nested arrays: [3, namespace, name, traits, members, schemas] is a
 * structure, [1, namespace, name, traits, schema] a list; [schema, traits] has traits of its own.
 */
const STRUCTURE = 3;
const LIST = 1;

function unwrapped(schema: unknown): unknown {
	if (typeof schema === 'function') return unwrapped((schema as () => unknown)());
	return Array.isArray(schema) && schema.length === 2 ? unwrapped(schema[0]) : schema;
}

function membersIn(schema: unknown, path: string): string[] {
	const shape = unwrapped(schema);
	if (!Array.isArray(shape)) return [path];
	if (shape[0] === LIST) return membersIn(shape[4], `${path}[]`);
	if (shape[0] !== STRUCTURE) return [path];
	const schemas = shape[5] as unknown[];
	return (shape[4] as string[]).flatMap((member, i) =>
		membersIn(schemas[i], path === '' ? member : `${path}.${member}`),
	);
}

/** Everything an action takes by the SDK's model, e.g. "tags[].key". */
export function membersOfSdk(action: string): string[] {
	return membersIn((sdk as Record<string, unknown>)[`${action}Input$`], '');
}

/** The same of an input; the entries of a map are told apart by nothing. */
export function membersOfInput(input: unknown, path = ''): string[] {
	if (Array.isArray(input)) {
		return [path, ...input.flatMap((each) => membersOfInput(each, `${path}[]`))];
	}
	if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return [path];
	return [
		path,
		...Object.entries(input).flatMap(([member, value]) =>
			membersOfInput(value, path === '' ? member : `${path}.${member}`),
		),
	];
}

/** Data as JSON knows them. */
export type JsonObject = { [name: string]: Json };
export type Json = null | boolean | number | string | Json[] | JsonObject;

export type Path = Array<string | number>;

export const isObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy of what JSON can say of a value. */
export function jsonOf(value: unknown): Json {
	const copy: Json = JSON.parse(JSON.stringify(value));
	return copy;
}

/** Every value in a value, itself included, by where it is. */
export function* nodesOf(value: Json, path: Path = []): Generator<[path: Path, value: Json]> {
	yield [path, value];
	if (Array.isArray(value)) {
		for (const [index, member] of value.entries()) yield* nodesOf(member, [...path, index]);
	} else if (isObject(value)) {
		for (const [name, member] of Object.entries(value)) yield* nodesOf(member, [...path, name]);
	}
}

/** The value with another one at a place. */
export function withAt(value: Json, [name, ...path]: Path, replacement: Json): Json {
	if (name === undefined) return replacement;
	if (Array.isArray(value)) {
		return value.map((member, index) =>
			index === name ? withAt(member, path, replacement) : member,
		);
	}
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([own, member]) => [
			own,
			own === String(name) ? withAt(member, path, replacement) : member,
		]),
	);
}

/** The value with the members of all its objects in another order. */
export function shuffled(value: Json, random: () => number): Json {
	if (Array.isArray(value)) return value.map((member) => shuffled(member, random));
	if (!isObject(value)) return value;
	const members = Object.entries(value).map(([name, member]): [number, [string, Json]] => [
		random(),
		[name, shuffled(member, random)],
	]);
	return Object.fromEntries(members.sort(([a], [b]) => a - b).map(([, member]) => member));
}

/** The value with something added: foreign members of an object, further members of a list. */
export function withAdded(value: Json, added: Json): Json[] {
	if (Array.isArray(value))
		return [
			[...value, added],
			[added, ...value],
		];
	if (!isObject(value)) return [];
	return [
		{ ...value, news: added },
		Object.fromEntries([['__proto__', added], ...Object.entries(value)]),
	];
}

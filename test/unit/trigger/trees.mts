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
export function nodesOf(value: Json): Array<[path: Path, value: Json]> {
	const nodes: Array<[Path, Json]> = [];
	const visit = (path: Path, each: Json) => {
		nodes.push([path, each]);
		if (Array.isArray(each)) each.forEach((member, index) => visit([...path, index], member));
		else if (isObject(each))
			for (const name of Object.keys(each)) visit([...path, name], each[name] ?? null);
	};
	visit([], value);
	return nodes;
}

/** The leaves of a value by the name of the member that each is, or is in a list of. */
export function leavesOf(value: unknown): Map<string, Set<unknown>> {
	const leaves = new Map<string, Set<unknown>>();
	const visited = new Set<unknown>();
	const visit = (name: string, each: unknown) => {
		if (typeof each !== 'object') {
			const others = leaves.get(name);
			if (others) others.add(each);
			else leaves.set(name, new Set([each]));
		} else if (each !== null && !visited.has(each)) {
			visited.add(each);
			if (Array.isArray(each)) for (const member of each) visit(name, member);
			else for (const [own, member] of Object.entries(each)) visit(own, member);
		}
	};
	visit('', value);
	return leaves;
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
	return Object.fromEntries(
		Object.entries(value)
			.map(([name, member]): [number, [string, Json]] => [
				random(),
				[name, shuffled(member, random)],
			])
			.sort(([one], [other]) => one - other)
			.map(([, member]) => member),
	);
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

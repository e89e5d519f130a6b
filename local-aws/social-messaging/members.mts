import { AwsError } from '../http/aws-error.mts';

/** One reading of an input: where its members come from and what is wrong with them so far. */
export interface Reading {
	/** Everything in a query is text; in a JSON body the type has to be right. */
	source: 'query' | 'body';
	problems: string[];
}

/** Knows how to read one member of an action's input. */
export interface Member<T> {
	read(value: unknown, at: string, reading: Reading): T | undefined;
}

export type Members = Record<string, Member<unknown>>;

export type InputOf<M extends Members> = {
	[Name in keyof M]: M[Name] extends Required<infer T>
		? T
		: M[Name] extends Member<infer T>
			? T | undefined
			: never;
};

/** The mark is what lets `InputOf` leave `undefined` out. */
interface Required<T> extends Member<T> {
	required: true;
}

interface TextRules {
	min?: number;
	max?: number;
	pattern?: string;
	oneOf?: readonly string[];
	/** AWS does not repeat sensitive values in its error texts. */
	sensitive?: boolean;
}

function wrongType(value: unknown, wanted: string): AwsError {
	const found = value === null ? 'NULL' : Array.isArray(value) ? 'LIST' : typeof value;
	return new AwsError(
		400,
		'SerializationException',
		`${found.toUpperCase()}_VALUE cannot be converted to ${wanted}`,
	);
}

export function required<T>(member: Member<T>): Required<T> {
	return {
		required: true,
		read(value, at, reading) {
			if (value === undefined || value === null) {
				reading.problems.push(
					`Value null at '${at}' failed to satisfy constraint: Member must not be null`,
				);
				return undefined;
			}
			return member.read(value, at, reading);
		},
	};
}

/** AWS anchors a pattern at both ends of the value. */
const matches = (pattern: string, value: string): boolean =>
	new RegExp(`^(?:${pattern})$`, 's').test(value);

export function text(rules: TextRules = {}): Member<string> {
	return {
		read(value, at, { problems }) {
			if (value === undefined || value === null) return undefined;
			if (typeof value !== 'string') throw wrongType(value, 'String');
			const shown = rules.sensitive ? 'Value' : `Value '${value}'`;
			const fail = (constraint: string): void => {
				problems.push(`${shown} at '${at}' failed to satisfy constraint: ${constraint}`);
			};
			if (rules.max !== undefined && value.length > rules.max)
				fail(`Member must have length less than or equal to ${rules.max}`);
			if (rules.min !== undefined && value.length < rules.min)
				fail(`Member must have length greater than or equal to ${rules.min}`);
			if (rules.pattern !== undefined && !matches(rules.pattern, value))
				fail(`Member must satisfy regular expression pattern: ${rules.pattern}`);
			if (rules.oneOf && !rules.oneOf.includes(value))
				fail(`Member must satisfy enum value set: [${rules.oneOf.join(', ')}]`);
			return value;
		},
	};
}

export function integer(rules: { min?: number; max?: number } = {}): Member<number> {
	return {
		read(value, at, { source, problems }) {
			if (value === undefined || value === null) return undefined;
			const isNumber =
				source === 'query'
					? typeof value === 'string' && /^-?\d+$/.test(value)
					: Number.isInteger(value);
			if (!isNumber) throw wrongType(value, 'Integer');
			const number = Number(value);
			const fail = (constraint: string): void => {
				problems.push(`Value '${number}' at '${at}' failed to satisfy constraint: ${constraint}`);
			};
			if (rules.max !== undefined && number > rules.max)
				fail(`Member must have value less than or equal to ${rules.max}`);
			if (rules.min !== undefined && number < rules.min)
				fail(`Member must have value greater than or equal to ${rules.min}`);
			return number;
		},
	};
}

export function boolean(): Member<boolean> {
	return {
		read(value, _at, { source }) {
			if (value === undefined || value === null) return undefined;
			if (source === 'query' && (value === 'true' || value === 'false')) return value === 'true';
			if (source === 'body' && typeof value === 'boolean') return value;
			throw wrongType(value, 'Boolean');
		},
	};
}

/** Base64 on the wire; the length rules count the bytes it stands for. */
export function blob(rules: { min: number; max: number }): Member<Buffer> {
	return {
		read(value, at, { problems }) {
			if (value === undefined || value === null) return undefined;
			if (typeof value !== 'string') throw wrongType(value, 'Blob');
			const bytes = Buffer.from(value, 'base64');
			if (bytes.toString('base64') !== value)
				throw new AwsError(400, 'SerializationException', `Value at '${at}' is not valid base64`);
			const fail = (constraint: string): void => {
				problems.push(`Value at '${at}' failed to satisfy constraint: ${constraint}`);
			};
			if (bytes.length > rules.max)
				fail(`Member must have length less than or equal to ${rules.max}`);
			if (bytes.length < rules.min)
				fail(`Member must have length greater than or equal to ${rules.min}`);
			return bytes;
		},
	};
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export function structure<M extends Members>(members: M): Member<InputOf<M>> {
	return {
		read(value, at, reading) {
			if (value === undefined || value === null) return undefined;
			if (!isObject(value)) throw wrongType(value, 'Structure');
			return readMembers(members, value, reading, `${at}.`);
		},
	};
}

function checkCount(
	count: number,
	rules: { min?: number; max?: number },
	at: string,
	{ problems }: Reading,
): void {
	const fail = (constraint: string): void => {
		problems.push(`Value at '${at}' failed to satisfy constraint: ${constraint}`);
	};
	if (rules.max !== undefined && count > rules.max)
		fail(`Member must have length less than or equal to ${rules.max}`);
	if (rules.min !== undefined && count < rules.min)
		fail(`Member must have length greater than or equal to ${rules.min}`);
}

export function list<T>(item: Member<T>, rules: { min?: number; max?: number } = {}): Member<T[]> {
	return {
		read(value, at, reading) {
			if (value === undefined || value === null) return undefined;
			if (!Array.isArray(value)) throw wrongType(value, 'List');
			checkCount(value.length, rules, at, reading);
			// AWS counts from one.
			return value.flatMap((entry, index) => {
				const read = required(item).read(entry, `${at}.${index + 1}.member`, reading);
				return read === undefined ? [] : [read];
			});
		},
	};
}

export function textMap(
	rules: { max?: number; key?: TextRules; value?: TextRules } = {},
): Member<Record<string, string>> {
	const keys = required(text(rules.key));
	const values = required(text(rules.value));
	return {
		read(value, at, reading) {
			if (value === undefined || value === null) return undefined;
			if (!isObject(value)) throw wrongType(value, 'Map');
			checkCount(Object.keys(value).length, rules, at, reading);
			const entries = Object.entries(value).map(([name, item]): [string, string] => [
				keys.read(name, `${at}.key`, reading) ?? name,
				values.read(item, `${at}.${name}.member`, reading) ?? '',
			]);
			return Object.fromEntries(entries);
		},
	};
}

function readMembers<M extends Members>(
	members: M,
	values: Record<string, unknown>,
	reading: Reading,
	prefix = '',
): InputOf<M> {
	const read = Object.entries(members).map(([name, member]) => [
		name,
		member.read(values[name], prefix + name, reading),
	]);
	// Sound as soon as no problem is left, which is what `readInput` makes sure of.
	return Object.fromEntries(read) as InputOf<M>;
}

/** Reads a whole input, or refuses it with everything that is wrong with it in one text, as AWS does. */
export function readInput<M extends Members>(
	members: M,
	values: Record<string, unknown>,
	source: Reading['source'],
): InputOf<M> {
	const problems: string[] = [];
	const input = readMembers(members, values, { source, problems });
	if (problems.length > 0) {
		const count = `${problems.length} validation error${problems.length > 1 ? 's' : ''} detected`;
		throw new AwsError(400, 'ValidationException', `${count}: ${problems.join('; ')}`);
	}
	return input;
}

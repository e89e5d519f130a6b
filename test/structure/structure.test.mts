import type { INodeProperties } from 'n8n-workflow';
import {
	choicesOf,
	everyField,
	everyRow,
	fieldOf,
	membersOf,
	namedFields,
	operations,
	rowsOf,
	whereIs,
} from './description.mts';

const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
/** The words of AWS's and Meta's API, taken as they are. */
const API_WORD = /^([A-Z]+(_[A-Z]+)*|[a-z]+([_-][a-z]+)*)$/;
/** How a value writes more than one word, or "plain" where nobody can tell. */
function styleOf(value: unknown): string {
	const word = String(value);
	if (/^[a-z]+$/.test(word)) return 'plain';
	if (/^[A-Z_]+$/.test(word)) return 'UPPER_CASE';
	return /[_-]/.test(word) ? 'lower_case' : 'camelCase';
}
const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

describe('every choice', () => {
	const dropdowns = everyField.filter((field) => choicesOf(field).length > 0);

	it('is in alphabetical order, once; only days are in the order of the week', () => {
		for (const dropdown of dropdowns) {
			const names = choicesOf(dropdown).map(({ name }) => name);
			const isWeek = dropdown.name === 'dayOfWeek';
			expect(names).toEqual(isWeek ? expect.arrayContaining(['Monday', 'Sunday']) : sorted(names));
			if (isWeek) expect([names[0], names[6], names.length]).toEqual(['Monday', 'Sunday', 7]);
			expect(new Set(names).size).toBe(names.length);
			const values = choicesOf(dropdown).map(({ value }) => value);
			expect(new Set(values).size).toBe(values.length);
		}
	});

	it('has a stable value, in camelCase or a word of the API, that is not its label', () => {
		for (const { name, value } of dropdowns.flatMap(choicesOf)) {
			expect(CAMEL_CASE.test(String(value)) || API_WORD.test(String(value))).toBe(true);
			expect(value).not.toBe(name);
		}
	});

	it('uses one kind of value in each dropdown', () => {
		for (const dropdown of dropdowns) {
			const styles = new Set(choicesOf(dropdown).map(({ value }) => styleOf(value)));
			// A plain word goes with every other way to write in lower case.
			if (!styles.has('UPPER_CASE')) styles.delete('plain');
			expect([whereIs(dropdown), styles.size]).toEqual([
				whereIs(dropdown),
				Math.min(styles.size, 1),
			]);
		}
	});

	it('exists for the default', () => {
		for (const dropdown of dropdowns) {
			const values = choicesOf(dropdown).map(({ value }) => value);
			const initial = dropdown.type === 'multiOptions' ? dropdown.default : [dropdown.default];
			expect(values).toEqual(expect.arrayContaining(initial as unknown[]));
		}
	});
});

const EMPTY_DEFAULTS: Record<string, unknown> = {
	collection: {},
	fixedCollection: {},
	multiOptions: [],
	notice: '',
	resourceLocator: { mode: 'list', value: '' },
	resourceMapper: { mappingMode: 'defineBelow', value: null },
};

const TYPES_OF_DEFAULTS: Record<string, string> = {
	string: 'string',
	json: 'string',
	options: 'string',
	boolean: 'boolean',
	number: 'number',
};

describe('every field', () => {
	it('has a name in camelCase and a label of its own', () => {
		for (const { name, displayName } of [...everyField, ...everyRow]) {
			expect(name).toMatch(CAMEL_CASE);
			expect(displayName).not.toBe(name);
		}
	});

	it('has a default of its type', () => {
		for (const field of everyField) {
			if (field.type in EMPTY_DEFAULTS) {
				expect([whereIs(field), field.default]).toEqual([
					whereIs(field),
					EMPTY_DEFAULTS[field.type],
				]);
			} else {
				const type = TYPES_OF_DEFAULTS[field.type] ?? 'a known type';
				expect([whereIs(field), typeof field.default]).toEqual([whereIs(field), type]);
			}
		}
	});

	it('for JSON shows an example that is valid JSON', () => {
		const documents = everyField.filter(({ type }) => type === 'json');
		expect(documents.length).toBeGreaterThan(4);
		for (const { default: example } of documents) {
			expect(typeof JSON.parse(String(example))).toBe('object');
		}
	});

	it('has the same label and type wherever its name occurs, except for input and output', () => {
		const kinds = new Map<string, Set<string>>();
		for (const { name, displayName, type } of namedFields) {
			const known = kinds.get(name) ?? new Set();
			kinds.set(name, known.add(`${displayName.replace(/^(In|Out)put /, '')} (${type})`));
		}
		for (const kind of kinds.values()) expect([...kind]).toHaveLength(1);
	});

	it('does not have a name that n8n adds for agents', () => {
		const names = everyField.map(({ name }) => name);
		expect(names).not.toContain('toolDescription');
		expect(names).not.toContain('descriptionType');
	});

	it('is a password field if it contains a secret', () => {
		const secret = everyField.filter(({ displayName }) =>
			/\b(Token|PIN|Secret)\b/.test(displayName),
		);
		expect(secret.map(({ name }) => name).sort()).toEqual([
			'accessToken',
			'associateInProgressToken',
			'flowToken',
			'twoFactorPin',
		]);
		for (const { typeOptions } of secret) expect(typeOptions?.password).toBe(true);
	});
});

/** Dropdowns and switches always have a value, rows may be none, and a notice asks for nothing. */
const NEED_NO_TYPING = ['options', 'boolean', 'notice', 'fixedCollection'];

/** The frame of an interactive message is asked for from top to bottom, as the phone shows it. */
const ON_TOP = ['headerText', 'filename', 'bodyText', 'footerText'];

/** The bucket is filled in by the credential, and stands before the key of the object in it. */
const HAS_DEFAULT = ['bucketName'];

const isCollection = ({ type }: INodeProperties) => type === 'collection';

describe('the fields of a form', () => {
	it('begin with what is required, except for what is above it on the phone', () => {
		for (const { id, visible } of operations) {
			for (const form of visible) {
				const typed = form.filter(
					({ name, type }) =>
						!NEED_NO_TYPING.includes(type) && ![...ON_TOP, ...HAS_DEFAULT].includes(name),
				);
				const firstOptional = typed.findIndex(({ required }) => !required);
				const later = typed.slice(firstOptional === -1 ? typed.length : firstOptional);
				expect([id, later.filter(({ required }) => required).map(whereIs)]).toEqual([id, []]);
			}
		}
	});

	it('begin with the account or the number, except for notices and switches', () => {
		const broad = ['businessAccountId', 'originationPhoneNumberId', 'phoneNumberId', 'resourceArn'];
		for (const { id, fields } of operations) {
			const has = fields.some(({ name }) => broad.includes(name));
			const first = fields.find(({ type }) => type !== 'notice');
			if (has && id !== 'businessAccount.associate') expect(broad).toContain(first?.name);
		}
	});

	it('end with the collections, and the options come last', () => {
		for (const { id, visible } of operations) {
			for (const form of visible) {
				const first = form.findIndex(isCollection);
				expect([id, form.slice(first).every(isCollection)]).toEqual([id, true]);
				expect(form.at(-1)?.name).toBe('options');
			}
		}
	});

	it("have collections with n8n's names", () => {
		const names = new Map(
			everyField.filter(isCollection).map(({ name, displayName }) => [name, displayName]),
		);
		expect(Object.fromEntries(names)).toEqual({
			additionalFields: 'Additional Fields',
			addressValues: 'Address Values',
			filters: 'Filters',
			libraryTemplateBodyInputs: 'Body Inputs',
			options: 'Options',
			orderOptions: 'Order Options',
			updateFields: 'Update Fields',
		});
		for (const { id, fields } of operations) {
			const has = fields.some(({ name }) => name === 'updateFields');
			expect(has).toBe(['flow.update', 'template.update'].includes(id));
		}
	});

	it('in a collection are in alphabetical order of the labels, and not required', () => {
		for (const members of everyField.map(membersOf)) {
			const labels = members.map(({ displayName }) => displayName);
			expect(labels).toEqual(sorted(labels));
			expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
			expect(members.filter(({ required }) => required).map(whereIs)).toEqual([]);
		}
	});

	it('that repeat can be added several times, in rows that each have a name', () => {
		const repeated = everyField.filter(({ type }) => type === 'fixedCollection');
		expect(repeated.length).toBeGreaterThan(4);
		for (const field of repeated) {
			expect(field.typeOptions?.multipleValues).toBe(true);
			expect(rowsOf(field)).toHaveLength(1);
		}
		for (const { values } of everyRow) expect(values.length).toBeGreaterThan(1);
	});
});

describe('lists', () => {
	const others = ['flow.getAssets', 'template.getLibrary'];
	const isList = (id: string) => id.endsWith('.getAll') || others.includes(id);
	const withLists = operations.filter(({ id }) => isList(id));

	it('have Return All and Limit, and nothing else does', () => {
		const having = operations.filter(({ fields }) =>
			fields.some(({ name }) => name === 'returnAll' || name === 'limit'),
		);
		expect(having.map(({ id }) => id)).toEqual(withLists.map(({ id }) => id));
		expect(withLists).toHaveLength(7);
		for (const { operation } of withLists) {
			expect(operation.action).toMatch(/^Get (many |flow assets$)/);
			expect(operation.description).toMatch(/^List /);
		}
	});

	it("have them with n8n's wording", () => {
		for (const entry of withLists) {
			expect(fieldOf(entry, 'returnAll')).toMatchObject({
				displayName: 'Return All',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			});
			const limit = fieldOf(entry, 'limit');
			expect(limit).toMatchObject({
				displayName: 'Limit',
				type: 'number',
				default: 50,
				typeOptions: { minValue: 1 },
				description: 'Max number of results to return',
			});
			expect(limit.displayOptions?.show?.returnAll).toEqual([false]);
			const names = entry.fields.map(({ name }) => name);
			expect(names.indexOf('limit')).toBe(names.indexOf('returnAll') + 1);
		}
	});
});

describe('long answers', () => {
	it("are simplified unless raw data is requested, with n8n's wording", () => {
		const simplified = operations.filter(({ fields }) =>
			fields.some(({ name }) => name === 'simplify'),
		);
		expect(simplified.map(({ id }) => id)).toEqual([
			'call.getPermission',
			'flow.get',
			'template.getLibrary',
		]);
		for (const entry of simplified) {
			expect(fieldOf(entry, 'simplify')).toMatchObject({
				displayName: 'Simplify',
				type: 'boolean',
				default: true,
				description:
					'Whether to return a simplified version of the response instead of the raw data',
			});
		}
	});
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	choicesOf,
	conditionsOf,
	description,
	everyField,
	everyForm,
	isShown,
	membersOf,
	operations,
	possibleValues,
	properties,
	visible,
	whereIs,
} from './description.mts';

const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;
const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

describe('operations', () => {
	it('are exactly these', () => {
		expect(
			operations.map(({ resource, operation }) => `${resource}.${operation.value}`).sort(),
		).toEqual([
			'businessAccount.get',
			'businessAccount.getAll',
			'media.delete',
			'media.download',
			'media.get',
			'media.upload',
			'message.send',
			'phoneNumber.get',
			'phoneNumber.getAll',
		]);
	});

	it('each have an action of their own, as a sentence without a period', () => {
		const actions = operations.map(({ operation }) => operation.action ?? '');
		for (const action of actions) {
			expect(action).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/);
			expect(action).not.toMatch(/\b(a|an|the)\b/);
		}
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('each have a description that says more than their name', () => {
		for (const { operation } of operations) {
			expect(operation.description?.length).toBeGreaterThan(operation.name.length + 10);
		}
	});

	it('send what is theirs: a method, a path, and every request through the one way out', () => {
		for (const { operation } of operations) {
			const { request, send, operations: steps } = operation.routing ?? {};
			expect(request?.method).toMatch(/^(GET|POST|DELETE)$/);
			expect(request?.url).toMatch(/^\/v1\/whatsapp\/[a-z/]+$/);
			expect(send?.paginate).toBe(true);
			expect(typeof steps?.pagination).toBe('function');
		}
	});

	it('and resources are chosen from fixed lists, not by expressions', () => {
		const dropdowns = properties.filter(({ name }) => name === 'resource' || name === 'operation');
		expect(dropdowns).toHaveLength(5);
		for (const dropdown of dropdowns) expect(dropdown.noDataExpression).toBe(true);
		expect(properties[0]?.name).toBe('resource');
	});

	it('are named without repeating their resource', () => {
		for (const { resource, operation } of operations) {
			const words = resource.replace(/[A-Z]/g, ' $&').toLowerCase();
			expect(operation.name.toLowerCase()).not.toContain(words);
		}
	});
});

describe('every choice', () => {
	const dropdowns = everyField.filter((field) => choicesOf(field).length > 0);

	it('stands in alphabetical order, once', () => {
		for (const dropdown of dropdowns) {
			const names = choicesOf(dropdown).map(({ name }) => name);
			expect(names).toEqual(sorted(names));
			expect(new Set(names).size).toBe(names.length);
		}
	});

	it('has a stable value in camelCase that is not its label', () => {
		for (const { name, value } of dropdowns.flatMap(choicesOf)) {
			expect(value).toMatch(CAMEL_CASE);
			expect(value).not.toBe(name);
		}
	});

	it('is there for the default', () => {
		for (const dropdown of dropdowns) {
			expect(choicesOf(dropdown).map(({ value }) => value)).toContain(dropdown.default);
		}
	});
});

describe('every field', () => {
	it('has a name in camelCase and a label of its own', () => {
		for (const { name, displayName } of everyField) {
			expect(name).toMatch(CAMEL_CASE);
			expect(displayName).not.toBe(name);
		}
	});

	it('has a default of its type', () => {
		const types: Record<string, string> = {
			string: 'string',
			json: 'string',
			options: 'string',
			boolean: 'boolean',
			number: 'number',
			collection: 'object',
			resourceLocator: 'object',
		};
		for (const field of everyField) {
			expect([whereIs(field), typeof field.default]).toEqual([whereIs(field), types[field.type]]);
		}
	});

	it('has the same label and type wherever its name occurs, but for input and output', () => {
		const kinds = new Map<string, Set<string>>();
		for (const { name, displayName, type } of everyField) {
			const known = kinds.get(name) ?? new Set();
			kinds.set(name, known.add(`${displayName.replace(/^(In|Out)put /, '')} (${type})`));
		}
		for (const kind of kinds.values()) expect([...kind]).toHaveLength(1);
	});

	it('is not one of the names that n8n adds for agents', () => {
		const names = everyField.map(({ name }) => name);
		expect(names).not.toContain('toolDescription');
		expect(names).not.toContain('descriptionType');
	});

	it('comes after the required ones if it is optional, and the options come last', () => {
		for (const { fields } of operations) {
			expect(fields.at(-1)?.name).toBe('options');
			const collections = fields.filter(({ type }) => type === 'collection');
			expect(collections).toHaveLength(1);
		}
		for (const form of everyForm()) {
			// Dropdowns and switches always have a value, so their place is where they decide.
			const typed = visible(form).filter(({ type }) => !['options', 'boolean'].includes(type));
			const firstOptional = typed.findIndex(({ required }) => !required);
			const later = typed.slice(firstOptional === -1 ? typed.length : firstOptional);
			expect(later.filter(({ required }) => required).map(whereIs)).toEqual([]);
		}
	});

	it('in a collection is in alphabetical order of the labels', () => {
		for (const members of everyField.map(membersOf)) {
			const labels = members.map(({ displayName }) => displayName);
			expect(labels).toEqual(sorted(labels));
			expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
		}
	});

	it('is shown in some form', () => {
		const forms = everyForm();
		const hidden = properties.filter((field) => !forms.some((form) => isShown(field, form)));
		expect(hidden.map(whereIs)).toEqual([]);
		const hiddenMembers = properties.flatMap((collection) =>
			membersOf(collection).filter(
				(member) => !forms.some((form) => isShown(collection, form) && isShown(member, form)),
			),
		);
		expect(hiddenMembers.map(whereIs)).toEqual([]);
	});

	it('is the only one of its name in every form', () => {
		const forms = everyForm();
		expect(forms.length).toBeGreaterThan(30);
		for (const form of forms) {
			const names = visible(form).map(({ name }) => name);
			expect([form, names]).toEqual([form, [...new Set(names)]]);
		}
	});
});

describe('every condition', () => {
	it('names a field that exists and values that it can have', () => {
		for (const field of everyField) {
			for (const { name, values } of conditionsOf(field.displayOptions)) {
				const named = properties.filter((candidate) => candidate.name === name);
				expect([whereIs(field), named.length > 0]).toEqual([whereIs(field), true]);
				const possible = named.flatMap(possibleValues);
				expect(values?.length).toBeGreaterThan(0);
				for (const value of values ?? []) expect(possible).toContain(value);
			}
		}
	});

	it('inside a collection names the field from the top, since it lies outside', () => {
		for (const member of properties.flatMap(membersOf)) {
			for (const { absolute } of conditionsOf(member.displayOptions)) expect(absolute).toBe(true);
		}
	});
});

describe('lists', () => {
	const withLists = operations.filter(({ operation }) => operation.value === 'getAll');

	it('have Return All and Limit, and nothing else has', () => {
		const having = operations.filter(({ fields }) =>
			fields.some(({ name }) => name === 'returnAll' || name === 'limit'),
		);
		expect(having).toEqual(withLists);
	});

	it("have them in n8n's own words", () => {
		for (const { fields } of withLists) {
			expect(fields.find(({ name }) => name === 'returnAll')).toMatchObject({
				displayName: 'Return All',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			});
			const limit = fields.find(({ name }) => name === 'limit');
			expect(limit).toMatchObject({
				displayName: 'Limit',
				type: 'number',
				default: 50,
				typeOptions: { minValue: 1 },
				description: 'Max number of results to return',
			});
			expect(limit?.displayOptions?.show?.returnAll).toEqual([false]);
		}
	});
});

describe('the node', () => {
	it('is declarative, usable by agents and signed by its own credential', () => {
		expect(description.requestDefaults?.baseURL).toBe('https://social-messaging.amazonaws.com');
		expect(description.usableAsTool).toBe(true);
		expect(description.credentials).toEqual([{ name: 'awsSocialMessagingApi', required: true }]);
		expect(description).not.toHaveProperty('execute');
	});

	it('bears its names for ever', () => {
		expect(description).toMatchObject({
			name: 'awsWhatsApp',
			displayName: 'WhatsApp (AWS End User Messaging)',
			version: 1,
			subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
			inputs: ['main'],
			outputs: ['main'],
		});
		expect(description.defaults).not.toHaveProperty('color');
	});

	it('has an icon for light and one for dark, which differ', () => {
		const { icon } = description;
		if (typeof icon !== 'object') throw new Error('the icon is not a pair');
		const files = [icon.light, icon.dark].map((file) =>
			join(import.meta.dirname, '../../nodes/AwsWhatsApp', file.replace(/^file:/, '')),
		);
		for (const file of files) expect(existsSync(file)).toBe(true);
		const [light, dark] = files.map((file) => readFileSync(file, 'utf8'));
		expect(light).toMatch(/<svg/);
		expect(dark).toMatch(/<svg/);
		expect(light).not.toBe(dark);
	});
});

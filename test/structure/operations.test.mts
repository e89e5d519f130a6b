import type { INodeProperties } from 'n8n-workflow';
import { ACTIONS } from '../../aws/clients/actions.ts';
import { fieldsOf } from '../../engine/fields.ts';
import { routed } from '../../engine/members.ts';
import { resources } from '../../nodes/AwsWhatsApp/resources/resources.ts';
import {
	choicesOf,
	fieldOf,
	operationOf,
	operations,
	properties,
	type OperationEntry,
} from './description.mts';

const inWords = (camelCase: string) => camelCase.replace(/[A-Z]/g, ' $&').toLowerCase();

describe('operations', () => {
	it('each have an action of their own: a sentence without a period or articles', () => {
		const actions = operations.map(({ operation }) => operation.action ?? '');
		for (const action of actions) {
			expect(action).toMatch(/^[A-Z][a-z]+( [a-z]+)+$/);
			expect(action).not.toMatch(/\b(a|an|the)\b/);
		}
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('each name their resource in the action, which is all that an agent reads', () => {
		for (const { id, resource, operation } of operations) {
			expect([id, operation.action?.toLowerCase()]).toEqual([
				id,
				expect.stringContaining(inWords(resource)),
			]);
		}
	});

	it('each have a description that says more than their name', () => {
		for (const { operation } of operations) {
			expect(operation.description?.length).toBeGreaterThan(operation.name.length + 10);
		}
		const texts = operations.map(({ operation }) => operation.description);
		expect(new Set(texts).size).toBe(texts.length);
	});

	it('have a method and a path, and send every request through the same code', () => {
		for (const { id, operation } of operations) {
			const { request, send, operations: steps } = operation.routing ?? {};
			expect([id, request?.method]).toEqual([id, expect.stringMatching(/^(GET|POST|PUT|DELETE)$/)]);
			expect(request?.url).toMatch(/^\/v1\/(whatsapp|tags)(\/[a-z]+(-[a-z]+)*)+$/);
			expect(request?.url?.startsWith('/v1/tags/')).toBe(id.startsWith('tag.'));
			expect(send?.paginate).toBe(true);
			expect(typeof steps?.pagination).toBe('function');
		}
	});

	it('cover every action of AWS, and name none twice', () => {
		const sheets = operations.map(({ sheet }) => sheet);
		const names = new Set(sheets.map(({ awsAction }) => awsAction));
		expect([...names].sort()).toEqual(Object.keys(ACTIONS).sort());
		for (const { awsAction, furtherActions = [] } of sheets) {
			expect(new Set([awsAction, ...furtherActions]).size).toBe(1 + furtherActions.length);
		}
	});

	it('and resources are chosen from fixed lists, not by expressions', () => {
		const dropdowns = properties.filter(({ name }) => name === 'resource' || name === 'operation');
		expect(dropdowns).toHaveLength(1 + resources.length);
		for (const dropdown of dropdowns) expect(dropdown.noDataExpression).toBe(true);
		expect(properties.slice(0, dropdowns.length)).toEqual(dropdowns);
		expect(properties[0]?.name).toBe('resource');
		expect(properties[0]?.default).toBe('message');
		expect(properties[0] && choicesOf(properties[0]).map(({ value }) => value)).toEqual(
			resources.map(({ value }) => value),
		);
	});

	it('are named without repeating their resource', () => {
		for (const { resource, operation } of operations) {
			expect(operation.name.toLowerCase()).not.toContain(inWords(resource));
		}
	});

	it('that list are called "Get Many", and a new node begins with one that does no harm', () => {
		for (const { operation } of operations) {
			expect(operation.name === 'Get Many').toBe(operation.value === 'getAll');
		}
		for (const { value, startsWith } of resources) {
			const { sheet, fields } = operationOf(`${value}.${startsWith.value}`);
			expect(sheet).toBe(startsWith);
			expect(fields.filter(({ type }) => type === 'notice')).toEqual([]);
		}
	});
});

/** A field as its data sheet has it: without the resources and operations that it was merged for. */
function unplaced(field: INodeProperties): INodeProperties {
	const { displayOptions: { show = {}, ...others } = {}, ...rest } = field;
	const { resource: _resource, operation: _operation, ...conditions } = show;
	const displayOptions = {
		...(Object.keys(conditions).length === 0 ? {} : { show: conditions }),
		...others,
	};
	return Object.keys(displayOptions).length === 0 ? rest : { ...rest, displayOptions };
}

describe('fields shared by operations', () => {
	it.each(operations)('show $id exactly the fields of its data sheet, in their order', (entry) => {
		expect(entry.fields.map(unplaced)).toEqual(fieldsOf(entry.sheet).map(routed).map(unplaced));
	});

	it('are one field wherever possible, because n8n evaluates expressions for each of them', () => {
		const businessAccounts = properties.filter(
			({ name, displayOptions }) =>
				name === 'businessAccountId' && displayOptions?.show?.associateStep === undefined,
		);
		expect(businessAccounts.length).toBeLessThanOrEqual(6);
		expect(properties.filter(({ name }) => name === 'returnAll').length).toBeLessThanOrEqual(3);
	});

	it('are shown for existing operations, each for all the resources that it names', () => {
		const ids = new Set(operations.map(({ id }) => id));
		for (const { displayOptions } of properties.filter(({ name }) => name !== 'resource')) {
			const { resource = [], operation } = displayOptions?.show ?? {};
			expect(resource.length).toBeGreaterThan(0);
			for (const each of resource) {
				const has = (operation ?? []).some((name) => ids.has(`${String(each)}.${String(name)}`));
				expect(operation === undefined || has).toBe(true);
			}
		}
	});
});

describe('what cannot be undone', () => {
	const noticeOf = ({ fields }: OperationEntry) =>
		fields.find(({ type }) => type === 'notice')?.displayName;

	it.each([
		'businessAccount.disassociate',
		'flow.delete',
		'flow.deprecate',
		'flow.publish',
		'template.delete',
	])('is announced by %s, in the panel and in the list of operations', (id) => {
		const entry = operationOf(id);
		expect(noticeOf(entry)).toMatch(/^This cannot be undone/);
		expect(entry.operation.description).toContain('This cannot be undone');
	});

	it.each([
		['flow.create', 'publish'],
		['flow.update', 'metaAppId'],
	])('is announced by the one field of %s that does it', (id, name) => {
		expect(fieldOf(operationOf(id), name).description).toMatch(/cannot be undone/);
	});

	it.each(['businessAccount.setEventDestinations', 'flow.updateAssets', 'template.update'])(
		'is announced by %s, which changes something in use',
		(id) => {
			expect(noticeOf(operationOf(id))).toMatch(/\breplaces\b|\bagain\b/);
		},
	);

	it.each(['phoneNumber.setPublicKey', 'tag.add'])(
		'is announced by %s, which replaces something',
		(id) => {
			expect(operationOf(id).operation.description).toMatch(/\breplace/);
		},
	);

	it('is announced above everything else in the panel, and only where needed', () => {
		const withNotice = operations.filter(noticeOf);
		expect(withNotice.map(({ id }) => id).sort()).toEqual([
			'businessAccount.associate',
			'businessAccount.disassociate',
			'businessAccount.setEventDestinations',
			'flow.delete',
			'flow.deprecate',
			'flow.publish',
			'flow.updateAssets',
			'template.delete',
			'template.update',
		]);
		for (const { fields } of withNotice) {
			expect(fields.map(({ type }) => type === 'notice').lastIndexOf(true)).toBe(0);
		}
	});

	it('leaves room to say where the access token comes from', () => {
		const text = noticeOf(operationOf('businessAccount.associate'));
		expect(text).toMatch(/access token/);
		expect(text).toMatch(/Meta's sign-up window in the AWS console/);
	});
});

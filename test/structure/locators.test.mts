import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { readBy } from '../unit/support/form.mts';
import { BUSINESS_ACCOUNT_RULE, PHONE_NUMBER_RULE } from '../../nodes/fields/locators.ts';
import { META_TEMPLATE_ID_RULE } from '../../whatsapp/template/fields.ts';
import { membersOf } from '../../form/member.ts';
import { everyField, node, operations, properties, whereIs } from './description.mts';

const isLocator = ({ type }: INodeProperties) => type === 'resourceLocator';

const locators = everyField.filter(isLocator);

const listModes = locators.map((field) => ({
	field,
	mode: (field.modes ?? []).find(({ name }) => name === 'list'),
}));

/** Every way to type a value, once for each field's name. */
const typedModes = [
	...new Map(
		locators.flatMap(({ name, modes = [] }) =>
			modes
				.filter(({ type }) => type === 'string')
				.map((mode) => [`${name} ${mode.name}`, { field: name, mode }] as const),
		),
	).values(),
];

function regexOf({ validation = [] }: INodePropertyMode): RegExp {
	const [rule] = validation;
	if (!rule || typeof rule === 'function' || rule.type !== 'regex') throw new Error('no regex');
	const { regex, errorMessage } = rule.properties as { regex: string; errorMessage: string };
	expect(errorMessage).toMatch(/^This is not .*[.:]$/);
	return new RegExp(regex);
}

const exampleOf = ({ placeholder = '' }: INodePropertyMode) => placeholder.replace(/^e\.g\. /, '');

/** Fields whose value may be the name that a person has given. */
const NAMES = ['flowId name', 'libraryTemplateName id'];

/** The ways to type it, by the name of the field. */
const MODES: Record<string, string[]> = {
	businessAccountId: ['id', 'arn'],
	cloneFlowId: ['id'],
	flowId: ['id'],
	libraryTemplateName: ['id'],
	metaTemplateId: ['id'],
	originationPhoneNumberId: ['id', 'arn'],
	phoneNumberId: ['id', 'arn'],
	replaceOnly: ['arn'],
	resourceArn: ['arn'],
};

describe('things to choose from a list', () => {
	it('are all things of the service that have a list', () => {
		const names = new Set(locators.map(({ name }) => name));
		expect([...names].sort()).toEqual(Object.keys(MODES));
	});

	it('are chosen from a list or typed, with the list first', () => {
		for (const field of locators) {
			const modes = (field.modes ?? []).map(({ name, displayName }) => [name, displayName]);
			const [list, ...typed] = modes;
			expect(list).toEqual(['list', 'From List']);
			const isSent = field.displayOptions?.show?.resource?.includes('message');
			const more = isSent && field.name === 'flowId' ? ['name'] : [];
			expect([field.name, typed.map(([name]) => name)]).toEqual([
				field.name,
				[...(MODES[field.name] ?? []), ...more],
			]);
			for (const [name, label] of typed) {
				const isName = NAMES.includes(`${field.name} ${name}`);
				expect(label).toBe(name === 'arn' ? 'By ARN' : isName ? 'By Name' : 'By ID');
			}
			expect(field.default).toEqual({ mode: 'list', value: '' });
		}
	});

	it('are required, except in a collection', () => {
		for (const field of locators) {
			const isOnTop = properties.includes(field);
			expect([whereIs(field), field.required === true]).toEqual([whereIs(field), isOnTop]);
		}
	});

	it('have a search that exists and can be filtered', () => {
		const searches = Object.keys(node.methods.listSearch);
		for (const { mode } of listModes) {
			expect(searches).toContain(mode?.typeOptions?.searchListMethod);
			expect(mode?.typeOptions?.searchable).toBe(true);
		}
		const used = listModes.map(({ mode }) => mode?.typeOptions?.searchListMethod);
		expect(new Set(used)).toEqual(new Set(searches));
	});

	it('come after the business account, or its number, whose list is searched', () => {
		const inAccount = ['searchFlows', 'searchTemplates', 'searchSendableTemplates'].concat(
			'searchTemplateLibrary',
			'searchEventDestinations',
		);
		for (const { id, visible } of operations) {
			for (const form of visible) {
				const searches = form.map(({ modes = [] }) => modes[0]?.typeOptions?.searchListMethod);
				const first = searches.findIndex((search) => inAccount.includes(search ?? ''));
				// A message belongs to the account of the number that sends it.
				const account = searches.indexOf(
					id === 'message.send' ? 'searchPhoneNumbers' : 'searchBusinessAccounts',
				);
				expect([id, first === -1 || (account !== -1 && account < first)]).toEqual([id, true]);
			}
		}
	});
});

describe('a typed value', () => {
	it.each(typedModes)('matches in $field, mode $mode.name, its own example', ({ mode }) => {
		expect(exampleOf(mode)).not.toBe('');
		expect(regexOf(mode).test(exampleOf(mode))).toBe(true);
	});

	it('is accepted unchanged by the operations that have the field', () => {
		const checked = operations.flatMap(({ sheet }) =>
			sheet.fields.flatMap(membersOf).filter(({ property }) => isLocator(property)),
		);
		expect(checked.length).toBeGreaterThan(20);
		for (const field of checked) {
			for (const mode of field.property.modes?.slice(1) ?? []) {
				expect(readBy(field, exampleOf(mode))).toBe(exampleOf(mode));
			}
		}
	});

	it('is accepted by the rules of operations that read the field themselves', () => {
		const rules = {
			businessAccountId: BUSINESS_ACCOUNT_RULE,
			metaTemplateId: META_TEMPLATE_ID_RULE,
			originationPhoneNumberId: PHONE_NUMBER_RULE,
		};
		for (const [name, { pattern }] of Object.entries(rules)) {
			for (const { mode } of typedModes.filter(({ field }) => field === name)) {
				expect(pattern?.test(exampleOf(mode))).toBe(true);
			}
		}
	});

	it('can be any name of a Flow, except digits, which are an ID', () => {
		const flowName = typedModes.find(
			({ field, mode }) => `${field} ${mode.name}` === 'flowId name',
		);
		const regex = flowName && regexOf(flowName.mode);
		for (const name of ['Termin buchen', '預約', '2nd visit', 'x', 'x'.repeat(200)]) {
			expect([name, regex?.test(name)]).toEqual([name, true]);
		}
		for (const other of ['', ' ', ' x', 'x ', '17', '1013859600285441', 'x'.repeat(201), 'a\nb']) {
			expect([other, regex?.test(other)]).toEqual([other, false]);
		}
	});

	it.each(typedModes.filter(({ field, mode }) => `${field} ${mode.name}` !== 'flowId name'))(
		'is refused by $field, mode $mode.name, if it is something else',
		(typed) => {
			const regex = regexOf(typed.mode);
			const example = exampleOf(typed.mode);
			const never = ['', ' ', '+4915112345678', ` ${example}`, '{{ $json.id }}', '<b>'];
			for (const other of [...never, `x${example} y`, '-'.repeat(10_240), 'x'.repeat(10_240)]) {
				expect([other, regex.test(other)]).toEqual([other, false]);
			}
			// The list that this one searches knows more kinds of ARN than the node does.
			if (typed.field === 'replaceOnly') return;
			for (const other of [`${example} `, `${example}/x`, `${example}\n`]) {
				expect([other, regex.test(other)]).toEqual([other, false]);
			}
		},
	);

	it('is refused if it is the ID of another kind', () => {
		const examples = new Map(
			typedModes.map(({ field, mode }) => [`${field} ${mode.name}`, exampleOf(mode)]),
		);
		const digits = ['cloneFlowId id', 'flowId id', 'libraryTemplateName id', 'metaTemplateId id'];
		const number = ['originationPhoneNumberId', 'phoneNumberId'];
		const ofNumber = (mode: string) => number.map((name) => `${name} ${mode}`);
		const arns = ['businessAccountId arn', ...ofNumber('arn'), 'resourceArn arn'];
		const takenBy: Record<string, string[]> = {
			'businessAccountId arn': ['businessAccountId arn', 'resourceArn arn'],
			'businessAccountId id': ['businessAccountId id'],
			'cloneFlowId id': digits,
			'flowId id': digits,
			'libraryTemplateName id': digits,
			'metaTemplateId id': digits,
			'originationPhoneNumberId arn': ofNumber('arn'),
			'originationPhoneNumberId id': ofNumber('id'),
			'phoneNumberId arn': ofNumber('arn'),
			'phoneNumberId id': ofNumber('id'),
			'replaceOnly arn': ['replaceOnly arn', ...arns],
			'resourceArn arn': arns,
		};
		for (const { field, mode } of typedModes) {
			const way = `${field} ${mode.name}`;
			if (way === 'flowId name') continue;
			// A library template may be called anything, but the others are digits only.
			const expected = takenBy[way]?.filter(
				(other) => other === way || other !== 'libraryTemplateName id',
			);
			const taken = [...examples].filter(
				([name, example]) => name !== 'flowId name' && regexOf(mode).test(example),
			);
			expect([way, taken.map(([name]) => name).sort()]).toEqual([way, expected?.sort()]);
		}
	});
});

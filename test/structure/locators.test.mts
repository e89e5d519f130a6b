import type { INodePropertyMode } from 'n8n-workflow';
import {
	BUSINESS_ACCOUNT_RULE,
	PHONE_NUMBER_RULE,
} from '../../nodes/AwsWhatsApp/fields/locators.ts';
import { everyField, node, whereIs } from './description.mts';

const locators = everyField.filter(({ type }) => type === 'resourceLocator');

const listModes = locators.map((field) => ({
	field,
	mode: (field.modes ?? []).find(({ name }) => name === 'list'),
}));

const typedModes = locators.flatMap(({ name, modes = [] }) =>
	modes.filter(({ type }) => type === 'string').map((mode) => ({ field: name, mode })),
);

function regexOf({ validation = [] }: INodePropertyMode): RegExp {
	const [rule] = validation;
	if (!rule || typeof rule === 'function' || rule.type !== 'regex') throw new Error('no regex');
	const { regex, errorMessage } = rule.properties as { regex: string; errorMessage: string };
	expect(errorMessage).toMatch(/^[A-Z].*\.$/);
	return new RegExp(regex);
}

const exampleOf = ({ placeholder = '' }: INodePropertyMode) => placeholder.replace(/^e\.g\. /, '');

describe('things that one can pick', () => {
	it('are all phone numbers and business accounts of all operations', () => {
		const names = new Set(locators.map(({ name }) => name));
		expect([...names].sort()).toEqual([
			'businessAccountId',
			'originationPhoneNumberId',
			'phoneNumberId',
		]);
	});

	it('are picked from a list, by ID or by ARN, beginning with the list', () => {
		for (const field of locators) {
			const modes = (field.modes ?? []).map(({ name }) => name);
			expect([whereIs(field), modes]).toEqual([whereIs(field), ['list', 'id', 'arn']]);
			expect(field.default).toEqual({ mode: 'list', value: '' });
			expect(field.required).toBe(true);
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

	it.each(typedModes)('take the example of $field in mode $mode.name', ({ field, mode }) => {
		const example = exampleOf(mode);
		expect(example).not.toBe('');
		expect(regexOf(mode).test(example)).toBe(true);
		const { pattern } = field === 'businessAccountId' ? BUSINESS_ACCOUNT_RULE : PHONE_NUMBER_RULE;
		expect(pattern?.test(example)).toBe(true);
	});

	it.each(typedModes)('refuse in $field, mode $mode.name, what is something else', ({ mode }) => {
		const regex = regexOf(mode);
		const example = exampleOf(mode);
		for (const other of [
			'',
			' ',
			'+4915112345678',
			'106540352242922',
			` ${example}`,
			`${example} `,
			`${example}/x`,
			`x${example}y z`,
			'{{ $json.id }}',
			'<b>',
			'x'.repeat(10_240),
		]) {
			expect(regex.test(other)).toBe(false);
		}
	});

	it('refuse the example of one kind as another', () => {
		for (const { mode } of typedModes) {
			const others = typedModes.map((candidate) => exampleOf(candidate.mode));
			const taken = new Set(others.filter((example) => regexOf(mode).test(example)));
			expect([...taken]).toEqual([exampleOf(mode)]);
		}
	});
});

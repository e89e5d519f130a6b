import { changedComponents } from '../../../whatsapp/template/creation/change.ts';
import { jsonInBlob } from '../../../form/json.ts';
import { formWith } from '../support/form.mts';
import { refusalOf } from '../support/refusal.mts';
import { BODY, ENVELOPE, examples, SENT_BODY, type Values } from './form.mts';

const FIELDS = { ...ENVELOPE, ...BODY, specifyTemplate: 'fields' };
const NAMED = {
	...FIELDS,
	bodyText: 'Hello {first_name}!',
	bodyVariables: examples({ first_name: 'Ada' }),
	bodyExamples: examples({ first_name: 'Ada' }),
};
const changed = (values: Values) => changedComponents(formWith(values));
const componentsOf = (values: Values) => jsonInBlob(changed(values).templateComponents);

describe('a change of a template', () => {
	it.each([undefined, '', 'none'])('leaves its components as they are: %p', (specifyTemplate) => {
		expect(changed({ ...FIELDS, specifyTemplate })).toEqual({});
	});

	it('replaces its components if they are specified using fields', () => {
		expect(componentsOf(FIELDS)).toEqual([SENT_BODY]);
		expect(changed(FIELDS)).not.toHaveProperty('parameterFormat');
	});

	it('says so if the new variables are named', () => {
		expect(changed(NAMED).parameterFormat).toBe('NAMED');
		expect(changed({ ...NAMED, updateFields: { parameterFormat: 'NAMED' } }).parameterFormat).toBe(
			'NAMED',
		);
	});

	it.each<[string, Values, Values, string]>([
		[
			'components in both ways',
			FIELDS,
			{ templateComponents: [SENT_BODY] },
			"'Components' cannot be combined with the fields of the template",
		],
		[
			'a format that the variables do not have',
			NAMED,
			{ parameterFormat: 'POSITIONAL' },
			"'Parameter Format' does not match the variables",
		],
	])('cannot have %s', (_name, values, updateFields, message) => {
		expect(refusalOf(() => changed({ ...values, updateFields })).message).toBe(message);
	});

	it('may have any format where no variable is named', () => {
		for (const parameterFormat of ['NAMED', 'POSITIONAL'])
			expect(componentsOf({ ...FIELDS, updateFields: { parameterFormat } })).toEqual([SENT_BODY]);
	});

	it('has at most 3,000 bytes of components', () => {
		const long = { ...FIELDS, bodyText: '€'.repeat(1000) };
		expect(refusalOf(() => changed(long)).message).toContain("'Template'");
	});
});

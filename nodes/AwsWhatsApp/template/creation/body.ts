import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../fields/rows';
import { FieldError } from '../../request/fieldError';
import type { Form } from '../../request/form';
import { quoted } from '../../request/rule';
import { areNamed, braced, checkedVariables, checkPlaces } from './variables';

/** WhatsApp's limits, in Unicode code points. */
export const MAX_BODY = 1024;
export const MAX_SMALL_BODY = 160;

const VARIABLES =
	'Variables are written {{1}}, {{2}} or {{first_name}} and stand neither first nor last. Keep the field fixed: in an expression, n8n would replace them';

export const cardBodyField: INodeProperties = {
	displayName: 'Body',
	name: 'bodyText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Only {{1}} this week!',
	description: `At most 160 characters. ${VARIABLES}.`,
};

export const bodyField: INodeProperties = {
	...cardBodyField,
	typeOptions: { rows: 4 },
	required: true,
	placeholder: 'e.g. Hi {{1}}, your order {{2}} is on its way.',
	description: `At most 1,024 characters; 600 in a limited-time offer, 160 with a product. ${VARIABLES}.`,
};

export const bodyExamplesField = rowsField({
	displayName: 'Body Examples',
	name: 'bodyExamples',
	row: 'Example',
	description: 'One for each variable of the body, for the review of the template',
	values: [
		{
			displayName: 'Variable',
			name: 'variable',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'Its number or name, as in the body',
		},
		{
			displayName: 'Example',
			name: 'example',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Ada',
			description: 'What may stand in its place',
		},
	],
});

const withoutBraces = (variable: string) => variable.replace(/^\{\{\s*(.*?)\s*\}\}$/, '$1');

function checkNeeded(form: Form, row: Form, variable: string, variables: string[]): void {
	if (variables.includes(variable)) return;
	throw new FieldError(
		`'${row.label('variable')}' is not in the body`,
		variables.length === 0
			? `'${form.label('bodyText')}' has no variables. Remove the example, or write ${quoted(braced(variable))} into the text. If the text is an expression, n8n has replaced the variables.`
			: `You gave ${quoted(variable)}. '${form.label('bodyText')}' has ${quoted(variables.map(braced).join(', '))}.`,
	);
}

/**
 * The examples by their variables.
 *
 * @throws FieldError when a variable has none or two, or an example has no variable
 */
function examplesOf(form: Form, variables: string[]): Map<string, string> {
	const examples = new Map<string, string>();
	for (const row of form.rows('bodyExamples')) {
		const variable = withoutBraces(row.id('variable'));
		checkNeeded(form, row, variable, variables);
		if (examples.has(variable)) {
			throw new FieldError(
				`'${row.label('variable')}' is there twice`,
				`There is an example of ${quoted(braced(variable))} already. Remove one of them.`,
			);
		}
		examples.set(variable, row.requiredText('example', Infinity));
	}
	const missing = variables.filter((variable) => !examples.has(variable));
	if (missing.length > 0) {
		throw new FieldError(
			`'${form.label('bodyExamples')}' does not have all variables`,
			`Add an example of ${quoted(missing.map(braced).join(', '))}, to have the template reviewed.`,
		);
	}
	return examples;
}

function exampleKey(form: Form, variables: string[]): IDataObject {
	const examples = examplesOf(form, variables);
	if (variables.length === 0) return {};
	return areNamed(variables)
		? {
				example: {
					body_text_named_params: variables.map((variable) => ({
						param_name: variable,
						example: examples.get(variable),
					})),
				},
			}
		: { example: { body_text: [variables.map((variable) => examples.get(variable))] } };
}

function bodyOf(form: Form, text: string): IDataObject {
	const label = form.label('bodyText');
	const variables = checkedVariables(text, label);
	checkPlaces(text, label);
	return { type: 'BODY', text, ...exampleKey(form, variables) };
}

/** The body of a template, with an example of each variable. */
export function body(form: Form, maxLength = MAX_BODY): IDataObject {
	return bodyOf(form, form.requiredText('bodyText', maxLength));
}

/** The body of a carousel's card, which may have none. */
export function cardBody(form: Form): IDataObject[] {
	const text = form.limitedText('bodyText', MAX_SMALL_BODY);
	const card = bodyOf(form, text);
	return text.trim() === '' ? [] : [card];
}

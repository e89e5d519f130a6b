import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { quoted } from '../../../form/rule';
import { MAX_BODY, MAX_CARD_BODY } from '../limits';
import { checkTyped, typedText } from '../typedText';
import { areNamed, braced, checkedVariables, checkPlaces } from '../typedVariables';

/** WhatsApp's limit of the body above a product, in Unicode code points. */
export const MAX_PRODUCT_BODY = 160;

const VARIABLES =
	'Variables are written {1}, {2} or {first_name} and stand neither first nor last. Other braces are not possible';

export const cardBodyField: INodeProperties = {
	displayName: 'Body',
	name: 'bodyText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Only {1} this week!',
	description: `At most 160 characters. ${VARIABLES}.`,
};

export const bodyField: INodeProperties = {
	...cardBodyField,
	typeOptions: { rows: 4 },
	required: true,
	placeholder: 'e.g. Hi {1}, your order {2} is on its way.',
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
			placeholder: 'e.g. 1',
			description: 'Its number or name, as in the body. Without it, the next one in their order.',
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

const withoutBraces = (variable: string) => variable.replace(/^\{?\{\s*(.*?)\s*\}\}?$/, '$1');

/** The variable of a row of examples, or undefined where the row leaves it to the order. */
function variableOf(row: Form): string | undefined {
	const given = row.optionalId('variable');
	if (given !== undefined) return withoutBraces(given);
	checkTyped(row, 'variable');
	return undefined;
}

/** The error of an example for which the body has no variable. */
function needless(
	form: Form,
	row: Form,
	named: string | undefined,
	variables: string[],
): FieldError {
	const body = form.label('bodyText');
	const advice =
		variables.length === 0
			? `'${body}' has no variables. Remove the example, or write a variable such as {1} into the text. If the text is an expression, see what it gives.`
			: `'${body}' has ${quoted(variables.map(braced).join(', '))}. Each needs one example.`;
	return named === undefined
		? new FieldError(`'${row.label('example')}' is not needed`, advice)
		: new FieldError(
				`'${row.label('variable')}' is not in the body`,
				`You gave ${quoted(braced(named))}. ${advice}`,
			);
}

/**
 * The examples by their variables. Rows that name none are for the variables that are left, in their
 * order.
 *
 * @throws FieldError when a variable has none or two, or an example has no variable
 */
function examplesOf(form: Form, variables: string[]): Map<string, string> {
	const rows = form.rows('bodyExamples').map((row) => ({ row, named: variableOf(row) }));
	const left = variables.filter((variable) => rows.every(({ named }) => named !== variable));
	const examples = new Map<string, string>();
	for (const { row, named } of rows) {
		const variable = named ?? left.shift();
		if (variable === undefined || !variables.includes(variable)) {
			throw needless(form, row, named, variables);
		}
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

function exampleMember(form: Form, variables: string[]): IDataObject {
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
	return { type: 'BODY', text, ...exampleMember(form, variables) };
}

/** The body of a template, with an example of each variable. */
export function body(form: Form, maxLength = MAX_BODY): IDataObject {
	return bodyOf(form, typedText(form, 'bodyText').requiredText('bodyText', maxLength));
}

/** The body of a carousel's card, which may have none. */
export function cardBody(form: Form): IDataObject[] {
	const text = typedText(form, 'bodyText').limitedText('bodyText', MAX_CARD_BODY);
	const card = bodyOf(form, text);
	return text.trim() === '' ? [] : [card];
}

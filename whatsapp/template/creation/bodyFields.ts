import type { IDataObject } from 'n8n-workflow';
import type { Field } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { rows } from '../../../form/rows';
import { quoted } from '../../../form/rule';
import { id, text } from '../../../form/texts';
import { MAX_BODY, MAX_CARD_BODY } from '../limits';
import { checkTyped, withVariables } from '../typedText';
import { areNamed, braced, checkedVariables, checkPlaces } from '../typedVariables';

/** WhatsApp's limits, in Unicode code points. */
const MAX_OFFER_BODY = 600;
const MAX_PRODUCT_BODY = 160;

const VARIABLES =
	'Write variables as {1}, {2} or {first_name}. The text cannot begin or end with one, or contain other curly braces.';

const bodyWithin = (max: number) =>
	withVariables(
		text('Body', 'bodyText', {
			max,
			required: true,
			typeOptions: { rows: 4 },
			example: 'Hi {1}, your order {2} is on its way.',
			description: `At most {max} characters; ${MAX_OFFER_BODY} in a limited-time offer, ${MAX_PRODUCT_BODY} with a product. ${VARIABLES}`,
		}),
	);

export const bodyText = bodyWithin(MAX_BODY);

/** The same field, as it is read for templates with less room. */
export const offerBodyText = bodyWithin(MAX_OFFER_BODY);
export const productBodyText = bodyWithin(MAX_PRODUCT_BODY);

export const cardBodyText = withVariables(
	text('Body', 'bodyText', {
		max: MAX_CARD_BODY,
		typeOptions: { rows: 2 },
		example: 'Only {1} this week!',
		description: `At most {max} characters. ${VARIABLES}`,
	}),
);

const variable = id('Variable', 'variable', {
	example: '1',
	description: 'Its number or name, as in the body. Defaults to the next one in order.',
});

const example = text('Example', 'example', {
	required: true,
	example: 'Ada',
	description: 'Sample value',
});

export const bodyExamples = rows('Body Examples', 'bodyExamples', {
	row: 'Example',
	fields: [variable, example],
	description: "A sample value for each variable in the body. Meta's reviewers see them.",
});

const withoutBraces = (written: string) => written.replace(/^\{?\{\s*(.*?)\s*\}\}?$/, '$1');

/** The variable of a row of examples, or undefined where the row leaves it to the order. */
function variableOf(row: Form): string | undefined {
	const written = variable.of(row);
	if (written !== undefined) return withoutBraces(written);
	checkTyped(row, variable);
	return undefined;
}

/** The error of an example for which the body has no variable. */
function needless(
	form: Form,
	row: Form,
	named: string | undefined,
	variables: string[],
): FieldError {
	const body = form.label(bodyText);
	const advice =
		variables.length === 0
			? `'${body}' has no variables. Remove the example, or add a variable such as {1} to the text. If the text is an expression, check its result.`
			: `'${body}' has ${quoted(variables.map(braced).join(', '))}. Each needs one example.`;
	return named === undefined
		? new FieldError(`'${row.label(example)}' must be empty here`, advice)
		: new FieldError(
				`'${row.label(variable)}' is not in the body`,
				`You entered ${quoted(braced(named))}. ${advice}`,
			);
}

/**
 * The examples by their variables. Rows that name none are for the variables that are left, in their
 * order.
 *
 * @throws FieldError when a variable has none or two, or an example has no variable
 */
function examplesByVariable(form: Form, variables: string[]): Map<string, string> {
	const given = bodyExamples.of(form).map((row) => ({ row, named: variableOf(row) }));
	const left = variables.filter((name) => given.every(({ named }) => named !== name));
	const examples = new Map<string, string>();
	for (const { row, named } of given) {
		const name = named ?? left.shift();
		if (name === undefined || !variables.includes(name)) {
			throw needless(form, row, named, variables);
		}
		if (examples.has(name)) {
			throw new FieldError(
				`'${row.label(variable)}' appears twice`,
				`There is already an example of ${quoted(braced(name))}. Remove one of them.`,
			);
		}
		examples.set(name, example.of(row));
	}
	const missing = variables.filter((name) => !examples.has(name));
	if (missing.length > 0) {
		throw new FieldError(
			`'${form.label(bodyExamples)}' does not include all variables`,
			`Add an example of ${quoted(missing.map(braced).join(', '))}. Meta needs it to review the template.`,
		);
	}
	return examples;
}

function exampleMember(form: Form, variables: string[]): IDataObject {
	const examples = examplesByVariable(form, variables);
	if (variables.length === 0) return {};
	return areNamed(variables)
		? {
				example: {
					body_text_named_params: variables.map((name) => ({
						param_name: name,
						example: examples.get(name),
					})),
				},
			}
		: { example: { body_text: [variables.map((name) => examples.get(name))] } };
}

/** The body of a template, with an example of each variable. */
export function bodyComponent(form: Form, field: Field<string> = bodyText): IDataObject {
	const body = field.of(form);
	const label = form.label(field);
	const variables = checkedVariables(body, label);
	checkPlaces(body, label);
	return { type: 'BODY', text: body, ...exampleMember(form, variables) };
}

/** The body of a carousel's card, which may have none. */
export function cardBodyComponent(card: Form): IDataObject[] {
	const component = bodyComponent(card, cardBodyText);
	return cardBodyText.of(card).trim() === '' ? [] : [component];
}

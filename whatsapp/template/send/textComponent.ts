import type { IDataObject } from 'n8n-workflow';
import { grouped, howMany } from '../../../form/counts';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isRecord } from '../../../form/unknown';
import { textIn } from '../parts';
import { examplesOf, filledIn, like, textAround, variablesIn, type Variable } from '../variables';
import {
	asked,
	namesIn,
	readField,
	type ComponentBuilder,
	type ComponentContext,
	type Names,
	type TemplateComponent,
	type TemplateField,
} from './component';
import { oneTimeCode } from './oneTimeCode';
import { textParameter } from './textParameter';

/** What has a text with variables. */
type TextType = 'header' | 'body';

const LABELS: Record<TextType, string> = { header: 'Header', body: 'Body' };

/** A named variable is called by its name: in several places of the template, it is filled in once. */
function namesOf(context: ComponentContext, type: TextType, { name, isNamed }: Variable): Names {
	const label = `${LABELS[type]} {{${name}}}`;
	if (!isNamed) return namesIn(context, label, `${type}Text${name}`);
	return namesIn(context, label, context.prefix === '' ? name : `${type}_${name}`);
}

/** In Unicode code points. */
const MAX_EXAMPLE = 30;

/** n8n cuts long labels: what tells a variable from the others comes first, the text around it last. */
const variableField = (
	context: ComponentContext,
	type: TextType,
	text: string,
	variable: Variable,
): TemplateField<IDataObject> =>
	asked(
		readField(
			namesOf(context, type, variable),
			{ type: 'string', required: true },
			textParameter(variable),
		),
		{
			mark: like(variable.example?.replace(/\s+/g, ' '), MAX_EXAMPLE),
			about: textAround(text, variable),
		},
	);

/** A variable of a text with its value. */
interface Value {
	/** What it was filled in with. */
	field: TemplateField;
	/** The variable's name, as it stands in the text. */
	name: string;
	parameter: IDataObject;
}

/** What a message shows of a value: an amount and a time have a text of their own for that. */
function shownText({ text, currency, date_time: dateTime }: IDataObject): string {
	const typed = currency ?? dateTime;
	return isRecord(typed) ? textIn(typed, 'fallback_value') : String(text);
}

const lengthOf = (text: string) => [...text].length;

/**
 * Makes sure that a text of a template is not too long with its values. WhatsApp fails such a message
 * only after it has taken it (132005).
 *
 * @param maxLength in Unicode code points
 * @throws FieldError naming the field with the longest value
 */
function checkFilled(form: Form, text: string, values: Value[], maxLength: number): void {
	const shown = new Map(values.map(({ name, parameter }) => [name, shownText(parameter)]));
	const length = lengthOf(filledIn(text, shown));
	if (length <= maxLength) return;
	const own = lengthOf(filledIn(text, new Map(values.map(({ name }) => [name, '']))));
	const left = Math.max(maxLength - own, 0);
	const valueLength = ({ name }: Value) => lengthOf(shown.get(name) ?? '');
	const [longest] = [...values].sort((a, b) => valueLength(b) - valueLength(a));
	const label = longest ? form.label(longest.field) : '';
	throw new FieldError(
		`'${label}' makes the text too long`,
		`With its values, the text has ${howMany(length, 'character')}; WhatsApp allows at most ${grouped(maxLength)}. The template's own text has ${grouped(own)}, so ${left === 1 ? '1 is' : `${grouped(left)} are`} left for the values. Shorten ${values.length > 1 ? 'this one, which is the longest' : 'it'}.`,
	);
}

/**
 * A header or a body with variables in its text: none where it has no variable.
 *
 * @param maxLength WhatsApp's limit of the text with its values, in Unicode code points
 * @param maxVariables how many of its variables are filled in
 */
export function textParts(
	context: ComponentContext,
	type: TextType,
	component: IDataObject,
	maxLength: number,
	maxVariables = Infinity,
): TemplateComponent[] {
	const text = textIn(component, 'text');
	const places = variablesIn(text, examplesOf(component))
		.slice(0, maxVariables)
		.map((variable) => ({
			name: variable.name,
			field: variableField(context, type, text, variable),
		}));
	if (places.length === 0) return [];
	return [
		{
			fields: places.map(({ field }) => field),
			component: (form) => {
				const values = places.map((place) => ({ ...place, parameter: place.field.of(form) }));
				checkFilled(form, text, values, maxLength);
				return { type, parameters: values.map(({ parameter }) => parameter) };
			},
		},
	];
}

/** The text of a one-time code: the code is its only variable. */
const authenticationBody: TemplateComponent = {
	fields: [oneTimeCode],
	component: (form) => ({
		type: 'body',
		parameters: [{ type: 'text', text: oneTimeCode.of(form) }],
	}),
};

/** The text of the message or of a card. */
export const bodyParts: ComponentBuilder = (context, component) =>
	context.isAuthentication
		? [authenticationBody]
		: textParts(context, 'body', component, context.maxBody);

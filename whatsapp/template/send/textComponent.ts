import type { IDataObject } from 'n8n-workflow';
import { textIn } from '../parts';
import { examplesOf, like, textAround, variablesIn, type Variable } from '../variables';
import {
	asked,
	namesIn,
	readField,
	type ComponentContext,
	type Names,
	type TemplateComponent,
	type TemplateField,
} from './component';
import { checkFilled } from './filledText';
import { textParameter } from './textParameter';

/** What has a text with variables. */
type TextType = 'header' | 'body';

const LABELS: Record<TextType, string> = { header: 'Header', body: 'Body' };

/**
 * A named variable is called by its name, so that a name that occurs in several places of the template is
 * filled in once.
 */
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

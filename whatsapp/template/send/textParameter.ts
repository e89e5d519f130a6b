import type { IDataObject } from 'n8n-workflow';
import { isDate } from '../../../form/dates';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject } from '../../../form/json';
import { quoted } from '../../../form/rule';
import { checkFilled } from './filledText';
import { idIn, labelIn, type ComponentContext, type TemplateField } from './component';
import { variableLabel, type Variable } from './variables';

/** Where a variable stands: the header or the body. */
type Spot = 'header' | 'body';

const SPOTS: Record<Spot, { label: string; id: string }> = {
	header: { label: 'Header', id: 'headerText' },
	body: { label: 'Body', id: 'bodyText' },
};

/**
 * The ID of a variable's field. A named one is called by its name, so that a name that occurs in
 * several places of the template is filled in once.
 */
function variableId(context: ComponentContext, spot: Spot, { name, isNamed }: Variable): string {
	if (!isNamed) return idIn(context, `${SPOTS[spot].id}${name}`);
	return context.prefix === '' ? name : idIn(context, `${spot}_${name}`);
}

export function variableField(
	context: ComponentContext,
	spot: Spot,
	text: string,
	variable: Variable,
): TemplateField {
	const shortLabel = labelIn(context, `${SPOTS[spot].label} {{${variable.name}}}`);
	return {
		id: variableId(context, spot, variable),
		label: variableLabel(shortLabel, text, variable),
		shortLabel,
		type: 'string',
		required: true,
	};
}

/** Known from practice: WhatsApp fails such values after it has taken the message. */
const NOT_IN_PARAMETERS = /[\n\r\t]| {5}/;

/** A text in a template: not empty, in one line, without five blanks in a row. */
function parameterText(form: Form, id: string): string {
	const text = form.text(id);
	if (text.trim() === '') {
		throw new FieldError(
			`'${form.label(id)}' is empty`,
			'WhatsApp does not send a template with an empty value. Enter one, or check the expression.',
		);
	}
	if (NOT_IN_PARAMETERS.test(text)) {
		throw new FieldError(
			`'${form.label(id)}' has a line break, a tab or more than 4 spaces in a row`,
			'WhatsApp does not accept these in template values. Remove them, e.g. with {{ $json.text.replace(/\\s+/g, " ") }}.',
		);
	}
	return text;
}

function refuse(form: Form, id: string, what: string): never {
	throw new FieldError(
		`'${form.label(id)}' ${what}`,
		'Enter text, or an object { currency: { fallback_value: "€ 12.50", code: "EUR", amount_1000: 12500 } } or { date_time: { fallback_value: "31 Dec 2026" } }.',
	);
}

const hasText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

function currencyParameter(form: Form, id: string, currency: IDataObject): IDataObject {
	const { fallback_value: fallback, code, amount_1000: amount } = currency;
	if (!hasText(fallback)) refuse(form, id, 'has no text in fallback_value');
	if (!hasText(code) || !/^[A-Z]{3}$/.test(code)) {
		throw new FieldError(
			`'${form.label(id)}' has no valid currency code`,
			`You entered ${quoted(String(code))}. Use three uppercase letters, e.g. EUR.`,
		);
	}
	if (!Number.isSafeInteger(amount)) {
		throw new FieldError(
			`'${form.label(id)}' has no whole number as amount_1000`,
			'It is the amount times 1,000, e.g. 12500 for 12.50.',
		);
	}
	return {
		type: 'currency',
		currency: { fallback_value: fallback, code, amount_1000: amount },
	};
}

/** An amount or a time, which an expression gives as an object in WhatsApp's own form. */
function typedParameter(form: Form, id: string, value: IDataObject): IDataObject {
	const { currency, date_time: dateTime } = value;
	if (isJsonObject(currency)) return currencyParameter(form, id, currency);
	if (isJsonObject(dateTime) && hasText(dateTime.fallback_value)) {
		return { type: 'date_time', date_time: { fallback_value: dateTime.fallback_value } };
	}
	return refuse(form, id, 'is neither text, nor an amount, nor a time');
}

/** The parameter that fills a variable in. */
function textParameter(
	form: Form,
	id: string,
	{ name, isNamed }: Pick<Variable, 'name' | 'isNamed'>,
): IDataObject {
	const value = form.raw(id);
	const parameter =
		isJsonObject(value) && !isDate(value)
			? typedParameter(form, id, value)
			: { type: 'text', text: parameterText(form, id) };
	return isNamed ? { ...parameter, parameter_name: name } : parameter;
}

/** The text of a header or a body with its variables. */
interface Text {
	spot: Spot;
	text: string;
	variables: Variable[];
	/** WhatsApp's limit of the text with its values, in Unicode code points. */
	maxLength: number;
}

/**
 * The parameters that fill the variables of a text in.
 *
 * @throws FieldError when a value is missing, or WhatsApp would not take it, or the text gets too long
 */
export function textParameters(
	form: Form,
	context: ComponentContext,
	{ spot, text, variables, maxLength }: Text,
): IDataObject[] {
	const values = variables.map((variable) => {
		const id = variableId(context, spot, variable);
		return { id, name: variable.name, parameter: textParameter(form, id, variable) };
	});
	checkFilled(form, text, values, maxLength);
	return values.map(({ parameter }) => parameter);
}

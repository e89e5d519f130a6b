import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isRecord } from '../../../form/unknown';
import { textIn } from '../parts';
import { filledIn } from '../variables';
import type { TemplateField } from './component';

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
export function checkFilled(form: Form, text: string, values: Value[], maxLength: number): void {
	const shown = new Map(values.map(({ name, parameter }) => [name, shownText(parameter)]));
	const length = lengthOf(filledIn(text, shown));
	if (length <= maxLength) return;
	const own = lengthOf(filledIn(text, new Map(values.map(({ name }) => [name, '']))));
	const valueLength = ({ name }: Value) => lengthOf(shown.get(name) ?? '');
	const [longest] = [...values].sort((a, b) => valueLength(b) - valueLength(a));
	const label = longest ? form.label(longest.field) : '';
	throw new FieldError(
		`'${label}' makes the text too long`,
		`With its values, the text has ${length} characters; WhatsApp allows at most ${maxLength}. The template's own text has ${own}, so ${Math.max(maxLength - own, 0)} are left for the values. Shorten ${values.length > 1 ? 'this one, which is the longest' : 'it'}.`,
	);
}

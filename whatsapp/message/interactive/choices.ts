import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { allows, type LimitOwner } from '../../../form/rule';

/** WhatsApp's limits, in Unicode code points. */
const MAX_TITLE = 20;
const MAX_REPLY_ID = 256;

/** The text on a button. */
export const buttonTitle = (form: Form, name: string, maxLength = MAX_TITLE): string =>
	form.requiredText(name, maxLength);

/** What comes back when the customer chooses: the given ID, else what was to be read. */
export function replyId(
	form: Form,
	name: string,
	title: string,
	maxLength: number = MAX_REPLY_ID,
): string {
	return form.optionalId(name, { maxLength, by: 'WhatsApp' }) ?? title;
}

/**
 * Given rows of a list, once their number is checked.
 *
 * @param by whose limits they are
 * @throws FieldError when there are too few or too many
 */
export function countedRows(
	form: Form,
	name: string,
	rows: Form[],
	{ min = 1, max, by = 'WhatsApp' }: { min?: number; max: number; by?: LimitOwner },
): Form[] {
	if (rows.length < min || rows.length > max) {
		throw new FieldError(
			rows.length === 0
				? `'${form.label(name)}' is empty`
				: `'${form.label(name)}' has the wrong number of entries`,
			`It has ${rows.length}, ${allows(by)} ${min === max ? min : `${min} to ${max}`}.`,
		);
	}
	return rows;
}

/**
 * Makes sure that no two entries are the same, as WhatsApp refuses that.
 *
 * @param what the entries' name for people, e.g. "title"
 */
export function allDifferent(form: Form, name: string, what: string, entries: string[]): void {
	const twice = entries.findIndex((entry, i) => entries.indexOf(entry) !== i);
	if (twice === -1) return;
	throw new FieldError(
		`'${form.label(name)} ${twice + 1}' has the same ${what} as ${entries.indexOf(entries[twice] ?? '') + 1}`,
		`WhatsApp wants a different ${what} for each. Change one of them.`,
	);
}

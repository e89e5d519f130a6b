import type { IDataObject } from 'n8n-workflow';
import { present, type Field } from '../../../form/field';
import { emptyField } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { text } from '../../../form/texts';

/** @param rows what the rows are called, e.g. "Products" */
export const sectionField = (rows: string, example: string): Field<string> =>
	text('Section', 'section', {
		max: 24,
		example,
		description: `${rows} with the same section are grouped under this title, at most {max} characters. Set one on all ${rows.toLowerCase()} or on none.`,
	});

/**
 * What became of rows, under the titles that their section fields give, in the order in which these
 * appear. Without any title there is one section.
 *
 * @param member WhatsApp's name of the rows of a section
 * @param entries one for each row
 * @throws FieldError when only some rows have a section, since each of several needs its title
 */
export function bySection(
	rows: Form[],
	section: Field<string>,
	member: string,
	entries: IDataObject[],
): IDataObject[] {
	const titles = rows.map((row) => section.of(row).trim());
	const distinct = [...new Set(titles)];
	const untitled = rows[titles.indexOf('')];
	if (untitled && distinct.length > 1) {
		throw emptyField(
			untitled.label(section),
			'Other rows have a section, so this one needs one too. Enter it, or clear it in all rows.',
		);
	}
	return distinct.map((title) => ({
		...present({ title }),
		[member]: entries.filter((_entry, i) => titles[i] === title),
	}));
}

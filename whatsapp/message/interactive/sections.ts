import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { ifPresent } from '../messageType';

/** WhatsApp's limit, in Unicode code points. */
const MAX_TITLE = 24;

interface Section {
	/** `{ title }`, or nothing where there is one section without a title. */
	key: IDataObject;
	/** Positions of its rows. */
	indices: number[];
}

/**
 * Rows under the titles that their field `section` gives, in the order in which these appear.
 * Without any title there is one section.
 *
 * @throws FieldError when only some rows have a section, since each of several needs its title
 */
export function bySection(rows: Form[]): Section[] {
	const titles = rows.map((row) => row.limitedText('section', MAX_TITLE).trim());
	const distinct = [...new Set(titles)];
	const untitled = rows[titles.indexOf('')];
	if (untitled && distinct.length > 1) {
		throw new FieldError(
			`'${untitled.label('section')}' is empty`,
			'Other rows have a section, so that this one needs one as well. Enter it, or clear all of them.',
		);
	}
	return distinct.map((title) => ({
		key: ifPresent('title', title),
		indices: titles.flatMap((each, i) => (each === title ? [i] : [])),
	}));
}

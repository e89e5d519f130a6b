import type { IDataObject } from 'n8n-workflow';
import { rowsFields } from '../../fields/rows';
import { FieldError } from '../../request/fieldError';
import type { Form } from '../../request/form';
import { ifPresent } from '../messageType';
import { allDifferent, buttonTitle, countedRows, replyId } from './choices';
import type { InteractiveType } from './interactiveType';

/** WhatsApp's limits; lengths are in Unicode code points. */
const MAX_LIST_BODY = 4096;
/** In all sections together, which is why no more sections than this are possible. */
const MAX_ROWS = 10;
const MAX_ROW_TITLE = 24;
const MAX_DESCRIPTION = 72;
const MAX_ROW_ID = 200;
const MAX_SECTION_TITLE = 24;

interface Row {
	id: string;
	title: string;
	description?: string;
}

function rowOf(form: Form): Row {
	const title = form.requiredText('title', MAX_ROW_TITLE);
	return {
		id: replyId(form, 'id', title, MAX_ROW_ID),
		title,
		...ifPresent('description', form.limitedText('description', MAX_DESCRIPTION)),
	};
}

/**
 * The rows under the titles of their sections, in the order in which these appear. Without any
 * title there is one section.
 *
 * @throws FieldError when only some rows have a section, since each of several needs its title
 */
function sectionsOf(forms: Form[], rows: Row[]): IDataObject[] {
	const titles = forms.map((form) => form.limitedText('section', MAX_SECTION_TITLE).trim());
	const distinct = [...new Set(titles)];
	const untitled = forms[titles.indexOf('')];
	if (untitled && distinct.length > 1) {
		throw new FieldError(
			`'${untitled.label('section')}' is empty`,
			'Other rows have a section, so that this one needs one as well. Enter it, or clear all of them.',
		);
	}
	return distinct.map((title) => ({
		...ifPresent('title', title),
		rows: rows.filter((_row, i) => titles[i] === title),
	}));
}

/** A menu that opens with a button, of which the customer chooses one row. */
export const list: InteractiveType = {
	name: 'List',
	value: 'list',
	description: 'A menu of up to 10 rows, of which the customer chooses one',
	headers: { types: ['text'] },
	body: { maxLength: MAX_LIST_BODY, required: true },
	footer: true,
	fields: [
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Choose',
			description: 'Opens the list, at most 20 characters',
		},
		...rowsFields({
			displayName: 'Rows',
			name: 'rows',
			row: 'Row',
			description: 'One to ten',
			required: true,
			values: [
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. New customer',
					description: 'At most 24 characters',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Offers and prices',
					description: 'Small text below the title, at most 72 characters',
				},
				{
					displayName: 'Section',
					name: 'section',
					type: 'string',
					default: '',
					placeholder: 'e.g. Sales',
					description:
						'Rows with the same section stand together under this title, at most 24 characters. Give one to all rows or to none.',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. new-customer',
					description:
						'Comes back when the row is chosen, at most 200 characters and on no other row. Without it, the title.',
				},
			],
			example: [
				{ section: 'Sales', title: 'New customer', description: 'Offers and prices', id: 's1' },
				{ section: 'Support', title: 'Billing', id: 't1' },
			],
		}),
	],
	action: (form) => {
		const button = buttonTitle(form, 'buttonText');
		const forms = countedRows(form, 'rows', { max: MAX_ROWS });
		const rows = forms.map(rowOf);
		allDifferent(
			form,
			'rows',
			'ID',
			rows.map(({ id }) => id),
		);
		return { button, sections: sectionsOf(forms, rows) };
	},
};

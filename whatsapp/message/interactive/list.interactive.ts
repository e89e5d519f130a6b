import { rowsFields, rowsOf } from '../../../form/rows';
import type { Form } from '../../../form/form';
import { ifPresent } from '../messageType';
import { allDifferent, buttonTitle, countedRows, replyId } from './choices';
import type { InteractiveType } from './interactiveType';
import { bySection } from './sections';

/** WhatsApp's limits; lengths are in Unicode code points. */
const MAX_LIST_BODY = 4096;
/** In all sections together, which is why no more sections than this are possible. */
const MAX_ROWS = 10;
const MAX_ROW_TITLE = 24;
const MAX_DESCRIPTION = 72;
const MAX_ROW_ID = 200;

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
		const forms = countedRows(form, 'rows', rowsOf(form, 'rows'), { max: MAX_ROWS });
		const rows = forms.map(rowOf);
		allDifferent(
			form,
			'rows',
			'ID',
			rows.map(({ id }) => id),
		);
		const sections = bySection(forms).map(({ key, indices }) => ({
			...key,
			rows: rows.filter((_row, i) => indices.includes(i)),
		}));
		return { button, sections };
	},
};

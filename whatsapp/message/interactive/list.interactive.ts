import { filledIn } from '../../../form/field';
import { checkDifferent, rowsOrJson } from '../../../form/rows';
import { id, text } from '../../../form/texts';
import { footer, longBody, textHeader } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { bySection, sectionField } from './sections';

const buttonText = text('Button Text', 'buttonText', {
	max: 20,
	required: true,
	example: 'Choose',
	description: 'Text of the button that opens the list, at most {max} characters',
});

const title = text('Title', 'title', {
	max: 24,
	needed: true,
	example: 'New customer',
	description: 'At most {max} characters',
});

const description = text('Description', 'description', {
	max: 72,
	example: 'Offers and prices',
	description: 'Small text below the title, at most {max} characters',
});

const section = sectionField('Rows', 'Sales');

const rowId = id('ID', 'id', {
	rule: { maxLength: 200, by: 'WhatsApp' },
	example: 'new-customer',
	description:
		'Returned when the row is chosen, at most {max} characters. Must be unique. Defaults to the title.',
});

/** Ten in all sections together, which is why no more sections than this are possible. */
const rows = rowsOrJson('Rows', 'rows', {
	row: 'Row',
	fields: [title, description, section, rowId],
	count: { max: 10 },
	description: '1 to 10 rows',
	required: true,
	example: [
		{ section: 'Sales', title: 'New customer', description: 'Offers and prices', id: 's1' },
		{ section: 'Support', title: 'Billing', id: 't1' },
	],
});

/** A menu that opens with a button, of which the customer chooses one row. */
export const list: InteractiveType = {
	name: 'List',
	value: 'list',
	description: 'A menu of up to 10 rows; the customer picks one',
	header: textHeader,
	body: longBody,
	footer,
	fields: [buttonText, ...rows.fields],
	action: (form) => {
		const button = buttonText.of(form);
		const forms = rows.of(form);
		const entries = forms.map((row) => {
			const shown = title.of(row);
			return { id: rowId.of(row) ?? shown, title: shown, ...filledIn(row, { description }) };
		});
		checkDifferent(form.label(rows.list), 'ID', entries, (entry) => entry.id);
		return { button, sections: bySection(forms, section, 'rows', entries) };
	},
};

import type { IDataObject } from 'n8n-workflow';
import { openChoice } from '../../../../form/choices';
import { given } from '../../../../form/field';
import type { Form } from '../../../../form/form';
import { alphabetically } from '../../../../form/order';
import { rows } from '../../../../form/rows';
import { fieldsOfVariants } from '../../../../form/variants';
import { templateButtons } from '../../../../whatsapp/template/buttons/templateButtons';

/** The types of buttons in Meta's library, with their inputs. */
const types = templateButtons.flatMap(({ name, value, library }) =>
	library ? [{ ...library, name, value }] : [],
);

const byName = [...types].sort((a, b) => alphabetically(a.name, b.name));

const type = openChoice(
	'Type',
	'type',
	Object.fromEntries(byName.map(({ name, value }) => [value, name])),
	{ rule: { maxLength: 25, by: 'AWS' }, default: 'URL' },
);

/** The inputs of a library template's buttons, in the order of the buttons. */
export const libraryButtonsField = rows('Button Inputs', 'libraryTemplateButtonInputs', {
	row: 'Button',
	rowName: 'button',
	fields: [type, ...fieldsOfVariants(type, types)],
	typeOptions: { multipleValues: true, sortable: true },
	description:
		"What the template's buttons need, one entry for each button in the template's order",
});

/** @throws FieldError when AWS would not take it */
export function libraryButtonOf(row: Form): IDataObject {
	const chosen = given(row, type);
	return { type: chosen, ...types.find(({ value }) => value === chosen)?.members(row) };
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { variantFields, variantOptions, selected } from '../../../form/variants';
import { rowsField } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isJsonObject } from '../../../form/json';
import type { ButtonType } from '../buttons/templateButton';
import { buttonTypes, cardButtonTypes, offerButtonTypes } from '../buttons/templateButtons';

const MAX_BUTTONS = 10;
const MAX_CARD_BUTTONS = 2;

const rowsOfTypes = (types: ButtonType[], description: string): INodeProperties =>
	rowsField({
		displayName: 'Buttons',
		name: 'buttons',
		row: 'Button',
		description,
		values: [
			{
				displayName: 'Type',
				name: 'buttonType',
				type: 'options',
				options: variantOptions(types),
				default: 'QUICK_REPLY',
			},
			...variantFields('buttonType', types),
		],
	});

export const buttonsField = rowsOfTypes(
	buttonTypes,
	'At most 10. Quick replies stand together, and so do the others.',
);

export const cardButtonsField = rowsOfTypes(
	cardButtonTypes,
	'One or two, of the same types and in the same order on all cards',
);

function checkNumbers(form: Form, types: ButtonType[]): void {
	for (const { name, value, max } of types) {
		const number = types.filter((type) => type.value === value).length;
		if (number > max) {
			throw new FieldError(
				`'${form.label('buttons')}' has too many of one type`,
				`It has ${number} of the type ${name}, WhatsApp allows ${max}.`,
			);
		}
	}
}

/** Quick replies and other buttons are two groups: only once may one kind follow the other. */
function checkGroups(rows: Form[], types: ButtonType[]): void {
	const isReply = types.map(({ value }) => value === 'QUICK_REPLY');
	const changes = isReply.flatMap((reply, i) => (i > 0 && reply !== isReply[i - 1] ? [i] : []));
	const stray = rows[changes[1] ?? -1];
	if (!stray) return;
	throw new FieldError(
		`'${stray.label('buttonType')}' does not stand with its kind`,
		'Put all quick replies together, before or after all other buttons.',
	);
}

function buttonsOf(form: Form, known: ButtonType[], max: number): IDataObject[] {
	const rows = form.rows('buttons');
	if (rows.length === 0) return [];
	if (rows.length > max) {
		throw new FieldError(
			`'${form.label('buttons')}' has too many entries`,
			`It has ${rows.length}, WhatsApp allows ${max}.`,
		);
	}
	const types = rows.map((row) => selected(row, 'buttonType', known));
	checkNumbers(form, types);
	checkGroups(rows, types);
	const buttons = rows.map((row, i) => ({ type: types[i]?.value, ...types[i]?.keys(row) }));
	return [{ type: 'BUTTONS', buttons }];
}

/** The buttons of a template, if it has some. */
export const buttons = (form: Form) => buttonsOf(form, buttonTypes, MAX_BUTTONS);

/** The buttons of a limited-time offer, whose code is shorter. */
export const offerButtons = (form: Form) => buttonsOf(form, offerButtonTypes, MAX_BUTTONS);

/** The buttons of a carousel's card, at least one. */
export function cardButtons(card: Form): IDataObject[] {
	const found = buttonsOf(card, cardButtonTypes, MAX_CARD_BUTTONS);
	if (found.length > 0) return found;
	throw new FieldError(
		`'${card.label('buttons')}' is empty`,
		'Every card needs one or two buttons.',
	);
}

/** The types of a component's buttons, in their order. */
export function typesOfButtons({ buttons: all }: IDataObject): string[] {
	return Array.isArray(all) ? [...all].filter(isJsonObject).map(({ type }) => String(type)) : [];
}

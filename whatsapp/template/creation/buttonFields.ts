import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { isRecord } from '../../../form/unknown';
import { rows } from '../../../form/rows';
import { fieldsOfVariants, variants } from '../../../form/variants';
import type { ButtonHolder } from '../buttons/templateButton';
import { templateButtons } from '../buttons/templateButtons';

/** The types of buttons that a template or a card can be given; the type that may come most often first. */
const typesOn = (holder: ButtonHolder) =>
	templateButtons
		.flatMap(({ name, value, create }) =>
			create?.on.includes(holder) ? [{ ...create, name, value }] : [],
		)
		.sort((a, b) => b.max - a.max);

type ButtonType = ReturnType<typeof typesOn>[number];

const typeOn = (holder: ButtonHolder) =>
	variants('Type', 'buttonType', typesOn(holder), { default: 'QUICK_REPLY' });

const types = { template: typeOn('template'), card: typeOn('card') };

const fieldsOn = (holder: ButtonHolder) => [
	types[holder],
	...fieldsOfVariants(types[holder], typesOn(holder)),
];

export const buttons = rows('Buttons', 'buttons', {
	row: 'Button',
	fields: fieldsOn('template'),
	count: { min: 0, max: 10 },
	description: 'At most 10. Keep quick replies together, and other buttons together.',
});

export const cardButtons = rows('Buttons', 'buttons', {
	row: 'Button',
	fields: fieldsOn('card'),
	count: { max: 2 },
	description: '1 or 2 buttons, with the same types in the same order on all cards',
});

function checkNumbers(form: Form, chosen: ButtonType[]): void {
	for (const { name, value, max } of chosen) {
		const number = chosen.filter((type) => type.value === value).length;
		if (number > max) {
			throw new FieldError(
				`'${form.label(buttons)}' has too many of one type`,
				`It has ${number} of the type ${name}; WhatsApp allows at most ${max}.`,
			);
		}
	}
}

/** Replies and other buttons are two groups: only once may one kind follow the other. */
function checkGroups(found: Form[], chosen: ButtonType[]): void {
	const changes = chosen.flatMap(({ isReply }, i) =>
		i > 0 && isReply !== chosen[i - 1]?.isReply ? [i] : [],
	);
	const stray = found[changes[1] ?? -1];
	if (!stray) return;
	throw new FieldError(
		`'${stray.label(types.template)}' is separated from buttons of its kind`,
		'Put all quick replies together, before or after all other buttons.',
	);
}

function componentOf(form: Form, holder: ButtonHolder, isOffer = false): IDataObject[] {
	const found = (holder === 'card' ? cardButtons : buttons).of(form);
	const chosen = found.map((row) => types[holder].of(row));
	checkNumbers(form, chosen);
	checkGroups(found, chosen);
	const made = found.map((row, i) => ({
		type: chosen[i]?.value,
		...chosen[i]?.members(row, isOffer),
	}));
	return made.length === 0 ? [] : [{ type: 'BUTTONS', buttons: made }];
}

/** The buttons of a template, if it has some; the code of a limited-time offer is shorter. */
export const buttonsComponent = (form: Form, isOffer?: boolean) =>
	componentOf(form, 'template', isOffer);

/** The buttons of a carousel's card, at least one. */
export const cardButtonsComponent = (card: Form) => componentOf(card, 'card');

/** The display format that a button of these components requires, if one does. */
export function displayFormatOf(components: IDataObject[]): string | undefined {
	const types = components.flatMap(typesOfButtons);
	return templateButtons.find(({ value, displayFormat }) => displayFormat && types.includes(value))
		?.displayFormat;
}

/** The types of a component's buttons, in their order. */
export function typesOfButtons({ buttons: all }: IDataObject): string[] {
	return Array.isArray(all) ? [...all].filter(isRecord).map(({ type }) => String(type)) : [];
}

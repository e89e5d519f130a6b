import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsField } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { oneOf } from '../../../form/readers';
import { bodyExamplesField, cardBody, cardBodyField } from './bodyFields';
import { cardButtons, cardButtonsField, typesOfButtons } from './buttonFields';
import { handleField, mediaHeader } from './headerFields';

const MIN_CARDS = 2;
const MAX_CARDS = 10;

const FORMATS = { IMAGE: 'Image', PRODUCT: 'Product', VIDEO: 'Video' };

export const cardHeaderFormatField: INodeProperties = {
	displayName: 'Card Header Format',
	name: 'cardHeaderFormat',
	type: 'options',
	options: Object.entries(FORMATS).map(([value, name]) => ({ name, value })),
	default: 'IMAGE',
	description: 'What all cards show at their top',
};

export const cardsField = rowsField({
	displayName: 'Cards',
	name: 'cards',
	row: 'Card',
	description: 'Two to ten, all built alike: with a body or without, and with the same buttons',
	values: [
		{
			...handleField,
			description: `${String(handleField.description)}. Leave it empty for products.`,
		},
		cardBodyField,
		bodyExamplesField,
		cardButtonsField,
	],
});

interface Card {
	form: Form;
	components: IDataObject[];
}

function headerOf(card: Form, format: string): IDataObject {
	if (format !== 'PRODUCT') return mediaHeader(card, format);
	if (card.optionalId('headerHandle') === undefined) return { type: 'HEADER', format };
	throw new FieldError(
		`'${card.label('headerHandle')}' is not needed`,
		'A product brings its own image. Clear the handle, or choose another format for the header of the cards.',
	);
}

/** What has to be the same on all cards, in words. */
function structureOf({ components }: Card): string {
	return components
		.flatMap((component) => ('buttons' in component ? typesOfButtons(component) : component.type))
		.join(', ');
}

function checkAlike(cards: Card[]): void {
	const [first] = cards;
	const other = cards.findIndex((card) => first && structureOf(card) !== structureOf(first));
	const card = cards[other];
	if (!first || !card) return;
	throw new FieldError(
		`'${card.form.label('buttons')}' or '${card.form.label('bodyText')}' differs from the first card`,
		`This card has ${structureOf(card)}, the first one has ${structureOf(first)}. WhatsApp wants the same on all cards: with a body or without, and the same types of buttons in the same order.`,
	);
}

/** The cards of a carousel. */
export function carousel(form: Form): IDataObject {
	const format = form.member('cardHeaderFormat', oneOf(Object.keys(FORMATS))) ?? 'IMAGE';
	const rows = form.rows('cards');
	if (rows.length < MIN_CARDS || rows.length > MAX_CARDS) {
		throw new FieldError(
			`'${form.label('cards')}' has the wrong number of entries`,
			`It has ${rows.length}, WhatsApp wants ${MIN_CARDS} to ${MAX_CARDS}.`,
		);
	}
	const cards = rows.map((row) => ({
		form: row,
		components: [headerOf(row, format), ...cardBody(row), ...cardButtons(row)],
	}));
	checkAlike(cards);
	return { type: 'CAROUSEL', cards: cards.map(({ components }) => ({ components })) };
}

import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../form/choices';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { rows } from '../../../form/rows';
import { bodyExamples, cardBodyComponent, cardBodyText } from './bodyFields';
import { cardButtons, cardButtonsComponent, typesOfButtons } from './buttonFields';
import { cardHandle, mediaHeader } from './headerFields';

export const cardHeaderFormat = choice(
	'Card Header Format',
	'cardHeaderFormat',
	{ IMAGE: 'Image', PRODUCT: 'Product', VIDEO: 'Video' },
	{ default: 'IMAGE', description: 'The header of every card' },
);

export const cards = rows('Cards', 'cards', {
	row: 'Card',
	fields: [cardHandle, cardBodyText, bodyExamples, cardButtons],
	count: { min: 2, max: 10 },
	description:
		'2 to 10 cards, all with the same layout: with or without a body, and with the same buttons',
});

interface Card {
	form: Form;
	components: IDataObject[];
}

function cardHeaderComponent(card: Form, format: string): IDataObject {
	if (format !== 'PRODUCT') return mediaHeader(card, format);
	if (cardHandle.of(card) === undefined) return { type: 'HEADER', format };
	throw new FieldError(
		`'${card.label(cardHandle)}' must be empty here`,
		'A product has its own image. Clear the handle, or choose another header format for the cards.',
	);
}

/** What has to be the same on all cards, in words. */
function structureOf({ components }: Card): string {
	return components
		.flatMap((component) => ('buttons' in component ? typesOfButtons(component) : component.type))
		.join(', ');
}

function checkAlike(made: Card[]): void {
	const [first] = made;
	const card = made.find((each) => first && structureOf(each) !== structureOf(first));
	if (!first || !card) return;
	throw new FieldError(
		`'${card.form.label(cardButtons)}' or '${card.form.label(cardBodyText)}' differs from the first card`,
		`This card has ${structureOf(card)}; the first one has ${structureOf(first)}. WhatsApp requires the same layout on all cards: with or without a body, and the same types of buttons in the same order.`,
	);
}

/** The cards of a carousel. */
export function carouselComponent(form: Form): IDataObject {
	const format = cardHeaderFormat.of(form);
	const made = cards.of(form).map((card) => ({
		form: card,
		components: [
			cardHeaderComponent(card, format),
			...cardBodyComponent(card),
			...cardButtonsComponent(card),
		],
	}));
	checkAlike(made);
	return { type: 'CAROUSEL', cards: made.map(({ components }) => ({ components })) };
}

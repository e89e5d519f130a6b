import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { MAX_CARD_BODY } from '../limits';
import { objectsIn, wordIn } from '../parts';
import { buttonParts } from './buttons';
import {
	buildComponents,
	type ComponentBuilder,
	type ComponentContext,
	type SendContext,
	type TemplateComponent,
	type TemplateField,
} from './component';
import { headerParts } from './header';
import { bodyParts } from './textComponent';

/** What a card may hold, in the order in which it is sent. */
const COMPONENTS = new Map<string, ComponentBuilder>([
	['HEADER', headerParts],
	['BODY', bodyParts],
	['BUTTONS', buttonParts],
]);

/** A card of a carousel. */
interface Card {
	fields: TemplateField[];
	/** Whether anything was filled in that belongs to this card alone. */
	isFilledIn(form: Form): boolean;
	component(form: Form, sending: SendContext): IDataObject;
}

/** @param index zero-based position of the card */
function cardOf(context: ComponentContext, components: IDataObject[], index: number): Card {
	const prefix = `card${index + 1}`;
	const parts = buildComponents(
		COMPONENTS,
		{ ...context, prefix, label: `Card ${index + 1}: `, maxBody: MAX_CARD_BODY },
		components,
	);
	const fields = parts.flatMap((part) => part.fields);
	return {
		fields,
		isFilledIn: (form) =>
			fields.some((field) => field.property.name.startsWith(prefix) && !form.isEmpty(field)),
		component: (form, sending) => ({
			card_index: index,
			components: parts.flatMap((part) => part.component(form, sending) ?? []),
		}),
	};
}

/** WhatsApp's limits for cards with products. */
const MIN_CARDS = 2;
const MAX_CARDS = 10;

const carouselOf = (cards: Card[], form: Form, sending: SendContext): IDataObject => ({
	type: 'carousel',
	cards: cards.map((card) => card.component(form, sending)),
});

/** Cards with a picture or a video each: exactly those of the template. */
const mediaCarousel = (cards: Card[]): TemplateComponent => ({
	fields: cards.flatMap(({ fields }) => fields),
	component: (form, sending) => carouselOf(cards, form, sending),
});

/** Cards with a product each: two to ten, of which the template has samples only. */
const productCarousel = (cards: Card[]): TemplateComponent => ({
	fields: [
		...cards.slice(0, MIN_CARDS).flatMap(({ fields }) => fields),
		...cards
			.slice(MIN_CARDS)
			.flatMap(({ fields }) => fields)
			.map((field) => ({ ...field, required: false, rare: true as const })),
	],
	component: (form, sending) => {
		const last = cards.map((card) => card.isFilledIn(form)).lastIndexOf(true);
		const sent = cards.slice(0, Math.max(last + 1, MIN_CARDS));
		return carouselOf(sent, form, sending);
	},
});

const hasProduct = (components: IDataObject[]) =>
	components.some((component) => wordIn(component, 'format') === 'PRODUCT');

export const carouselParts: ComponentBuilder = (context, component) => {
	const cards = objectsIn(component, 'cards').map((card) => objectsIn(card, 'components'));
	const [sample] = cards;
	if (!sample) return [];
	if (!hasProduct(sample)) {
		return [mediaCarousel(cards.map((components, i) => cardOf(context, components, i)))];
	}
	const all = Array.from({ length: MAX_CARDS }, (_, i) => cardOf(context, cards[i] ?? sample, i));
	return [productCarousel(all)];
};

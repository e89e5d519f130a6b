import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { cardOf, type Card } from './card';
import type { ComponentBuilder, SendContext, TemplateComponent } from './component';
import { objectsIn, wordIn } from '../parts';

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

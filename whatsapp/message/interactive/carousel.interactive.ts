import { withLook } from '../../../form/field';
import { rowsOrJson } from '../../../form/rows';
import { fieldsOfVariants, shownWhen, variants } from '../../../form/variants';
import { bucket } from '../../media/bucket';
import { linkCards, productCards, replyCards, type CardType } from './cardTypes';
import { catalogId } from './catalogFields';
import { body } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

const cardTypes: CardType[] = [linkCards, replyCards, productCards];

const cardType = variants('Cards With', 'carouselType', cardTypes, { default: 'cta_url' });

const cards = rowsOrJson('Cards', 'cards', {
	row: 'Card',
	fields: fieldsOfVariants(cardType, cardTypes, '/carouselType'),
	count: { min: 2, max: 10 },
	description: '2 to 10 cards',
	required: true,
	example: [1, 2].map((card) => ({
		mediaSource: 'link',
		link: `https://example.com/${card}.jpg`,
		displayText: 'View',
		url: `https://example.com/${card}`,
	})),
});

/** One bucket for the files of all cards. */
const optionalBucket = withLook(bucket, {
	description:
		"S3 bucket used for input files and S3 objects. Not needed for links and media IDs. Defaults to the 'Bucket Name' of the AWS credential.",
});

/** Cards side by side, each with a picture or video and buttons, or with a product. */
export const carousel: InteractiveType = {
	name: 'Carousel',
	value: 'carousel',
	description: '2 to 10 cards side by side, with images, videos or products',
	body,
	fields: [
		cardType,
		...shownWhen({ carouselType: [productCards.value] }, [catalogId]),
		...cards.fields,
		...shownWhen({ carouselType: [linkCards.value, replyCards.value] }, [optionalBucket]),
	],
	action: (form) => {
		const found = cardType.of(form).cards(cards.of(form), form, form.label(cards.list));
		return { cards: found.map((card, card_index) => ({ card_index, ...card })) };
	},
};

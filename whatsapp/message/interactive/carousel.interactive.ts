import type { INodeProperties } from 'n8n-workflow';
import { variantOptions, selected, shownFor } from '../../../form/variants';
import { bucketField } from '../../media/fields';
import { rowsFields, rowsOf } from '../../../form/rows';
import { productCards, productCardFields } from './productCards';
import { catalogIdField } from './catalogFields';
import { countedRows } from './choices';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { linkCards, mediaCardFields, replyCards } from './mediaCards';
import type { CardType } from './cardType';

/** WhatsApp's limits of the number of cards. */
const CARDS = { min: 2, max: 10 };

const cardTypes: CardType[] = [linkCards, productCards, replyCards];

const withMedia = [linkCards.value, replyCards.value];

/** One bucket for the files of all cards. */
const optionalBucket: INodeProperties = {
	...bucketField,
	required: false,
	description:
		'S3 bucket through which files of the input travel, and in which S3 objects lie. Not needed for links and media IDs.',
};

/** Cards side by side, each with a picture or video and buttons, or with a product. */
export const carousel: InteractiveType = {
	name: 'Carousel',
	value: 'carousel',
	description: 'Two to ten cards side by side, with pictures or products',
	body: { maxLength: MAX_BODY, required: true },
	footer: false,
	fields: [
		{
			displayName: 'Cards With',
			name: 'carouselType',
			type: 'options',
			options: variantOptions(cardTypes),
			default: 'cta_url',
		},
		...shownFor('carouselType', [productCards.value], [catalogIdField]),
		...rowsFields({
			displayName: 'Cards',
			name: 'cards',
			row: 'Card',
			description: 'Two to ten',
			required: true,
			values: [...mediaCardFields, ...productCardFields],
			example: [
				{
					mediaSource: 'link',
					link: 'https://example.com/1.jpg',
					displayText: 'View',
					url: 'https://example.com/1',
				},
				{
					mediaSource: 'link',
					link: 'https://example.com/2.jpg',
					displayText: 'View',
					url: 'https://example.com/2',
				},
			],
		}),
		...shownFor('carouselType', withMedia, [optionalBucket]),
	],
	action: (form) => {
		const cards = selected(form, 'carouselType', cardTypes).cards(
			countedRows(form, 'cards', rowsOf(form, 'cards'), CARDS),
			form,
		);
		return { cards: cards.map((card, card_index) => ({ card_index, ...card })) };
	},
};

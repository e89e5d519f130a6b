import { CATALOG_ID_RULE, PRODUCT_ID_RULE, productIdField } from './catalogFields';
import type { CardType } from './cardType';

const VALUE = 'product';

export const productCardFields = [
	{ ...productIdField, displayOptions: { show: { '/carouselType': [VALUE] } } },
];

/** Cards with a product each, all of one catalog. */
export const productCards: CardType = {
	name: 'Products',
	value: VALUE,
	description: 'Products of your catalog',
	cards: (rows, message) => {
		const catalog_id = message.id('catalogId', CATALOG_ID_RULE);
		return rows.map((row) => ({
			type: 'product',
			action: {
				product_retailer_id: row.id('productRetailerId', PRODUCT_ID_RULE),
				catalog_id,
			},
		}));
	},
};

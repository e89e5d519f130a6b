import { catalogId, productId } from './catalogFields';
import type { CardType } from './cardType';

/** Cards with a product each, all of one catalog. */
export const productCards: CardType = {
	name: 'Products',
	value: 'product',
	description: 'Products of your catalog',
	fields: [productId],
	cards: (rows, message) => {
		const catalog_id = catalogId.of(message);
		return rows.map((row) => ({
			type: 'product',
			action: { product_retailer_id: productId.of(row), catalog_id },
		}));
	},
};

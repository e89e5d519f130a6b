import type { TextRule } from '../../../form/rule';
import { id } from '../../../form/texts';

/** Generous: WhatsApp documents no limits. */
export const CATALOG_ID_RULE: TextRule = { maxLength: 100, by: 'this node' };
export const PRODUCT_ID_RULE: TextRule = { maxLength: 256, by: 'this node' };

export const catalogId = id('Catalog ID', 'catalogId', {
	rule: CATALOG_ID_RULE,
	required: true,
	example: '194836987003835',
	description:
		"ID of the catalog in Meta's Commerce Manager that is linked to the business account",
});

export const productId = id('Product ID', 'productRetailerId', {
	rule: PRODUCT_ID_RULE,
	required: true,
	example: 'SKU-17',
	description: 'The content ID (SKU) of the product in the catalog',
});

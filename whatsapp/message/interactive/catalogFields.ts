import { id } from '../../../form/texts';
import { CATALOG_ID_RULE, PRODUCT_ID_RULE } from '../../catalog';

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

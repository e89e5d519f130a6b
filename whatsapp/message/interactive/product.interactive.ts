import { CATALOG_ID_RULE, catalogIdField, PRODUCT_ID_RULE, productIdField } from './catalogFields';
import { MAX_BODY, type InteractiveType } from './interactiveType';

/** One product of the catalog. */
export const product: InteractiveType = {
	name: 'Product',
	value: 'product',
	description: 'One product of your catalog',
	body: { maxLength: MAX_BODY, required: false },
	footer: true,
	fields: [catalogIdField, productIdField],
	action: (form) => ({
		catalog_id: form.id('catalogId', CATALOG_ID_RULE),
		product_retailer_id: form.id('productRetailerId', PRODUCT_ID_RULE),
	}),
};

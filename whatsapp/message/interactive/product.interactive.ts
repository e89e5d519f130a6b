import { filledIn } from '../../../form/field';
import { catalogId, productId } from './catalogFields';
import { footer, optionalBody } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

/** One product of the catalog. */
export const product: InteractiveType = {
	name: 'Product',
	value: 'product',
	description: 'One product of your catalog',
	body: optionalBody,
	footer,
	fields: [catalogId, productId],
	action: (form) => filledIn(form, { catalog_id: catalogId, product_retailer_id: productId }),
};

import { PRODUCT_ID_RULE } from './catalogFields';
import { MAX_BODY, type InteractiveType } from './interactiveType';

/** A button that opens the whole catalog. */
export const catalogMessage: InteractiveType = {
	name: 'Catalog',
	value: 'catalog_message',
	description: 'A button that opens your catalog',
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		{
			displayName: 'Thumbnail Product ID',
			name: 'thumbnailProductRetailerId',
			type: 'string',
			default: '',
			placeholder: 'e.g. SKU-17',
			description: 'The product whose picture is shown. Without it, the first of the catalog.',
		},
	],
	action: (form) => {
		const product = form.optionalId('thumbnailProductRetailerId', PRODUCT_ID_RULE);
		return {
			name: 'catalog_message',
			...(product ? { parameters: { thumbnail_product_retailer_id: product } } : {}),
		};
	},
};

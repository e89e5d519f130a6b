import { filledIn, present } from '../../../form/field';
import { id } from '../../../form/texts';
import { PRODUCT_ID_RULE } from '../../catalog';
import { body, footer } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

const thumbnail = id('Thumbnail Product ID', 'thumbnailProductRetailerId', {
	rule: PRODUCT_ID_RULE,
	example: 'SKU-17',
	description: 'The product whose image is shown. Defaults to the first product of the catalog.',
});

/** A button that opens the whole catalog. */
export const catalogMessage: InteractiveType = {
	name: 'Catalog',
	value: 'catalog_message',
	description: 'A button that opens your catalog',
	body,
	footer,
	fields: [thumbnail],
	action: (form) =>
		present({
			name: 'catalog_message',
			parameters: filledIn(form, { thumbnail_product_retailer_id: thumbnail }),
		}),
};

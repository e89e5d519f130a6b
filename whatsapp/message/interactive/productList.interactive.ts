import { filledIn } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import { rowsOrJson } from '../../../form/rows';
import { PRODUCT_LIST } from '../../catalog';
import { catalogId, productId } from './catalogFields';
import { body, footer, requiredTextHeader } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';
import { bySection, sectionField } from './sections';

const section = sectionField('Products', 'Shoes');

const products = rowsOrJson('Products', 'products', {
	row: 'Product',
	fields: [productId, section],
	count: { max: PRODUCT_LIST.maxProducts },
	description: '1 to 30 products',
	required: true,
	example: [
		{ section: 'Shoes', productRetailerId: 'SKU-17' },
		{ section: 'Hats', productRetailerId: 'SKU-18' },
	],
});

/** Products of the catalog in sections. */
export const productList: InteractiveType = {
	name: 'Product List',
	value: 'product_list',
	description: 'Up to 30 products of your catalog, in sections',
	header: requiredTextHeader,
	body,
	footer,
	fields: [catalogId, ...products.fields],
	action: (form) => {
		const catalog_id = catalogId.of(form);
		const rows = products.of(form);
		const items = rows.map((row) => filledIn(row, { product_retailer_id: productId }));
		const sections = bySection(rows, section, 'product_items', items);
		if (sections.length <= PRODUCT_LIST.maxSections) return { catalog_id, sections };
		throw new FieldError(
			`'${form.label(products.list)}' has too many sections`,
			`It has ${sections.length}; WhatsApp allows at most ${PRODUCT_LIST.maxSections}. Combine some of them.`,
		);
	},
};

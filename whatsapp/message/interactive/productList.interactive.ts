import { rowsFields, rowsOf } from '../../../form/rows';
import { FieldError } from '../../../form/fieldError';
import { CATALOG_ID_RULE, catalogIdField, PRODUCT_ID_RULE, productIdField } from './catalogFields';
import { countedRows } from './choices';
import { MAX_BODY, type InteractiveType } from './interactiveType';
import { bySection } from './sections';

/** WhatsApp's limits; that of products is for all sections together. */
const MAX_PRODUCTS = 30;
const MAX_SECTIONS = 10;

/** Products of the catalog in sections. */
export const productList: InteractiveType = {
	name: 'Product List',
	value: 'product_list',
	description: 'Up to 30 products of your catalog, in sections',
	headers: { types: ['text'], required: true },
	body: { maxLength: MAX_BODY, required: true },
	footer: true,
	fields: [
		catalogIdField,
		...rowsFields({
			displayName: 'Products',
			name: 'products',
			row: 'Product',
			description: 'One to thirty',
			required: true,
			values: [
				productIdField,
				{
					displayName: 'Section',
					name: 'section',
					type: 'string',
					default: '',
					placeholder: 'e.g. Shoes',
					description:
						'Products with the same section stand together under this title, at most 24 characters. Give one to all products or to none.',
				},
			],
			example: [
				{ section: 'Shoes', productRetailerId: 'SKU-17' },
				{ section: 'Hats', productRetailerId: 'SKU-18' },
			],
		}),
	],
	action: (form) => {
		const catalog_id = form.id('catalogId', CATALOG_ID_RULE);
		const rows = countedRows(form, 'products', rowsOf(form, 'products'), { max: MAX_PRODUCTS });
		const items = rows.map((row) => ({
			product_retailer_id: row.id('productRetailerId', PRODUCT_ID_RULE),
		}));
		const sections = bySection(rows);
		if (sections.length > MAX_SECTIONS) {
			throw new FieldError(
				`'${form.label('products')}' has too many sections`,
				`It has ${sections.length}, WhatsApp allows ${MAX_SECTIONS}. Put products together.`,
			);
		}
		return {
			catalog_id,
			sections: sections.map(({ key, indices }) => ({
				...key,
				product_items: items.filter((_item, i) => indices.includes(i)),
			})),
		};
	},
};

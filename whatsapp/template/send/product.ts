import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../../../form/form';
import { idIn, labelIn, type ComponentContext, type TemplateField } from './component';

/** Generous: WhatsApp documents no limit. */
const MAX_ID = 256;

/** A business account has one catalog, so that all products of a template share this field. */
const CATALOG_ID: TemplateField = {
	id: 'catalogId',
	label: 'Catalog ID: ID of the Meta catalog that is linked to the business account',
	shortLabel: 'Catalog ID',
	type: 'string',
	required: true,
};

const productId = (context: ComponentContext) => idIn(context, 'productRetailerId');

/** The fields of a product in the header. */
export function productFields(context: ComponentContext): TemplateField[] {
	const shortLabel = labelIn(context, 'Product ID');
	return [
		CATALOG_ID,
		{
			id: productId(context),
			label: `${shortLabel}: as in the catalog, e.g. SKU-17`,
			shortLabel,
			type: 'string',
			required: true,
		},
	];
}

export const productIn = (form: Form, context: ComponentContext): IDataObject => ({
	product_retailer_id: form.id(productId(context), { maxLength: MAX_ID, by: 'this node' }),
	catalog_id: form.id(CATALOG_ID.id, { maxLength: MAX_ID, by: 'this node' }),
});

import type { INodeProperties } from 'n8n-workflow';
import type { TextRule } from '../../../form/rule';

/** Generous: WhatsApp documents no limits. */
export const CATALOG_ID_RULE: TextRule = { maxLength: 100, by: 'this node' };
export const PRODUCT_ID_RULE: TextRule = { maxLength: 256, by: 'this node' };

export const catalogIdField: INodeProperties = {
	displayName: 'Catalog ID',
	name: 'catalogId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 194836987003835',
	description: "Of the catalog in Meta's Commerce Manager that is linked to the business account",
};

export const productIdField: INodeProperties = {
	displayName: 'Product ID',
	name: 'productRetailerId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. SKU-17',
	description: 'The content ID (SKU) of the product in the catalog',
};

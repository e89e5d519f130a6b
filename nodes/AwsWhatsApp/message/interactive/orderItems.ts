import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsFields, rowsOf } from '../../fields/rows';
import { FieldError } from '../../request/fieldError';
import type { Form } from '../../request/form';
import { wholeNumber } from '../../request/readers';
import { PRODUCT_ID_RULE } from './catalogFields';
import { countedRows } from './choices';
import { hundredths, money, requiredHundredths } from './money';
import { MAX_ITEM_NAME } from './orderLimits';

/** Generous: WhatsApp documents no limit. */
const MAX_ITEMS = 999;
const QUANTITY = { min: 1, max: 999_999 };

export const orderItemFields: INodeProperties[] = rowsFields({
	displayName: 'Items',
	name: 'items',
	row: 'Item',
	description: 'What is ordered; the totals are computed from it',
	required: true,
	values: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Cake',
			description: 'At most 60 characters',
		},
		{
			displayName: 'Price',
			name: 'amount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 25.00',
			description: 'Of one piece',
		},
		{
			displayName: 'Product ID',
			name: 'retailerId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. SKU-17',
			description: 'Your own ID of the product, or that in the catalog',
		},
		{
			displayName: 'Quantity',
			name: 'quantity',
			type: 'number',
			typeOptions: { minValue: QUANTITY.min },
			default: 1,
		},
		{
			displayName: 'Sale Price',
			name: 'saleAmount',
			type: 'string',
			default: '',
			placeholder: 'e.g. 20.00',
			description: 'Of one piece, where it is reduced',
		},
	],
	example: [{ retailerId: 'SKU-17', name: 'Cake', amount: '25.00', quantity: 2 }],
});

interface Items {
	items: IDataObject[];
	/** In hundredths. */
	subtotal: number;
}

function salePrice(row: Form, price: number): number | undefined {
	const sale = hundredths(row, 'saleAmount');
	if (sale !== undefined && sale > price) {
		throw new FieldError(
			`'${row.label('saleAmount')}' is higher than the price`,
			`Lower it, or leave it empty where '${row.label('amount')}' is not reduced.`,
		);
	}
	return sale;
}

/** The items of an order, and what they cost together. */
export function orderItems(form: Form): Items {
	const rows = countedRows(form, 'items', rowsOf(form, 'items'), { max: MAX_ITEMS }).map((row) => {
		const price = requiredHundredths(row, 'amount');
		const sale = salePrice(row, price);
		const quantity = row.member('quantity', wholeNumber(QUANTITY)) ?? 1;
		const item = {
			retailer_id: row.id('retailerId', PRODUCT_ID_RULE),
			name: row.requiredText('name', MAX_ITEM_NAME),
			amount: money(price),
			quantity,
			...(sale === undefined ? {} : { sale_amount: money(sale) }),
		};
		return { item, cost: (sale ?? price) * quantity };
	});
	return {
		items: rows.map(({ item }) => item),
		subtotal: rows.reduce((sum, { cost }) => sum + cost, 0),
	};
}

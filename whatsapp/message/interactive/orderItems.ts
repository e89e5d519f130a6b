import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { rowsFields, rowsOf } from '../../../form/rows';
import { linkedFile } from '../../media/fileSource';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { wholeNumber } from '../../../form/readers';
import { mediaObject } from '../mediaObject';
import { ifPresent } from '../messageType';
import { PRODUCT_ID_RULE } from './catalogFields';
import { countedRows } from './choices';
import { givenImporterField, importerFields, importerKeys } from './importer';
import { hundredths, money, requiredHundredths } from './money';
import { checkOnlyInIndia } from './onlyInIndia';
import { INDIA, MAX_ITEM_NAME, MOST_ITEMS_WITH_IMAGES } from './orderLimits';

/** Generous: WhatsApp documents no limit. */
const ITEMS = { max: 999, by: 'this node' } as const;
const QUANTITY = { min: 1, max: 999_999 };

const imageField: INodeProperties = {
	displayName: 'Image Link',
	name: 'imageLink',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/cake.jpg',
	description: 'India: public address of a JPEG or PNG to show, for an item without a product ID',
};

/** What few items have: a picture of their own, and their importer. */
const additionalFields: INodeProperties[] = [...importerFields, imageField].sort((a, b) =>
	a.displayName.localeCompare(b.displayName),
);

const itemFields: INodeProperties[] = [
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
		placeholder: 'e.g. SKU-17',
		description: 'Your own ID of the product, or that in the catalog. In India it can be left out.',
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
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		options: additionalFields,
	},
];

export const orderItemFields: INodeProperties[] = rowsFields({
	displayName: 'Items',
	name: 'items',
	row: 'Item',
	description: 'What is ordered; the totals are computed from it',
	required: true,
	values: itemFields,
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

/** Where an order is paid, and the catalog that its items are from. */
export interface OrderPlace {
	currency: string;
	catalogId?: string;
}

/** Another picture than that of the catalog, which is why it goes with nothing of the catalog. */
function imageMember(row: Form, more: Form, { currency, catalogId }: OrderPlace): IDataObject {
	checkOnlyInIndia(more, 'imageLink', currency);
	const link = more.optionalId('imageLink');
	if (link === undefined) return {};
	if (catalogId !== undefined || !row.isEmpty('retailerId')) {
		throw new FieldError(
			`'${more.label('imageLink')}' does not go with the catalog`,
			`WhatsApp shows the picture of the catalog. Clear the image, or '${row.label('retailerId')}' and the catalog ID of the order.`,
		);
	}
	return { image: mediaObject('image', linkedFile(link, more.label('imageLink'))) };
}

/**
 * What says where an item comes from. In Brazil that is its product ID, in India also its catalog, or
 * else its importer.
 */
function originKeys(row: Form, more: Form, { currency, catalogId }: OrderPlace): IDataObject {
	const importerField = givenImporterField(more);
	if (importerField !== undefined) checkOnlyInIndia(more, importerField, currency);
	const isFree = currency === INDIA && (catalogId !== undefined || importerField !== undefined);
	const retailerId = row.optionalId('retailerId', PRODUCT_ID_RULE);
	if (retailerId === undefined && !isFree) {
		throw new FieldError(
			`'${row.label('retailerId')}' is empty`,
			currency === INDIA
				? "Enter it, or the importer in 'Additional Fields': name, address and country of origin."
				: 'Enter a value and try again.',
		);
	}
	return {
		...ifPresent('retailer_id', retailerId),
		...(importerField === undefined ? {} : importerKeys(more)),
	};
}

/** WhatsApp takes fewer items where they have pictures of their own. */
function checkImages(form: Form, items: IDataObject[]): void {
	if (items.length <= MOST_ITEMS_WITH_IMAGES || !items.some(({ image }) => image)) return;
	throw new FieldError(
		`'${form.label('items')}' has too many entries`,
		`It has ${items.length}, WhatsApp allows ${MOST_ITEMS_WITH_IMAGES} where items have images.`,
	);
}

/** The items of an order, and what they cost together. */
export function orderItems(form: Form, place: OrderPlace): Items {
	const rows = countedRows(form, 'items', rowsOf(form, 'items'), ITEMS).map((row) => {
		const more = row.strictGroup('additionalFields');
		const price = requiredHundredths(row, 'amount');
		const sale = salePrice(row, price);
		const quantity = row.member('quantity', wholeNumber(QUANTITY)) ?? 1;
		const item = {
			...originKeys(row, more, place),
			name: row.requiredText('name', MAX_ITEM_NAME),
			amount: money(price),
			quantity,
			...(sale === undefined ? {} : { sale_amount: money(sale) }),
			...imageMember(row, more, place),
		};
		return { item, cost: (sale ?? price) * quantity };
	});
	const items = rows.map(({ item }) => item);
	checkImages(form, items);
	return {
		items,
		subtotal: rows.reduce((sum, { cost }) => sum + cost, 0),
	};
}

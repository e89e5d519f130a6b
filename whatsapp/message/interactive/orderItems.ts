import type { IDataObject } from 'n8n-workflow';
import { number } from '../../../form/choices';
import { collection } from '../../../form/collection';
import { mapped, present, sortedByLabel } from '../../../form/field';
import { emptyField, FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { rowsOrJson } from '../../../form/rows';
import { id, text } from '../../../form/texts';
import { linkedFile } from '../../media/fileSource';
import { mediaObject } from '../mediaObject';
import { PRODUCT_ID_RULE } from '../../catalog';
import { givenImporterField, importerFields, importerMembers } from './importer';
import { hundredths, money } from './money';
import { checkOnlyInIndia, INDIA, MAX_ITEM_NAME, MOST_ITEMS_WITH_IMAGES } from './orderLimits';

const name = text('Name', 'name', {
	max: MAX_ITEM_NAME,
	required: true,
	example: 'Cake',
	description: 'At most {max} characters',
});

const price = mapped(
	id('Price', 'amount', { required: true, example: '25.00', description: 'Unit price' }),
	hundredths,
);

const retailerId = id('Product ID', 'retailerId', {
	rule: PRODUCT_ID_RULE,
	example: 'SKU-17',
	description: 'Your own ID of the product, or its ID in the catalog. Optional in India.',
});

const quantity = number('Quantity', 'quantity', {
	min: 1,
	max: 999_999,
	typeOptions: { maxValue: undefined },
	default: 1,
});

const salePrice = mapped(
	id('Sale Price', 'saleAmount', {
		example: '20.00',
		description: 'Discounted unit price',
	}),
	hundredths,
);

const imageLink = mapped(
	id('Image Link', 'imageLink', {
		example: 'https://example.com/cake.jpg',
		description: 'India: public URL of a JPEG or PNG to show, for an item without a product ID',
	}),
	linkedFile,
);

/** What few items have: a picture of their own, and their importer. */
const additionalFields = collection(
	'Additional Fields',
	'additionalFields',
	sortedByLabel([...importerFields, imageLink]),
	{ placeholder: 'Add field', strict: true },
);

export const orderRows = rowsOrJson('Items', 'items', {
	row: 'Item',
	fields: [name, price, retailerId, quantity, salePrice, additionalFields],
	// Generous: WhatsApp documents no limit.
	count: { max: 999, by: 'this node' },
	description: 'The ordered items. The totals are computed from them.',
	required: true,
	example: [{ retailerId: 'SKU-17', name: 'Cake', amount: '25.00', quantity: 2 }],
});

/** @throws FieldError where it is higher than the price, both in hundredths */
function salePriceOf(row: Form, fullPrice: number): number | undefined {
	const sale = salePrice.of(row);
	if (sale === undefined || sale <= fullPrice) return sale;
	throw new FieldError(
		`'${row.label(salePrice)}' is higher than the price`,
		`Lower it, or leave it empty if '${row.label(price)}' is not discounted.`,
	);
}

/** Where an order is paid, and the catalog that its items are from. */
interface OrderPlace {
	currency: string;
	catalogId?: string;
}

/** Another picture than that of the catalog, which is why it goes with nothing of the catalog. */
function imageMember(row: Form, more: Form, { currency, catalogId }: OrderPlace): IDataObject {
	checkOnlyInIndia(more, imageLink, currency);
	const file = imageLink.of(more);
	if (file === undefined) return {};
	if (catalogId === undefined && row.isEmpty(retailerId)) {
		return { image: mediaObject('image', file) };
	}
	throw new FieldError(
		`'${more.label(imageLink)}' cannot be used with the catalog`,
		`WhatsApp shows the image from the catalog. Clear the image, or '${row.label(retailerId)}' and the catalog ID of the order.`,
	);
}

/** Where an item comes from: in Brazil its product ID, in India that or its catalog or its importer. */
function originMembers(row: Form, more: Form, { currency, catalogId }: OrderPlace): IDataObject {
	const importerField = givenImporterField(more);
	if (importerField !== undefined) checkOnlyInIndia(more, importerField, currency);
	const isFree = currency === INDIA && (catalogId !== undefined || importerField !== undefined);
	const retailer_id = retailerId.of(row);
	if (retailer_id === undefined && !isFree) {
		throw emptyField(
			row.label(retailerId),
			currency === INDIA
				? `Enter it, or the importer in '${row.label(additionalFields)}': name, address and country of origin.`
				: undefined,
		);
	}
	return present({
		retailer_id,
		...(importerField === undefined ? {} : importerMembers(more)),
	});
}

/** WhatsApp takes fewer items where they have pictures of their own. */
function checkImages(form: Form, items: IDataObject[]): void {
	if (items.length <= MOST_ITEMS_WITH_IMAGES || !items.some(({ image }) => image)) return;
	throw new FieldError(
		`'${form.label(orderRows.list)}' has too many entries`,
		`It has ${items.length}; WhatsApp allows at most ${MOST_ITEMS_WITH_IMAGES} if items have images.`,
	);
}

/** The items of an order, and what they cost together, in hundredths. */
export function orderItems(
	form: Form,
	place: OrderPlace,
): { items: IDataObject[]; subtotal: number } {
	const found = orderRows.of(form).map((row) => {
		const more = additionalFields.of(row);
		const fullPrice = price.of(row);
		const sale = salePriceOf(row, fullPrice);
		const count = quantity.of(row);
		const item = {
			...originMembers(row, more, place),
			name: name.of(row),
			amount: money(fullPrice),
			quantity: count,
			...(sale === undefined ? {} : { sale_amount: money(sale) }),
			...imageMember(row, more, place),
		};
		return { item, cost: (sale ?? fullPrice) * count };
	});
	const items = found.map(({ item }) => item);
	checkImages(form, items);
	return { items, subtotal: found.reduce((sum, { cost }) => sum + cost, 0) };
}

import type { IDataObject } from 'n8n-workflow';
import { isText, type OrderJson } from './orderJson';
import { INDIA, MAX_ITEM_NAME, MOST_ITEMS_WITH_IMAGES } from './orderLimits';

interface Place {
	currency: unknown;
	hasCatalog: boolean;
}

/** The importer's address is an object in WhatsApp's examples and a text in its tables. */
function checkImporter(json: OrderJson, item: IDataObject, where: string): void {
	json.textAt(item.country_of_origin, `${where}.country_of_origin`);
	json.textAt(item.importer_name, `${where}.importer_name`);
	if (isText(item.importer_address)) return;
	json.objectAt(item.importer_address, `${where}.importer_address`);
}

/** In India, what is in no catalog is told by its importer; everywhere else by its ID alone. */
function checkOrigin(json: OrderJson, item: IDataObject, where: string, place: Place): void {
	if (isText(item.retailer_id)) return;
	if (item.retailer_id !== undefined || place.currency !== INDIA) {
		json.refuse(`has no retailer_id in ${where}`);
	}
	if (!place.hasCatalog) checkImporter(json, item, where);
}

function checkImage(json: OrderJson, item: IDataObject, where: string, place: Place): void {
	if (item.image === undefined) return;
	const { link } = json.objectAt(item.image, `${where}.image`);
	json.textAt(link, `${where}.image.link`);
	if (place.hasCatalog || item.retailer_id !== undefined) {
		json.refuse(
			`has an image in ${where} in addition to retailer_id or catalog_id`,
			'WhatsApp shows the picture from the catalog. Remove one of them.',
		);
	}
}

/** Checks the items of an order that was given as JSON. */
export function checkItems(json: OrderJson, order: IDataObject, currency: unknown): void {
	const place = { currency, hasCatalog: isText(order.catalog_id) };
	const items = json.objectsAt(order.items, 'order.items');
	items.forEach((item, i) => {
		const where = `order.items[${i}]`;
		const { quantity } = item;
		if (!isText(item.name) || [...item.name].length > MAX_ITEM_NAME) {
			json.refuse(`has no name of 1 to ${MAX_ITEM_NAME} characters in ${where}`);
		}
		checkOrigin(json, item, where, place);
		if (typeof quantity !== 'number' || !Number.isSafeInteger(quantity) || quantity < 1) {
			json.refuse(`has no quantity of at least 1 in ${where}`);
		}
		json.amountAt(item.amount, `${where}.amount`);
		json.optionalAmountAt(item.sale_amount, `${where}.sale_amount`);
		checkImage(json, item, where, place);
	});
	if (items.length > MOST_ITEMS_WITH_IMAGES && items.some(({ image }) => image !== undefined)) {
		json.refuse(
			'has too many entries in order.items',
			`There are ${items.length}; WhatsApp allows at most ${MOST_ITEMS_WITH_IMAGES} if items have images.`,
		);
	}
}

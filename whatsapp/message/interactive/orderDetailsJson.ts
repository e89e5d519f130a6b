import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../../form/fieldError';
import { jsonOf } from '../../../form/json';
import { hasText, isRecord } from '../../../form/unknown';
import {
	BRAZIL,
	CURRENCIES,
	GOODS_TYPES,
	INDIA,
	MAX_ADDRESS_LINE,
	MAX_BENEFICIARY_NAME,
	MAX_ITEM_NAME,
	MOST_ITEMS_WITH_IMAGES,
	PINCODE_RULE,
	QUICK_PAY,
} from './orderLimits';
import { REFERENCE_ID_RULE } from './referenceId';

const HOW =
	'Use the order parameters that WhatsApp documents: reference_id, type, currency, total_amount and order.';

/** An order that was given as JSON, while it is being checked: its parts, each named by where it is. */
class OrderJson {
	constructor(private readonly label: string) {}

	refuse(what: string, how = HOW): never {
		throw new FieldError(`'${this.label}' ${what}`, how);
	}

	refusePart(where: string, what: string, how?: string): never {
		throw new FieldError(`'${this.label}': ${where} ${what}`, how ?? HOW);
	}

	objectAt(value: unknown, where: string): IDataObject {
		return isRecord(value) ? value : this.refuse(`is missing the object ${where}`);
	}

	/** The objects of a list that has some. */
	objectsAt(value: unknown, where: string): IDataObject[] {
		if (!Array.isArray(value) || value.length === 0)
			return this.refuse(`is missing the list ${where}`);
		return value.map((each, i) => this.objectAt(each, `${where}[${i}]`));
	}

	textAt(value: unknown, where: string, maxLength = Infinity): void {
		if (hasText(value) && [...value].length <= maxLength) return;
		if (maxLength === Infinity) this.refuse(`is missing the text ${where}`);
		this.refusePart(where, `is not a text of 1 to ${maxLength} characters`);
	}

	oneOf(value: unknown, allowed: string[], where: string): void {
		if (typeof value === 'string' && allowed.includes(value)) return;
		this.refuse(`has an unknown ${where}`, `Use one of: ${allowed.join(', ')}.`);
	}

	/** An amount of money in hundredths. */
	amountAt(value: unknown, where: string): number {
		const amount = this.objectAt(value, where);
		if (amount.offset !== 100 && amount.offset !== '100') {
			this.refusePart(`${where}.offset`, 'is not 100', 'Amounts are whole numbers of hundredths.');
		}
		const { value: hundredths } = amount;
		if (typeof hundredths !== 'number' || !Number.isSafeInteger(hundredths) || hundredths < 0) {
			return this.refusePart(
				`${where}.value`,
				'is not a whole number',
				'Amounts are whole numbers of hundredths, e.g. 2500 for 25.00.',
			);
		}
		return hundredths;
	}

	optionalAmountAt(value: unknown, where: string): number {
		return value === undefined ? 0 : this.amountAt(value, where);
	}
}

interface Place {
	currency: unknown;
	hasCatalog: boolean;
}

/** The importer's address is an object in WhatsApp's examples and a text in its tables. */
function checkImporter(json: OrderJson, item: IDataObject, where: string): void {
	json.textAt(item.country_of_origin, `${where}.country_of_origin`);
	json.textAt(item.importer_name, `${where}.importer_name`);
	if (hasText(item.importer_address)) return;
	json.objectAt(item.importer_address, `${where}.importer_address`);
}

/** In India, what is in no catalog is told by its importer; everywhere else by its ID alone. */
function checkOrigin(json: OrderJson, item: IDataObject, where: string, place: Place): void {
	if (hasText(item.retailer_id)) return;
	if (item.retailer_id !== undefined || place.currency !== INDIA) {
		json.refuse(`is missing ${where}.retailer_id`);
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
			'WhatsApp shows the image from the catalog. Remove one of them.',
		);
	}
}

/** Checks the items of an order that was given as JSON. */
function checkItems(json: OrderJson, order: IDataObject, currency: unknown): void {
	const place = { currency, hasCatalog: hasText(order.catalog_id) };
	const items = json.objectsAt(order.items, 'order.items');
	items.forEach((item, i) => {
		const where = `order.items[${i}]`;
		const { quantity } = item;
		if (!hasText(item.name) || [...item.name].length > MAX_ITEM_NAME) {
			json.refusePart(`${where}.name`, `is not a text of 1 to ${MAX_ITEM_NAME} characters`);
		}
		checkOrigin(json, item, where, place);
		if (typeof quantity !== 'number' || !Number.isSafeInteger(quantity) || quantity < 1) {
			json.refusePart(`${where}.quantity`, 'is not a whole number of at least 1');
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

function checkOrder(json: OrderJson, order: IDataObject, currency: unknown, total: number): void {
	if (order.type !== undefined) {
		json.oneOf(order.type, [QUICK_PAY], 'order.type');
		if (currency !== INDIA) json.refuse('has an order.type, which is for India only');
	}
	checkItems(json, order, currency);
	const sum =
		json.amountAt(order.subtotal, 'order.subtotal') +
		json.amountAt(order.tax, 'order.tax') +
		json.optionalAmountAt(order.shipping, 'order.shipping') -
		json.optionalAmountAt(order.discount, 'order.discount');
	if (sum !== total) {
		json.refuse(
			'has a total that is not the sum of its amounts',
			`total_amount is ${total}, but subtotal + tax + shipping − discount is ${sum}.`,
		);
	}
}

function checkBeneficiaries(json: OrderJson, beneficiaries: unknown, currency: unknown): void {
	if (beneficiaries === undefined) return;
	if (currency !== INDIA) json.refuse('has beneficiaries, which are for India only');
	json.objectsAt(beneficiaries, 'beneficiaries').forEach((each, i) => {
		const where = `beneficiaries[${i}]`;
		json.textAt(each.name, `${where}.name`, MAX_BENEFICIARY_NAME);
		json.textAt(each.address_line1, `${where}.address_line1`, MAX_ADDRESS_LINE);
		if (each.address_line2 !== undefined) {
			json.textAt(each.address_line2, `${where}.address_line2`, MAX_ADDRESS_LINE);
		}
		json.textAt(each.city, `${where}.city`);
		json.textAt(each.state, `${where}.state`);
		json.oneOf(each.country, ['India'], `${where}.country`);
		const { postal_code: code } = each;
		if (typeof code !== 'string' || !PINCODE_RULE.pattern.test(code)) {
			json.refuse(`has no valid ${where}.postal_code`, `Expected: ${PINCODE_RULE.format}.`);
		}
	});
}

/**
 * An order with its payment, given as JSON in WhatsApp's own form. In Brazil the order itself can be
 * left out, so that only the total is shown.
 *
 * @throws FieldError naming what WhatsApp would not take
 */
export function checkedOrderDetails(value: unknown, label: string): IDataObject {
	const json = new OrderJson(label);
	const order = jsonOf(value, label);
	if (order === undefined) return json.refuse('is empty');
	if (!isRecord(order)) return json.refuse('is not an object');
	const { reference_id: referenceId, currency } = order;
	if (typeof referenceId !== 'string' || !REFERENCE_ID_RULE.pattern.test(referenceId)) {
		json.refuse(`has no valid reference_id`, `Expected: ${REFERENCE_ID_RULE.format}.`);
	}
	json.oneOf(order.type, Object.keys(GOODS_TYPES), 'type');
	json.oneOf(currency, Object.keys(CURRENCIES), 'currency');
	checkBeneficiaries(json, order.beneficiaries, currency);
	const total = json.amountAt(order.total_amount, 'total_amount');
	if (order.order === undefined && currency === BRAZIL) return order;
	checkOrder(json, json.objectAt(order.order, 'order'), currency, total);
	return order;
}

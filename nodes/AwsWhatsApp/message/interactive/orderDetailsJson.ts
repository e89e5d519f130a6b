import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../request/fieldError';
import { isJsonObject, jsonOf } from '../../request/json';
import { CURRENCIES, GOODS_TYPES, MAX_ITEM_NAME, REFERENCE_ID_RULE } from './orderLimits';

const HOW =
	'Write it as WhatsApp documents the parameters of an order: reference_id, type, currency, total_amount and order.';

/** One order that was given as JSON, while it is being checked. */
class OrderJson {
	constructor(private readonly label: string) {}

	refuse(what: string, how = HOW): never {
		throw new FieldError(`'${this.label}' ${what}`, how);
	}

	objectAt(value: unknown, where: string): IDataObject {
		return isJsonObject(value) ? value : this.refuse(`has no object in ${where}`);
	}

	oneOf(value: unknown, allowed: string[], where: string): void {
		if (typeof value === 'string' && allowed.includes(value)) return;
		this.refuse(`has an unknown ${where}`, `Use one of these: ${allowed.join(', ')}.`);
	}

	/** An amount of money in hundredths. */
	amountAt(value: unknown, where: string): number {
		const amount = this.objectAt(value, where);
		if (amount.offset !== 100 && amount.offset !== '100') {
			this.refuse(`has no offset of 100 in ${where}`, 'Amounts are whole numbers of hundredths.');
		}
		const { value: hundredths } = amount;
		if (typeof hundredths !== 'number' || !Number.isSafeInteger(hundredths) || hundredths < 0) {
			return this.refuse(
				`has no whole number as value in ${where}`,
				'Amounts are whole numbers of hundredths, e.g. 2500 for 25.00.',
			);
		}
		return hundredths;
	}

	optionalAmountAt(value: unknown, where: string): number {
		return value === undefined ? 0 : this.amountAt(value, where);
	}

	checkItem(value: unknown, where: string): void {
		const item = this.objectAt(value, where);
		const { name, retailer_id: retailerId, quantity } = item;
		if (typeof name !== 'string' || name.trim() === '' || [...name].length > MAX_ITEM_NAME) {
			this.refuse(`has no name of 1 to ${MAX_ITEM_NAME} characters in ${where}`);
		}
		if (typeof retailerId !== 'string' || retailerId.trim() === '') {
			this.refuse(`has no retailer_id in ${where}`);
		}
		if (typeof quantity !== 'number' || !Number.isSafeInteger(quantity) || quantity < 1) {
			this.refuse(`has no quantity of at least 1 in ${where}`);
		}
		this.amountAt(item.amount, `${where}.amount`);
		this.optionalAmountAt(item.sale_amount, `${where}.sale_amount`);
	}

	checkOrder(order: IDataObject, total: number): void {
		const items: unknown = order.items;
		if (!Array.isArray(items) || items.length === 0) this.refuse('has no list in order.items');
		else items.forEach((item, i) => this.checkItem(item, `order.items[${i}]`));
		const sum =
			this.amountAt(order.subtotal, 'order.subtotal') +
			this.amountAt(order.tax, 'order.tax') +
			this.optionalAmountAt(order.shipping, 'order.shipping') -
			this.optionalAmountAt(order.discount, 'order.discount');
		if (sum !== total) {
			this.refuse(
				'has a total that is not the sum of its parts',
				`total_amount is ${total}, but subtotal + tax + shipping − discount are ${sum}.`,
			);
		}
	}
}

/**
 * An order with its payment, given as JSON in WhatsApp's own form.
 *
 * @throws FieldError naming what WhatsApp would not take
 */
export function checkedOrderDetails(value: unknown, label: string): IDataObject {
	const json = new OrderJson(label);
	const order = jsonOf(value, label);
	if (order === undefined) return json.refuse('is empty');
	if (!isJsonObject(order)) return json.refuse('is not an object');
	const { reference_id: referenceId } = order;
	if (typeof referenceId !== 'string' || !REFERENCE_ID_RULE.pattern.test(referenceId)) {
		json.refuse(`has no valid reference_id`, `Expected: ${REFERENCE_ID_RULE.format}.`);
	}
	json.oneOf(order.type, GOODS_TYPES, 'type');
	json.oneOf(order.currency, CURRENCIES, 'currency');
	const total = json.amountAt(order.total_amount, 'total_amount');
	json.checkOrder(json.objectAt(order.order, 'order'), total);
	return order;
}

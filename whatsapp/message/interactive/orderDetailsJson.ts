import type { IDataObject } from 'n8n-workflow';
import { jsonOf } from '../../../form/json';
import { isRecord } from '../../../form/unknown';
import { checkItems } from './orderItemsJson';
import { OrderJson } from './orderJson';
import {
	BRAZIL,
	CURRENCIES,
	GOODS_TYPES,
	INDIA,
	MAX_ADDRESS_LINE,
	MAX_BENEFICIARY_NAME,
	PINCODE_RULE,
	QUICK_PAY,
} from './orderLimits';
import { REFERENCE_ID_RULE } from './referenceId';

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

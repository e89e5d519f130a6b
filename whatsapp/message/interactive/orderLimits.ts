import type { Field } from '../../../form/field';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';

/** What WhatsApp's documents on payments allow. Lengths are in Unicode code points. */
export const MAX_ITEM_NAME = 60;
export const MAX_BENEFICIARY_NAME = 200;
export const MAX_ADDRESS_LINE = 100;

/** Most items of an order in which an item has a picture of its own. */
export const MOST_ITEMS_WITH_IMAGES = 10;

export const GOODS_TYPES = { 'digital-goods': 'Digital', 'physical-goods': 'Physical' };

export const BRAZIL = 'BRL';
export const INDIA = 'INR';

/** Payments work in Brazil and India. */
export const CURRENCIES = { [BRAZIL]: 'Brazilian Real', [INDIA]: 'Indian Rupee' };

/** The only type that an order can have; without it, the customer reviews the order before paying. */
export const QUICK_PAY = 'quick_pay';

/** The postal codes of India. */
export const PINCODE_RULE = { pattern: /^[0-9]{6}$/, format: '6 digits, without spaces' };

/** Refuses what WhatsApp knows in India only, where it is given with another currency. */
export function checkOnlyInIndia(
	form: Form,
	field: Field,
	currency: string,
	isGiven = !form.isEmpty(field),
): void {
	if (currency === INDIA || !isGiven) return;
	throw new FieldError(
		`'${form.label(field)}' is for India only`,
		"Clear it, or choose Indian Rupee as 'Currency'.",
	);
}

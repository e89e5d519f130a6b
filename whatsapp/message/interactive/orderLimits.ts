/** What WhatsApp's documents on payments allow. Lengths are in Unicode code points. */
export const MAX_ITEM_NAME = 60;
export const MAX_BENEFICIARY_NAME = 200;
export const MAX_ADDRESS_LINE = 100;

/** Most items of an order of which one has a picture of its own. */
export const MOST_ITEMS_WITH_IMAGES = 10;

export const GOODS_TYPES = ['digital-goods', 'physical-goods'];

export const BRAZIL = 'BRL';
export const INDIA = 'INR';

/** Payments work in Brazil and India. */
export const CURRENCIES = [BRAZIL, INDIA];

/** The only type that an order can have; without it, the customer reviews the order before paying. */
export const QUICK_PAY = 'quick_pay';

export const REFERENCE_ID_RULE = {
	pattern: /^[A-Za-z0-9_.-]{1,60}$/,
	format: 'letters, digits, underscores, points and dashes, at most 60',
};

/** The postal codes of India. */
export const PINCODE_RULE = { pattern: /^[0-9]{6}$/, format: '6 digits, without blanks' };

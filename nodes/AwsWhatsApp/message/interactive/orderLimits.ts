/** What WhatsApp's documents on payments allow. Lengths are in Unicode code points. */
export const MAX_ITEM_NAME = 60;

export const GOODS_TYPES = ['digital-goods', 'physical-goods'];

/** Payments work in Brazil and India. */
export const CURRENCIES = ['BRL', 'INR'];

export const REFERENCE_ID_RULE = {
	pattern: /^[A-Za-z0-9_.-]{1,60}$/,
	format: 'letters, digits, underscores, points and dashes, at most 60',
};

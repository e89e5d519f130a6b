import type { TextRule } from '../form/rule';

/** Generous: WhatsApp documents no limits. */
export const CATALOG_ID_RULE: TextRule = { maxLength: 100, by: 'this node' };
export const PRODUCT_ID_RULE: TextRule = { maxLength: 256, by: 'this node' };

/** WhatsApp's limits of a list of products: of its sections, of all products in them, and of a section's title. */
export const PRODUCT_LIST = { maxSections: 10, maxProducts: 30, maxTitle: 24 };

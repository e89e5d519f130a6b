import type { IDataObject } from 'n8n-workflow';
import { phoneNumber } from './phoneNumbers';
import { flag, known, record, text } from '../../form/unknown';

/** The message that is answered, a forwarding, a product that is asked about. */
export function contextOf(value: unknown): IDataObject | undefined {
	const { from, id, forwarded, frequently_forwarded: often, referred_product } = record(value);
	const { catalog_id: catalogId, product_retailer_id: product } = record(referred_product);
	return known({
		messageId: text(id),
		from: phoneNumber(from),
		forwarded: flag(forwarded),
		frequentlyForwarded: flag(often),
		referredProduct: known({ catalogId: text(catalogId), productRetailerId: text(product) }),
	});
}

/**
 * What was said in a conversation before it came to you, in short. Source: Meta, "Conversation Routing",
 * conversation context.
 */
export function conversationContextOf(value: unknown): IDataObject | undefined {
	const { type, summary } = record(value);
	return known({ type: text(type), summary: text(record(summary).text) });
}

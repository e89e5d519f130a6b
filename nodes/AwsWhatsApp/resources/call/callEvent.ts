import type { IDataObject } from 'n8n-workflow';
import { FieldError } from '../../request/fieldError';
import { isJsonObject } from '../../request/json';

export const EXAMPLE_CALL_EVENT = `{
  "to": "+4915112345678",
  "action": "connect",
  "session": { "sdp_type": "offer", "sdp": "v=0 …" },
  "biz_opaque_callback_data": "order-4711"
}`;

/**
 * A call event as Meta's calling API takes it. What it says is Meta's matter, but it has to be an
 * object with an action.
 */
export function callEvent(document: unknown, label: string): IDataObject {
	if (!isJsonObject(document) || Object.keys(document).length === 0) {
		throw new FieldError(
			`'${label}' is not a JSON object`,
			'It has to be one event in curly brackets, with "action" and what belongs to it.',
		);
	}
	const { messaging_product: product = 'whatsapp', ...event } = document;
	if (product !== 'whatsapp') {
		throw new FieldError(
			`'${label}' is not a WhatsApp event`,
			'"messaging_product" has to be "whatsapp". Correct it, or leave it out.',
		);
	}
	return { messaging_product: 'whatsapp', ...event };
}

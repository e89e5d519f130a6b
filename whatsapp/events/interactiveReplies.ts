import type { IDataObject } from 'n8n-workflow';
import { isoTime } from './time';
import { flag, json, known, record, text, texts } from '../../form/unknown';

/** Reads the members that an answer adds to the item of its message. */
type ReplyReader = (value: IDataObject) => Record<string, unknown>;

/** The answer of a Flow or of an address form: a text that holds JSON. */
const formReply: ReplyReader = ({ name, body, response_json: given }) => {
	const answered = text(given);
	const response = answered === undefined ? given : (json(answered) ?? answered);
	return { text: text(body), form: known({ name: text(name), response }) };
};

const callPermission: ReplyReader = (value) => ({
	callPermission: known({
		response: text(value.response),
		isPermanent: flag(value.is_permanent),
		expiresAt: isoTime(value.expiration_timestamp),
		source: text(value.response_source),
	}),
});

/** The customer pays with a card that you keep. Source: Meta, "Payments API – Brazil", One-Click Payments. */
const paymentMethod: ReplyReader = (value) => ({
	paymentMethod: known({
		type: text(value.payment_method),
		...texts(value, 'reference_id', 'credential_id', 'last_four_digits'),
		timestamp: isoTime(value.payment_timestamp),
	}),
});

/** Answers that are not a tapped button or list row. */
const REPLIES = new Map([
	['call_permission_reply', callPermission],
	['nfm_reply', formReply],
	['payment_method', paymentMethod],
]);

/** What a customer answered to an interactive message, by the type of the answer. */
export function interactiveReply(value: IDataObject): Record<string, unknown> {
	const type = text(value.type);
	if (type === undefined) return {};
	const inner = record(value[type]);
	const choice = texts(inner, 'id', 'title', 'description');
	const tapped = { text: choice.title, choice: known({ type, ...choice }) };
	return REPLIES.get(type)?.(inner) ?? tapped;
}

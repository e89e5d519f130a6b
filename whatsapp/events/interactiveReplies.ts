import type { IDataObject } from 'n8n-workflow';
import { isoTime } from './time';
import { flag, json, known, record, text, texts } from '../../form/unknown';

type Reply = IDataObject | undefined;

function reply(type: string, value: unknown): Reply {
	const choice = texts(record(value), 'id', 'title', 'description');
	return known({ text: choice.title, choice: known({ type, ...choice }) });
}

/** The answer of a Flow or of an address form: a text that holds JSON. */
function formReply({ name, body, response_json: response }: IDataObject): Reply {
	const answered = text(response);
	return known({
		text: text(body),
		form: known({
			name: text(name),
			response: answered === undefined ? response : (json(answered) ?? answered),
		}),
	});
}

function callPermission(value: IDataObject): Reply {
	return known({
		callPermission: known({
			response: text(value.response),
			isPermanent: flag(value.is_permanent),
			expiresAt: isoTime(value.expiration_timestamp),
			source: text(value.response_source),
		}),
	});
}

/** The customer pays with a card that you keep. Source: Meta, "Payments API – Brazil", One-Click Payments. */
function paymentMethod(value: IDataObject): Reply {
	return known({
		paymentMethod: known({
			type: text(value.payment_method),
			...texts(value, 'reference_id', 'credential_id', 'last_four_digits'),
			timestamp: isoTime(value.payment_timestamp),
		}),
	});
}

/** Answers that are not a tapped button or list row. */
const REPLIES = new Map<string, (value: IDataObject) => Reply>([
	['call_permission_reply', callPermission],
	['nfm_reply', formReply],
	['payment_method', paymentMethod],
]);

/** What a customer answered to an interactive message, by the type of the answer. */
export function interactiveReply(value: IDataObject): Reply {
	const type = text(value.type);
	if (type === undefined) return undefined;
	const inner = record(value[type]);
	const read = REPLIES.get(type);
	return read ? read(inner) : reply(type, inner);
}

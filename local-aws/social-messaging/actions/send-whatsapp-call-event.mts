import { defineAction } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { blob, required, text } from '../members.mts';
import { checkMetaApiVersion, parseMessage } from '../message.mts';

export const sendWhatsAppCallEvent = defineAction({
	name: 'SendWhatsAppCallEvent',
	method: 'POST',
	path: '/v1/whatsapp/call/event',
	source: 'body',
	members: {
		originationPhoneNumberId: phoneNumberId,
		metaApiVersion: required(text()),
		callEvent: required(blob({ min: 1, max: 2_048_000 })),
	},
	run(input, { account }) {
		account.phoneNumber(input.originationPhoneNumberId);
		checkMetaApiVersion(input.metaApiVersion);
		return { callId: account.calls.apply(parseMessage(input.callEvent, 'call event')) };
	},
});

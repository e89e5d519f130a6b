import { randomUUID } from 'node:crypto';
import { defineAction } from '../action.mts';
import { deliver } from '../delivery.mts';
import { phoneNumberId } from '../ids.mts';
import { blob, required, text } from '../members.mts';
import {
	checkMetaApiVersion,
	checkReadReceipt,
	isReadReceipt,
	parseMessage,
	recipientOf,
} from '../message.mts';

export const sendWhatsAppMessage = defineAction({
	name: 'SendWhatsAppMessage',
	method: 'POST',
	path: '/v1/whatsapp/send',
	source: 'body',
	members: {
		originationPhoneNumberId: phoneNumberId,
		message: required(blob({ min: 1, max: 2_048_000 })),
		metaApiVersion: required(text()),
	},
	run(input, { account, phone }) {
		const sender = account.phoneNumber(input.originationPhoneNumberId);
		checkMetaApiVersion(input.metaApiVersion);
		const message = parseMessage(input.message);
		const messageId = randomUUID();
		if (isReadReceipt(message)) {
			checkReadReceipt(message);
			return { messageId };
		}
		const to = recipientOf(message);
		phone.receive({ messageId, sender, to, message, ...deliver(message, sender.id, account) });
		return { messageId };
	},
});

import type { Action } from '../action.mts';
import { deleteWhatsAppMessageMedia } from './delete-whatsapp-message-media.mts';
import { getLinkedWhatsAppBusinessAccount } from './get-linked-whatsapp-business-account.mts';
import { getLinkedWhatsAppBusinessAccountPhoneNumber } from './get-linked-whatsapp-business-account-phone-number.mts';
import { getWhatsAppMessageMedia } from './get-whatsapp-message-media.mts';
import { listLinkedWhatsAppBusinessAccounts } from './list-linked-whatsapp-business-accounts.mts';
import { postWhatsAppMessageMedia } from './post-whatsapp-message-media.mts';
import { sendWhatsAppMessage } from './send-whatsapp-message.mts';

/** Every action there is: one file and one line each. */
export const actions: Action[] = [
	deleteWhatsAppMessageMedia,
	getLinkedWhatsAppBusinessAccount,
	getLinkedWhatsAppBusinessAccountPhoneNumber,
	getWhatsAppMessageMedia,
	listLinkedWhatsAppBusinessAccounts,
	postWhatsAppMessageMedia,
	sendWhatsAppMessage,
];

import type { Action } from '../action.mts';
import { associateWhatsAppBusinessAccount } from './associate-whatsapp-business-account.mts';
import { createWhatsAppDataset } from './create-whatsapp-dataset.mts';
import { createWhatsAppFlow } from './create-whatsapp-flow.mts';
import { createWhatsAppMessageTemplateFromLibrary } from './create-whatsapp-message-template-from-library.mts';
import { createWhatsAppMessageTemplateMedia } from './create-whatsapp-message-template-media.mts';
import { createWhatsAppMessageTemplate } from './create-whatsapp-message-template.mts';
import { deleteWhatsAppFlow } from './delete-whatsapp-flow.mts';
import { deleteWhatsAppMessageMedia } from './delete-whatsapp-message-media.mts';
import { deleteWhatsAppMessageTemplate } from './delete-whatsapp-message-template.mts';
import { deprecateWhatsAppFlow } from './deprecate-whatsapp-flow.mts';
import { disassociateWhatsAppBusinessAccount } from './disassociate-whatsapp-business-account.mts';
import { getLinkedWhatsAppBusinessAccountPhoneNumber } from './get-linked-whatsapp-business-account-phone-number.mts';
import { getLinkedWhatsAppBusinessAccount } from './get-linked-whatsapp-business-account.mts';
import { getWhatsAppBusinessPublicKey } from './get-whatsapp-business-public-key.mts';
import { getWhatsAppCallPermission } from './get-whatsapp-call-permission.mts';
import { getWhatsAppFlowPreview } from './get-whatsapp-flow-preview.mts';
import { getWhatsAppFlow } from './get-whatsapp-flow.mts';
import { getWhatsAppMessageMedia } from './get-whatsapp-message-media.mts';
import { getWhatsAppMessageTemplate } from './get-whatsapp-message-template.mts';
import { listLinkedWhatsAppBusinessAccounts } from './list-linked-whatsapp-business-accounts.mts';
import { listTagsForResource } from './list-tags-for-resource.mts';
import { listWhatsAppFlowAssets } from './list-whatsapp-flow-assets.mts';
import { listWhatsAppFlows } from './list-whatsapp-flows.mts';
import { listWhatsAppMessageTemplates } from './list-whatsapp-message-templates.mts';
import { listWhatsAppTemplateLibrary } from './list-whatsapp-template-library.mts';
import { postWhatsAppMessageMedia } from './post-whatsapp-message-media.mts';
import { publishWhatsAppFlow } from './publish-whatsapp-flow.mts';
import { putWhatsAppBusinessAccountEventDestinations } from './put-whatsapp-business-account-event-destinations.mts';
import { putWhatsAppBusinessPublicKey } from './put-whatsapp-business-public-key.mts';
import { sendWhatsAppCallEvent } from './send-whatsapp-call-event.mts';
import { sendWhatsAppConversionEvent } from './send-whatsapp-conversion-event.mts';
import { sendWhatsAppMessage } from './send-whatsapp-message.mts';
import { tagResource } from './tag-resource.mts';
import { untagResource } from './untag-resource.mts';
import { updateLinkedWhatsAppBusinessAccountPhoneNumber } from './update-linked-whatsapp-business-account-phone-number.mts';
import { updateWhatsAppFlowAssets } from './update-whatsapp-flow-assets.mts';
import { updateWhatsAppFlow } from './update-whatsapp-flow.mts';
import { updateWhatsAppMessageTemplate } from './update-whatsapp-message-template.mts';

/** Every action: one file, and an import and an entry here, each. */
export const actions: Action[] = [
	associateWhatsAppBusinessAccount,
	createWhatsAppDataset,
	createWhatsAppFlow,
	createWhatsAppMessageTemplateFromLibrary,
	createWhatsAppMessageTemplateMedia,
	createWhatsAppMessageTemplate,
	deleteWhatsAppFlow,
	deleteWhatsAppMessageMedia,
	deleteWhatsAppMessageTemplate,
	deprecateWhatsAppFlow,
	disassociateWhatsAppBusinessAccount,
	getLinkedWhatsAppBusinessAccountPhoneNumber,
	getLinkedWhatsAppBusinessAccount,
	getWhatsAppBusinessPublicKey,
	getWhatsAppCallPermission,
	getWhatsAppFlowPreview,
	getWhatsAppFlow,
	getWhatsAppMessageMedia,
	getWhatsAppMessageTemplate,
	listLinkedWhatsAppBusinessAccounts,
	listTagsForResource,
	listWhatsAppFlowAssets,
	listWhatsAppFlows,
	listWhatsAppMessageTemplates,
	listWhatsAppTemplateLibrary,
	postWhatsAppMessageMedia,
	publishWhatsAppFlow,
	putWhatsAppBusinessAccountEventDestinations,
	putWhatsAppBusinessPublicKey,
	sendWhatsAppCallEvent,
	sendWhatsAppConversionEvent,
	sendWhatsAppMessage,
	tagResource,
	untagResource,
	updateLinkedWhatsAppBusinessAccountPhoneNumber,
	updateWhatsAppFlowAssets,
	updateWhatsAppFlow,
	updateWhatsAppMessageTemplate,
];

/** Actions that are documented, and that the installed SDK does not have yet. */
export const NEWER_ACTIONS = [
	'CreateWhatsAppDataset',
	'GetWhatsAppBusinessPublicKey',
	'GetWhatsAppCallPermission',
	'PutWhatsAppBusinessPublicKey',
	'SendWhatsAppCallEvent',
	'SendWhatsAppConversionEvent',
	'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
];

/** What a request of the service asks for, and what its answer holds whenever it succeeds. */
export interface Action {
	/** AWS's name, as IAM policies write it after "social-messaging:". */
	name: string;
	/** Members without which an answer is none. */
	promises: readonly string[];
}

/**
 * The actions of AWS End User Messaging Social by method and path, each with the members that its
 * answer promises. Source: the service model and the API Reference ("Response Elements"). Members
 * that say no more than "it worked" are not listed; an answer without any may be empty.
 */
const ACTIONS: Array<[request: string, name: string, ...promises: string[]]> = [
	['POST /v1/whatsapp/signup', 'AssociateWhatsAppBusinessAccount'],
	['POST /v1/whatsapp/waba/dataset', 'CreateWhatsAppDataset', 'datasetId'],
	['POST /v1/whatsapp/flow/create', 'CreateWhatsAppFlow', 'flowId'],
	['POST /v1/whatsapp/template/put', 'CreateWhatsAppMessageTemplate', 'metaTemplateId'],
	[
		'POST /v1/whatsapp/template/create',
		'CreateWhatsAppMessageTemplateFromLibrary',
		'metaTemplateId',
	],
	['POST /v1/whatsapp/template/media', 'CreateWhatsAppMessageTemplateMedia', 'metaHeaderHandle'],
	['DELETE /v1/whatsapp/flow', 'DeleteWhatsAppFlow'],
	['DELETE /v1/whatsapp/media', 'DeleteWhatsAppMessageMedia', 'success'],
	['DELETE /v1/whatsapp/template', 'DeleteWhatsAppMessageTemplate'],
	['POST /v1/whatsapp/flow/deprecate', 'DeprecateWhatsAppFlow'],
	['DELETE /v1/whatsapp/waba/disassociate', 'DisassociateWhatsAppBusinessAccount'],
	['GET /v1/whatsapp/waba/details', 'GetLinkedWhatsAppBusinessAccount', 'account'],
	[
		'GET /v1/whatsapp/waba/phone/details',
		'GetLinkedWhatsAppBusinessAccountPhoneNumber',
		'phoneNumber',
		'linkedWhatsAppBusinessAccountId',
	],
	['GET /v1/whatsapp/business-public-key', 'GetWhatsAppBusinessPublicKey', 'businessPublicKey'],
	['POST /v1/whatsapp/call/permission/get', 'GetWhatsAppCallPermission', 'permission'],
	['GET /v1/whatsapp/flow', 'GetWhatsAppFlow', 'flowId', 'flowName', 'flowStatus'],
	['GET /v1/whatsapp/flow/preview', 'GetWhatsAppFlowPreview', 'flowId', 'preview'],
	['POST /v1/whatsapp/media/get', 'GetWhatsAppMessageMedia', 'mimeType', 'fileSize'],
	['GET /v1/whatsapp/template', 'GetWhatsAppMessageTemplate', 'template'],
	['GET /v1/whatsapp/waba/list', 'ListLinkedWhatsAppBusinessAccounts', 'linkedAccounts'],
	['GET /v1/tags/list', 'ListTagsForResource', 'tags'],
	['GET /v1/whatsapp/flow/assets', 'ListWhatsAppFlowAssets', 'flowAssets'],
	['GET /v1/whatsapp/flow/list', 'ListWhatsAppFlows', 'flows'],
	['GET /v1/whatsapp/template/list', 'ListWhatsAppMessageTemplates', 'templates'],
	['POST /v1/whatsapp/template/library', 'ListWhatsAppTemplateLibrary', 'metaLibraryTemplates'],
	['POST /v1/whatsapp/media', 'PostWhatsAppMessageMedia', 'mediaId'],
	['POST /v1/whatsapp/flow/publish', 'PublishWhatsAppFlow'],
	['PUT /v1/whatsapp/business-public-key', 'PutWhatsAppBusinessPublicKey'],
	['PUT /v1/whatsapp/waba/eventdestinations', 'PutWhatsAppBusinessAccountEventDestinations'],
	['POST /v1/whatsapp/call/event', 'SendWhatsAppCallEvent', 'callId'],
	['POST /v1/whatsapp/waba/dataset/events', 'SendWhatsAppConversionEvent', 'requestId'],
	['POST /v1/whatsapp/send', 'SendWhatsAppMessage', 'messageId'],
	['POST /v1/tags/tag-resource', 'TagResource'],
	['POST /v1/tags/untag-resource', 'UntagResource'],
	[
		'PUT /v1/whatsapp/waba/phone',
		'UpdateLinkedWhatsAppBusinessAccountPhoneNumber',
		'phoneNumberId',
	],
	['POST /v1/whatsapp/flow/update', 'UpdateWhatsAppFlow'],
	['POST /v1/whatsapp/flow/assets/update', 'UpdateWhatsAppFlowAssets'],
	['POST /v1/whatsapp/template', 'UpdateWhatsAppMessageTemplate'],
];

const BY_REQUEST = new Map<string, Action>(
	ACTIONS.map(([request, name, ...promises]) => [request, { name, promises }]),
);

/** The action of a request of the service; undefined for a path that the service does not have. */
export function actionOf(method = 'GET', path: string): Action | undefined {
	return BY_REQUEST.get(`${method} ${path}`);
}

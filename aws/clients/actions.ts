import type { IHttpRequestMethods } from 'n8n-workflow';

/** How an action of the service is asked for, and what its answer holds whenever it succeeds. */
export interface Action {
	method: IHttpRequestMethods;
	url: string;
	/** Members without which an answer is none. */
	promises: readonly string[];
}

const action = (method: IHttpRequestMethods, url: string, ...promises: string[]): Action => ({
	method,
	url,
	promises,
});

/** An action that lists things page by page, in one member of its answer. */
interface PagedAction extends Action {
	elements: string;
}

const paged = (method: IHttpRequestMethods, url: string, elements: string): PagedAction => ({
	...action(method, url, elements),
	elements,
});

/**
 * The actions of AWS End User Messaging Social, by the names that IAM policies write after
 * "social-messaging:". Source: the service model and the API Reference ("Response Elements").
 * Members that say no more than "it worked" are not promised; an answer without any may be empty.
 */
export const ACTIONS = {
	AssociateWhatsAppBusinessAccount: action('POST', '/v1/whatsapp/signup'),
	CreateWhatsAppDataset: action('POST', '/v1/whatsapp/waba/dataset', 'datasetId'),
	CreateWhatsAppFlow: action('POST', '/v1/whatsapp/flow/create', 'flowId'),
	CreateWhatsAppMessageTemplate: action('POST', '/v1/whatsapp/template/put', 'metaTemplateId'),
	CreateWhatsAppMessageTemplateFromLibrary: action(
		'POST',
		'/v1/whatsapp/template/create',
		'metaTemplateId',
	),
	CreateWhatsAppMessageTemplateMedia: action(
		'POST',
		'/v1/whatsapp/template/media',
		'metaHeaderHandle',
	),
	DeleteWhatsAppFlow: action('DELETE', '/v1/whatsapp/flow'),
	DeleteWhatsAppMessageMedia: action('DELETE', '/v1/whatsapp/media', 'success'),
	DeleteWhatsAppMessageTemplate: action('DELETE', '/v1/whatsapp/template'),
	DeprecateWhatsAppFlow: action('POST', '/v1/whatsapp/flow/deprecate'),
	DisassociateWhatsAppBusinessAccount: action('DELETE', '/v1/whatsapp/waba/disassociate'),
	GetLinkedWhatsAppBusinessAccount: action('GET', '/v1/whatsapp/waba/details', 'account'),
	GetLinkedWhatsAppBusinessAccountPhoneNumber: action(
		'GET',
		'/v1/whatsapp/waba/phone/details',
		'phoneNumber',
		'linkedWhatsAppBusinessAccountId',
	),
	GetWhatsAppBusinessPublicKey: action(
		'GET',
		'/v1/whatsapp/business-public-key',
		'businessPublicKey',
	),
	GetWhatsAppCallPermission: action('POST', '/v1/whatsapp/call/permission/get', 'permission'),
	GetWhatsAppFlow: action('GET', '/v1/whatsapp/flow', 'flowId', 'flowName', 'flowStatus'),
	GetWhatsAppFlowPreview: action('GET', '/v1/whatsapp/flow/preview', 'flowId', 'preview'),
	GetWhatsAppMessageMedia: action('POST', '/v1/whatsapp/media/get', 'mimeType', 'fileSize'),
	GetWhatsAppMessageTemplate: action('GET', '/v1/whatsapp/template', 'template'),
	ListLinkedWhatsAppBusinessAccounts: paged('GET', '/v1/whatsapp/waba/list', 'linkedAccounts'),
	ListTagsForResource: action('GET', '/v1/tags/list', 'tags'),
	ListWhatsAppFlowAssets: paged('GET', '/v1/whatsapp/flow/assets', 'flowAssets'),
	ListWhatsAppFlows: paged('GET', '/v1/whatsapp/flow/list', 'flows'),
	ListWhatsAppMessageTemplates: paged('GET', '/v1/whatsapp/template/list', 'templates'),
	ListWhatsAppTemplateLibrary: paged(
		'POST',
		'/v1/whatsapp/template/library',
		'metaLibraryTemplates',
	),
	PostWhatsAppMessageMedia: action('POST', '/v1/whatsapp/media', 'mediaId'),
	PublishWhatsAppFlow: action('POST', '/v1/whatsapp/flow/publish'),
	PutWhatsAppBusinessPublicKey: action('PUT', '/v1/whatsapp/business-public-key'),
	PutWhatsAppBusinessAccountEventDestinations: action('PUT', '/v1/whatsapp/waba/eventdestinations'),
	SendWhatsAppCallEvent: action('POST', '/v1/whatsapp/call/event', 'callId'),
	SendWhatsAppConversionEvent: action('POST', '/v1/whatsapp/waba/dataset/events', 'requestId'),
	SendWhatsAppMessage: action('POST', '/v1/whatsapp/send', 'messageId'),
	TagResource: action('POST', '/v1/tags/tag-resource'),
	UntagResource: action('POST', '/v1/tags/untag-resource'),
	UpdateLinkedWhatsAppBusinessAccountPhoneNumber: action(
		'PUT',
		'/v1/whatsapp/waba/phone',
		'phoneNumberId',
	),
	UpdateWhatsAppFlow: action('POST', '/v1/whatsapp/flow/update'),
	UpdateWhatsAppFlowAssets: action('POST', '/v1/whatsapp/flow/assets/update'),
	UpdateWhatsAppMessageTemplate: action('POST', '/v1/whatsapp/template'),
};

export type ActionName = keyof typeof ACTIONS;

/** The actions that list things page by page. */
export type PagedActionName = {
	[Name in ActionName]: (typeof ACTIONS)[Name] extends PagedAction ? Name : never;
}[ActionName];

export const isPaged = (name: ActionName): name is PagedActionName => 'elements' in ACTIONS[name];

import type { IHttpRequestMethods } from 'n8n-workflow';

/** How an action of the service is asked for, and what its response always contains on success. */
export interface Action {
	method: IHttpRequestMethods;
	url: string;
	/** Members that every valid response has. */
	promises: readonly string[];
}

const by =
	(method: IHttpRequestMethods) =>
	(path: string, ...promises: string[]): Action => ({ method, url: `/v1/${path}`, promises });

const get = by('GET');
const post = by('POST');
const put = by('PUT');
const del = by('DELETE');

/** An action that lists things page by page, in one member of its answer. */
interface PagedAction extends Action {
	elements: string;
}

const paged = (action: Action, elements: string): PagedAction => ({
	...action,
	promises: [elements],
	elements,
});

/**
 * The actions of AWS End User Messaging Social, by the names that IAM policies write after
 * "social-messaging:". Source: the service model and the API Reference ("Response Elements").
 * Members that say no more than "it worked" are not promised; an answer without any may be empty.
 */
export const ACTIONS = {
	AssociateWhatsAppBusinessAccount: post('whatsapp/signup'),
	CreateWhatsAppDataset: post('whatsapp/waba/dataset', 'datasetId'),
	CreateWhatsAppFlow: post('whatsapp/flow/create', 'flowId'),
	CreateWhatsAppMessageTemplate: post('whatsapp/template/put', 'metaTemplateId'),
	CreateWhatsAppMessageTemplateFromLibrary: post('whatsapp/template/create', 'metaTemplateId'),
	CreateWhatsAppMessageTemplateMedia: post('whatsapp/template/media', 'metaHeaderHandle'),
	DeleteWhatsAppFlow: del('whatsapp/flow'),
	DeleteWhatsAppMessageMedia: del('whatsapp/media', 'success'),
	DeleteWhatsAppMessageTemplate: del('whatsapp/template'),
	DeprecateWhatsAppFlow: post('whatsapp/flow/deprecate'),
	DisassociateWhatsAppBusinessAccount: del('whatsapp/waba/disassociate'),
	GetLinkedWhatsAppBusinessAccount: get('whatsapp/waba/details', 'account'),
	GetLinkedWhatsAppBusinessAccountPhoneNumber: get(
		'whatsapp/waba/phone/details',
		'phoneNumber',
		'linkedWhatsAppBusinessAccountId',
	),
	GetWhatsAppBusinessPublicKey: get('whatsapp/business-public-key', 'businessPublicKey'),
	GetWhatsAppCallPermission: post('whatsapp/call/permission/get', 'permission'),
	GetWhatsAppFlow: get('whatsapp/flow', 'flowId', 'flowName', 'flowStatus'),
	GetWhatsAppFlowPreview: get('whatsapp/flow/preview', 'flowId', 'preview'),
	GetWhatsAppMessageMedia: post('whatsapp/media/get', 'mimeType', 'fileSize'),
	GetWhatsAppMessageTemplate: get('whatsapp/template', 'template'),
	ListLinkedWhatsAppBusinessAccounts: paged(get('whatsapp/waba/list'), 'linkedAccounts'),
	ListTagsForResource: get('tags/list', 'tags'),
	ListWhatsAppFlowAssets: paged(get('whatsapp/flow/assets'), 'flowAssets'),
	ListWhatsAppFlows: paged(get('whatsapp/flow/list'), 'flows'),
	ListWhatsAppMessageTemplates: paged(get('whatsapp/template/list'), 'templates'),
	ListWhatsAppTemplateLibrary: paged(post('whatsapp/template/library'), 'metaLibraryTemplates'),
	PostWhatsAppMessageMedia: post('whatsapp/media', 'mediaId'),
	PublishWhatsAppFlow: post('whatsapp/flow/publish'),
	PutWhatsAppBusinessPublicKey: put('whatsapp/business-public-key'),
	PutWhatsAppBusinessAccountEventDestinations: put('whatsapp/waba/eventdestinations'),
	SendWhatsAppCallEvent: post('whatsapp/call/event', 'callId'),
	SendWhatsAppConversionEvent: post('whatsapp/waba/dataset/events', 'requestId'),
	SendWhatsAppMessage: post('whatsapp/send', 'messageId'),
	TagResource: post('tags/tag-resource'),
	UntagResource: post('tags/untag-resource'),
	UpdateLinkedWhatsAppBusinessAccountPhoneNumber: put('whatsapp/waba/phone', 'phoneNumberId'),
	UpdateWhatsAppFlow: post('whatsapp/flow/update'),
	UpdateWhatsAppFlowAssets: post('whatsapp/flow/assets/update'),
	UpdateWhatsAppMessageTemplate: post('whatsapp/template'),
};

export type ActionName = keyof typeof ACTIONS;

/** The actions that list things page by page. */
export type PagedActionName = {
	[Name in ActionName]: (typeof ACTIONS)[Name] extends PagedAction ? Name : never;
}[ActionName];

export const isPaged = (name: ActionName): name is PagedActionName => 'elements' in ACTIONS[name];

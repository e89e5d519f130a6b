import type { Json } from './engine.mts';
import { BUCKET, chosen } from './setting.mts';

const WABA_ARN = 'arn:aws:social-messaging:eu-west-1:111122223333:waba/abc';
const resourceArn = chosen(WABA_ARN);
const flowId = chosen('1013859600285441');
const metaTemplateId = chosen('1013859600285441');
const fromS3 = { mediaSource: 's3Object', bucketName: BUCKET, key: 'a.jpg' };
const templateId = { templateBy: 'metaTemplateId', metaTemplateId };

const TEMPLATE = {
	name: 'greeting',
	language: 'en_US',
	category: 'UTILITY',
	components: [{ type: 'BODY', text: 'Hi' }],
};
const EVENT = { event_name: 'Purchase', event_time: 1_790_000_000 };

/** Good parameters for every operation, by "resource.operation". */
export const EXAMPLES = new Map<string, Json>(
	Object.entries({
		'businessAccount.associate': { associateStep: 'signupCallback', accessToken: 'EAAB' },
		'businessAccount.disassociate': {},
		'businessAccount.get': {},
		'businessAccount.getAll': {},
		'businessAccount.setEventDestinations': {
			destinationType: 'snsTopic',
			eventDestinationArn: 'arn:aws:sns:eu-west-1:111122223333:whatsapp-events',
		},
		'call.getPermission': { destinationPhoneNumber: '+4915112345678' },
		'call.sendEvent': { callEvent: { action: 'connect', to: '+4915112345678' } },
		'conversion.createDataset': {},
		'conversion.sendEvents': { datasetId: '1013859600285441', eventData: [EVENT] },
		'flow.create': { flowName: 'Booking', categories: ['OTHER'] },
		'flow.delete': { flowId },
		'flow.deprecate': { flowId },
		'flow.get': { flowId },
		'flow.getAll': {},
		'flow.getAssets': { flowId },
		'flow.getPreview': { flowId },
		'flow.publish': { flowId },
		'flow.update': { flowId, updateFields: { flowName: 'Booking' } },
		'flow.updateAssets': { flowId, flowJson: { version: '7.3' } },
		'media.cleanUp': { olderThanDays: 30 },
		'media.delete': { mediaId: '1013859600285441' },
		'media.download': { mediaId: '1013859600285441', bucketName: BUCKET },
		'media.get': { mediaId: '1013859600285441' },
		'media.upload': fromS3,
		'message.markAsRead': { messageId: 'wamid.HBgNNDkx' },
		'message.send': { to: '+4915112345678', messageType: 'text', textBody: 'Hello' },
		'phoneNumber.get': {},
		'phoneNumber.getAll': {},
		'phoneNumber.getPublicKey': {},
		'phoneNumber.setPublicKey': {
			keySource: 'kmsKeyArn',
			kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1',
		},
		'phoneNumber.updateCallSettings': { callEnabled: true },
		'tag.add': { resourceArn, tags: { tag: [{ key: 'team', value: 'sales' }] } },
		'tag.getAll': { resourceArn },
		'tag.remove': { resourceArn, tagKeys: 'team' },
		'template.create': { specifyTemplate: 'json', templateDefinition: TEMPLATE },
		'template.createFromLibrary': {
			libraryTemplateName: chosen('delivery_update_1'),
			templateName: 'my_delivery',
			templateLanguageCode: 'en_US',
			templateCategory: 'UTILITY',
		},
		'template.delete': { templateName: 'greeting', metaTemplateId },
		'template.get': templateId,
		'template.getAll': {},
		'template.getLibrary': {},
		'template.update': { ...templateId, updateFields: { templateCategory: 'UTILITY' } },
		'template.uploadMedia': fromS3,
	}),
);

/** @throws for an operation that has no example yet */
export function exampleOf(resource: string, operation: string): Json {
	const example = EXAMPLES.get(`${resource}.${operation}`);
	if (!example) throw new Error(`There is no example for ${resource}.${operation}`);
	return structuredClone(example);
}

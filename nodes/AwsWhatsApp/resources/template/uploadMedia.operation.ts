import { businessAccount } from '../../../fields/locators';
import { inputSource, mediaSource, s3Source } from '../../../../whatsapp/media/fields';
import { keepS3Object, keyPrefix } from '../../../../whatsapp/media/bucket';
import { rememberForCleanUp } from '../../../../whatsapp/media/remembering';
import { uploadTask } from '../../../../engine/media/upload';
import { shownWhen } from '../../../../form/variants';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const uploadMedia: Operation = {
	name: 'Upload Media',
	value: 'uploadMedia',
	action: 'Upload template media',
	description: 'Upload a sample file for the header of a template that you are going to create',
	awsAction: 'CreateWhatsAppMessageTemplateMedia',
	effect: 'repeatable',
	fields: [inBody(businessAccount, 'id'), ...mediaSource([inputSource, s3Source]).fields],
	options: shownWhen({ '/mediaSource': ['binary'] }, [keepS3Object, keyPrefix, rememberForCleanUp]),
	prepare: async (item) => await uploadTask(item, 'metaHeaderHandle'),
};

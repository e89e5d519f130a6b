import { businessAccount } from '../../../fields/locators';
import { mediaSourceFields } from '../../../../whatsapp/media/fields';
import { keepS3Object, keyPrefix } from '../../../../whatsapp/media/bucket';
import { optionsField } from '../../../../engine/fields/options';
import { fileToUpload } from '../../../../whatsapp/media/fileSource';
import { fileFacts, s3Fact } from '../../../../engine/media/facts';
import { uploadSource } from '../../../../engine/media/source';
import { whileStaged } from '../../../../engine/media/staging';
import { sourceMembers } from '../../../../engine/media/upload';
import { shownWhen } from '../../../../form/variants';
import type { Operation } from '../../../../engine/operation';
import { inBody } from '../../../../form/member';

export const uploadMedia: Operation = {
	name: 'Upload Media',
	value: 'uploadMedia',
	action: 'Upload media of template',
	description: 'Give an example file for the header of a template that you are going to create',
	request: { method: 'POST', url: '/v1/whatsapp/template/media' },
	permissions: ['CreateWhatsAppMessageTemplateMedia'],
	effect: 'repeatable',
	fields: [
		inBody(businessAccount, 'id'),
		...mediaSourceFields(['binary', 's3Object']),
		optionsField(...shownWhen({ '/mediaSource': ['binary'] }, [keepS3Object, keyPrefix])),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload(call.form));
		return async () => {
			const { result, remaining } = await whileStaged(call, async (copies) => {
				const members = await sourceMembers(call, source, copies);
				return await call.send({ body: { ...call.request.body, ...members } });
			});
			const { metaHeaderHandle } = result;
			return { metaHeaderHandle, ...fileFacts(source), ...s3Fact(remaining) };
		};
	},
};

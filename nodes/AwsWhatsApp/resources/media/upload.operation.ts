import { originationPhoneNumber } from '../../../fields/locators';
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

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Give a file to WhatsApp, to send it once or many times within 30 days',
	request: { method: 'POST', url: '/v1/whatsapp/media' },
	permissions: ['PostWhatsAppMessageMedia'],
	effect: 'repeatable',
	fields: [
		inBody(originationPhoneNumber),
		...mediaSourceFields(['binary', 'presignedUrl', 's3Object']),
		optionsField(...shownWhen({ '/mediaSource': ['binary'] }, [keepS3Object, keyPrefix])),
	],
	plan: async (call) => {
		const source = await uploadSource(call, fileToUpload(call.form));
		return async () => {
			const { result, remaining } = await whileStaged(call, async (copies) => {
				const members = await sourceMembers(call, source, copies);
				return await call.send({ body: { ...call.request.body, ...members } });
			});
			return { mediaId: result.mediaId, ...fileFacts(source), ...s3Fact(remaining) };
		};
	},
};

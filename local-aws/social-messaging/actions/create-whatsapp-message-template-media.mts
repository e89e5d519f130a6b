import { defineAction } from '../action.mts';
import { businessAccountId } from '../ids.mts';
import { checkUploadable, mediaKindOf } from '../media-types.mts';
import { invalidParameters } from '../refusals.mts';
import { s3File, withCallersRights } from '../stored-files.mts';

export const createWhatsAppMessageTemplateMedia = defineAction({
	name: 'CreateWhatsAppMessageTemplateMedia',
	method: 'POST',
	path: '/v1/whatsapp/template/media',
	source: 'body',
	members: { id: businessAccountId, sourceS3File: s3File },
	async run({ id, sourceS3File }, { account, objects }) {
		const { wabaId } = account.businessAccount(id);
		if (!sourceS3File) throw invalidParameters('sourceS3File must be specified.');
		const { contentType, size, sha256 } = await withCallersRights(objects, (store) =>
			store.find(sourceS3File.bucketName, sourceS3File.key),
		);
		checkUploadable(contentType, size);
		if (!['image', 'video', 'document'].includes(mediaKindOf(contentType) ?? ''))
			throw invalidParameters(`Media type '${contentType}' cannot be in a template's header.`);
		const type = Buffer.from(contentType).toString('base64');
		const content = Buffer.from(sha256, 'hex').toString('base64url');
		const time = Math.floor(Date.now() / 1000);
		return { metaHeaderHandle: `4::${type}:ARb${content}:e:${time}:${wabaId}` };
	},
});

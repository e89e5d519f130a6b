import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AwsError } from '../../http/aws-error.mts';
import { defineAction } from '../action.mts';
import type { World } from '../action.mts';
import { phoneNumberId } from '../ids.mts';
import { checkUploadable } from '../media-types.mts';
import {
	exactlyOne,
	lowerCased,
	objectOfPresignedUrl,
	s3File,
	s3PresignedUrl,
	withCallersRights,
} from '../stored-files.mts';
import type { S3File, S3PresignedUrl } from '../stored-files.mts';

/** The object to read, and its type where the request itself names one. */
function locate(
	file: S3File | undefined,
	presigned: S3PresignedUrl | undefined,
	world: World,
): { source: S3File; contentType?: string } {
	const one = exactlyOne('source', file, presigned);
	if (one.file) return { source: one.file };
	const contentType = lowerCased(one.presigned.headers)['content-type'];
	if (!contentType)
		throw new AwsError(
			400,
			'InvalidParametersException',
			'The headers of sourceS3PresignedUrl must contain Content-Type.',
		);
	return { source: objectOfPresignedUrl(one.presigned, 'GET', world), contentType };
}

export const postWhatsAppMessageMedia = defineAction({
	name: 'PostWhatsAppMessageMedia',
	method: 'POST',
	path: '/v1/whatsapp/media',
	source: 'body',
	members: {
		originationPhoneNumberId: phoneNumberId,
		sourceS3PresignedUrl: s3PresignedUrl,
		sourceS3File: s3File,
	},
	async run(input, world) {
		const { source, contentType } = locate(input.sourceS3File, input.sourceS3PresignedUrl, world);
		const { id } = world.account.phoneNumber(input.originationPhoneNumberId);
		const file = join(world.mediaDirectory, randomUUID());
		const object = await withCallersRights(world.objects, (objects) =>
			objects.find(source.bucketName, source.key),
		);
		const mimeType = contentType ?? object.contentType;
		checkUploadable(mimeType, object.size);
		await withCallersRights(world.objects, (objects) =>
			objects.copyOut(source.bucketName, source.key, file),
		);
		const { size, sha256 } = object;
		const media = world.account.addMedia({ phoneNumberId: id, mimeType, size, sha256, file });
		return { mediaId: media.id };
	},
});

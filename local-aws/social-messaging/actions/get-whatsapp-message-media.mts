import { createReadStream } from 'node:fs';
import { defineAction } from '../action.mts';
import { mediaId, phoneNumberId } from '../ids.mts';
import { extensionOf } from '../media-types.mts';
import { boolean } from '../members.mts';
import {
	exactlyOne,
	objectOfPresignedUrl,
	s3File,
	s3PresignedUrl,
	withCallersRights,
} from '../stored-files.mts';

export const getWhatsAppMessageMedia = defineAction({
	name: 'GetWhatsAppMessageMedia',
	method: 'POST',
	path: '/v1/whatsapp/media/get',
	source: 'body',
	members: {
		mediaId,
		originationPhoneNumberId: phoneNumberId,
		metadataOnly: boolean(),
		destinationS3PresignedUrl: s3PresignedUrl,
		destinationS3File: s3File,
	},
	async run(input, world) {
		const destination = input.metadataOnly
			? undefined
			: exactlyOne('destination', input.destinationS3File, input.destinationS3PresignedUrl);
		const { id } = world.account.phoneNumber(input.originationPhoneNumberId);
		const media = world.account.requireMedia(input.mediaId, id);
		if (destination) {
			// A file's key is only the beginning of the object's; a presigned URL names the whole of it.
			const target = destination.file
				? {
						...destination.file,
						key: `${destination.file.key}${media.id}.${extensionOf(media.mimeType)}`,
					}
				: objectOfPresignedUrl(destination.presigned, 'PUT', world);
			await withCallersRights(world.objects, (objects) =>
				objects.put(target.bucketName, target.key, createReadStream(media.file), {
					contentType: media.mimeType,
				}),
			);
		}
		return { mimeType: media.mimeType, fileSize: media.size };
	},
});

import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { downloadMedia } from '../AwsWhatsApp/media/download';
import { Connection } from '../AwsWhatsApp/request/connection';
import { nodeErrorOf } from '../AwsWhatsApp/request/errors';
import type { WhatsAppEvent } from './events/event';
import { record, text } from './events/values';
import type { MediaSettings } from './settings';

/**
 * The item of an event, with its file if it has one. A file that cannot be fetched must not cost the
 * message: the item then says why, and the media ID is still there to try again.
 */
export async function withMedia(
	context: IWebhookFunctions,
	event: WhatsAppEvent,
	settings: MediaSettings,
): Promise<INodeExecutionData> {
	const media = record(event.media);
	const mediaId = text(media.id);
	const phoneNumberId = text(event.originationPhoneNumberId);
	if (mediaId === undefined || phoneNumberId === undefined) return { json: event };
	const { field, ...storage } = settings;
	try {
		const { file, stored } = await downloadMedia(new Connection(context), {
			...storage,
			mediaId,
			phoneNumberId,
			fileName: text(media.fileName),
		});
		const s3Object = stored ? { s3Object: { ...stored } } : {};
		return { json: { ...event, media: { ...media, ...s3Object } }, binary: { [field]: file } };
	} catch (failure) {
		const { message, description } = nodeErrorOf(failure, {
			node: context.getNode(),
			itemIndex: 0,
		});
		const downloadError = { message, description: description ?? '' };
		return { json: { ...event, media: { ...media, downloadError } } };
	}
}

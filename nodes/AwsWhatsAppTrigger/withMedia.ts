import {
	sleep,
	type IDataObject,
	type INodeExecutionData,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { s3Fact } from '../../engine/media/staging';
import { downloadMedia } from '../../engine/media/download';
import { AwsClient } from '../../aws/transport/client';
import { nodeErrorOf } from '../../engine/errors';
import type { WhatsAppEvent } from '../../whatsapp/events/event';
import { record, text } from '../../form/unknown';
import type { MediaSettings } from './settings';

/**
 * How long the files of a post may take, in ms since it arrived, all attempts included. SNS waits 15 s for
 * an answer, and n8n has to save the execution in that time as well.
 */
const LONGEST_DOWNLOAD_MS = 10_000;
/** But that long at least, in ms, where finding out about duplicates has taken long. */
const SHORTEST_DOWNLOAD_MS = 2_000;

const TOO_SLOW = {
	message: `The file did not arrive within ${LONGEST_DOWNLOAD_MS / 1000} seconds`,
	description:
		"The workflow was started without it so that the message is not delayed. Download it with the operation 'Download' of the WhatsApp (AWS End User Messaging) node and the media ID of this item.",
};

const hasFile = ({ media, originationPhoneNumberId }: WhatsAppEvent): boolean =>
	text(record(media).id) !== undefined && text(originationPhoneNumberId) !== undefined;

/** The item of an event with its file. What is under way ends with the signal. */
async function fetched(
	context: IWebhookFunctions,
	event: WhatsAppEvent,
	{ field, ...storage }: MediaSettings,
	signal: AbortSignal,
): Promise<INodeExecutionData> {
	const media = record(event.media);
	const caller: IWebhookFunctions = Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	});
	const { file, stored } = await downloadMedia(new AwsClient(caller), {
		...storage,
		mediaId: text(media.id) ?? '',
		originationPhoneNumberId: text(event.originationPhoneNumberId) ?? '',
		fileName: text(media.fileName),
	});
	return { json: { ...event, media: { ...media, ...s3Fact(stored) } }, binary: { [field]: file } };
}

function withError(event: WhatsAppEvent, downloadError: IDataObject): INodeExecutionData {
	return { json: { ...event, media: { ...record(event.media), downloadError } } };
}

/** A time that passes for all files of a post. */
function deadline(ms: number): { signal: AbortSignal; passed: Promise<void> } {
	const controller = new AbortController();
	const passed = sleep(ms).then(() => controller.abort());
	return { signal: controller.signal, passed };
}

/**
 * The items of events, with the files of those that have one. A file that cannot be fetched, or not in
 * time, must not cost the message: the item then says why, and the media ID is still there to try again.
 */
export async function withMedia(
	context: IWebhookFunctions,
	events: WhatsAppEvent[],
	settings: MediaSettings,
	arrived: number,
): Promise<INodeExecutionData[]> {
	if (!events.some(hasFile)) return events.map((json) => ({ json }));
	const { signal, passed } = deadline(
		Math.max(arrived + LONGEST_DOWNLOAD_MS - Date.now(), SHORTEST_DOWNLOAD_MS),
	);
	const itemOf = async (event: WhatsAppEvent): Promise<INodeExecutionData> => {
		if (!hasFile(event)) return { json: event };
		const item = fetched(context, event, settings, signal).catch((failure: unknown) => {
			if (signal.aborted) return withError(event, TOO_SLOW);
			const { message, description } = nodeErrorOf(failure, {
				node: context.getNode(),
				itemIndex: 0,
			});
			return withError(event, { message, description: description ?? '' });
		});
		// Tidying up after a download goes on when the time has passed.
		return await Promise.race([item, passed.then(() => withError(event, TOO_SLOW))]);
	};
	return await Promise.all(events.map(itemOf));
}

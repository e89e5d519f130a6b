import type { IDataObject } from 'n8n-workflow';
import { metaApiVersionOf } from '../../fields/metaApiVersion';
import { uploadSource } from '../../media/source';
import { uploadMedia, type Uploaded, type UploadSource } from '../../media/upload';
import { pendingFiles, withFiles, type PendingFile } from '../../message/mediaObject';
import type { Call } from '../../request/call';
import { jsonBlob } from '../../request/json';
import type { Work } from '../../request/lane';
import { messageOf } from './messageChoices';

/** AWS's limit of the message blob, in bytes. */
const MAX_MESSAGE_BYTES = 2_048_000;

/** Stands in a message that is not sent (yet) for the ID of a file that is not uploaded (yet). */
const ID_WHEN_SENT = '(given when the file is uploaded)';

type Sources = Map<PendingFile, UploadSource>;

async function sourcesOf(call: Call, message: IDataObject): Promise<Sources> {
	const sources: Sources = new Map();
	for (const file of pendingFiles(message)) {
		sources.set(file, await uploadSource(call, file.source, file.kind));
	}
	return sources;
}

/** One after the other, so that a message with ten files takes no more at once than one with one. */
async function uploadAll(call: Call, sources: Sources): Promise<Map<PendingFile, Uploaded>> {
	const phoneNumberId = String(call.request.body.originationPhoneNumberId);
	const uploads = new Map<PendingFile, Uploaded>();
	for (const [file, source] of sources) {
		uploads.set(file, await uploadMedia(call, phoneNumberId, source));
	}
	return uploads;
}

/** What the files have become: each fact alone where there is one file, a list where there are more. */
function mediaFacts(uploads: Uploaded[]): IDataObject {
	const staged = uploads.flatMap((upload) => (upload.staged ? [{ ...upload.staged }] : []));
	const [only, ...others] = uploads;
	if (!only) return {};
	if (others.length === 0) {
		return { mediaId: only.mediaId, ...(staged[0] ? { s3Object: staged[0] } : {}) };
	}
	return {
		mediaIds: uploads.map(({ mediaId }) => mediaId),
		...(staged.length > 0 ? { s3Objects: staged } : {}),
	};
}

/** What identifies the message to the workflow, as it was sent. */
function messageFacts({
	to,
	recipient,
	type,
	biz_opaque_callback_data: bizOpaqueCallbackData,
}: IDataObject): IDataObject {
	return {
		to: to ?? recipient,
		type,
		...(bizOpaqueCallbackData === undefined ? {} : { bizOpaqueCallbackData }),
	};
}

/**
 * Composes and checks the message of an item, with everything that can be known before something is
 * uploaded or sent.
 */
export async function sendPlan(call: Call): Promise<Work<IDataObject>> {
	const { form } = call;
	const metaApiVersion = metaApiVersionOf(form);
	const blob = (whole: IDataObject) => jsonBlob(whole, 'Message', MAX_MESSAGE_BYTES);
	const message = await messageOf(call);
	const sources = await sourcesOf(call, message);
	const preview = withFiles(message, (file) =>
		file.object(ID_WHEN_SENT, sources.get(file)?.fileName),
	);
	blob(preview);
	if (form.options.flag('previewOnly')) {
		return async () => ({ ...messageFacts(message), isPreview: true, message: preview });
	}
	return async () => {
		const uploads = await uploadAll(call, sources);
		const whole = withFiles(message, (file) =>
			file.object(uploads.get(file)?.mediaId ?? '', sources.get(file)?.fileName),
		);
		const { messageId } = await call.send({
			body: { ...call.request.body, message: blob(whole), metaApiVersion },
		});
		return {
			messageId,
			...messageFacts(whole),
			...mediaFacts([...uploads.values()]),
			...(form.options.flag('returnMessage') ? { message: whole } : {}),
		};
	};
}

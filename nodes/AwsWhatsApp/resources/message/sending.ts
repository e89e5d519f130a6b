import type { IDataObject } from 'n8n-workflow';
import { metaApiVersionOf } from '../../fields/metaApiVersion';
import { present } from '../../../../form/field';
import { uploadSource, type UploadSource } from '../../../../engine/media/inputFile';
import type { S3File } from '../../../../form/s3File';
import { s3Fact, whileStaged, type Staged } from '../../../../engine/media/staging';
import { uploadOnce } from '../../../../engine/media/upload';
import {
	pendingFiles,
	withFiles,
	type PendingFile,
} from '../../../../whatsapp/message/mediaObject';
import type { ItemRequest } from '../../../../engine/itemRequest';
import { jsonBlob } from '../../../../form/json';
import type { Task } from '../../../../engine/memory';
import { previewOnly, returnMessage } from './sendOptions';
import { turnsOf } from './pace';
import { messageOf } from './messageVariants';
import { OnceOnly } from './once';
import { list, record } from '../../../../form/unknown';

/** AWS's limit of the message blob, in bytes. */
const MAX_MESSAGE_BYTES = 2_048_000;

/** Stands in a message that is not sent (yet) for the ID of a file that is not uploaded (yet). */
const ID_WHEN_SENT = '(given when the file is uploaded)';

type Sources = ReadonlyMap<PendingFile, UploadSource>;

const NO_SOURCES: Sources = new Map();

async function sourcesOf(item: ItemRequest, message: IDataObject): Promise<Sources> {
	const pending = pendingFiles(message);
	if (pending.length === 0) return NO_SOURCES;
	const sources = new Map<PendingFile, UploadSource>();
	for (const file of pending) {
		sources.set(file, await uploadSource(item, file.source, file.kind));
	}
	return sources;
}

/**
 * Gives the files to WhatsApp, one after the other, so that a message with ten takes no more at once than
 * one with one.
 *
 * @returns their IDs, in the order of the message
 */
async function uploadAll(item: ItemRequest, sources: Sources, copies: Staged[]): Promise<string[]> {
	const mediaIds: string[] = [];
	for (const source of sources.values()) mediaIds.push(await uploadOnce(item, source, copies));
	return mediaIds;
}

/** What the files have become: each fact alone where there is one file, a list where there are more. */
function mediaFacts(mediaIds: string[], remaining: S3File[]): IDataObject {
	if (mediaIds.length === 0) return {};
	if (mediaIds.length === 1) return { mediaId: mediaIds[0], ...s3Fact(remaining[0]) };
	return { mediaIds, ...present({ s3Objects: remaining.map((file) => ({ ...file })) }) };
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

/** What identifies a message that was sent, as it is remembered where it is to go out once. */
interface Sent {
	messageId: string;
	mediaIds: string[];
	/** The copies of its files that stay in S3. */
	s3Objects: S3File[];
}

const written = ({ messageId, mediaIds, s3Objects }: Sent): IDataObject => ({
	messageId,
	...present({ mediaIds, s3Objects: s3Objects.map((file) => ({ ...file })) }),
});

const read = ({ messageId, mediaIds, s3Objects }: IDataObject): Sent => ({
	messageId: String(messageId),
	mediaIds: list(mediaIds).map(String),
	s3Objects: list(s3Objects)
		.map(record)
		.map(({ bucketName, key }) => ({ bucketName: String(bucketName), key: String(key) })),
});

/**
 * Composes and checks the message of an item, with everything that can be known before something is
 * uploaded or sent.
 */
export async function sendTask(item: ItemRequest): Promise<Task<IDataObject>> {
	const { form } = item;
	const metaApiVersion = metaApiVersionOf(form);
	const blob = (whole: IDataObject) => jsonBlob(whole, 'Message', MAX_MESSAGE_BYTES);
	const message = await messageOf(item);
	const turn = turnsOf(item);
	const sources = await sourcesOf(item, message);
	const files = [...sources.keys()];
	const whole = (mediaIds: string[] = []) =>
		withFiles(message, (file) =>
			file.object(mediaIds[files.indexOf(file)] ?? ID_WHEN_SENT, sources.get(file)?.name),
		);
	blob(whole());
	if (previewOnly.of(form.options)) {
		return async () => ({ ...messageFacts(message), isPreview: true, message: whole() });
	}
	const isReturned = returnMessage.of(form.options);
	const once = OnceOnly.of(item, whole());
	const send = async (copies: Staged[]): Promise<IDataObject> => {
		const mediaIds = await uploadAll(item, sources, copies);
		await turn();
		const { messageId } = await item.send({
			body: { ...item.request.body, message: blob(whole(mediaIds)), metaApiVersion },
		});
		const s3Objects = copies.filter(({ keep }) => keep).map(({ file }) => file);
		return written({ messageId: String(messageId), mediaIds, s3Objects });
	};
	return async (slot) => {
		// The copies go after the message: what holds up their removal must not hold it up.
		const { result, remaining } = await whileStaged(item, async (copies) =>
			once
				? await once.send(slot, async () => await send(copies))
				: { sent: await send(copies), facts: {} },
		);
		const { sent, facts } = result;
		if (!sent) return { ...messageFacts(message), ...facts };
		const { messageId, mediaIds, s3Objects } = read(sent);
		return {
			messageId,
			...messageFacts(message),
			...mediaFacts(mediaIds, facts.isRepeat ? s3Objects : remaining),
			...(isReturned ? { message: whole(mediaIds) } : {}),
			...facts,
		};
	};
}

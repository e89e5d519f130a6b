import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { sendAction } from '../../aws/clients/socialMessaging';
import type { S3File } from '../../form/s3File';
import { fileToUpload } from '../../whatsapp/media/fields';
import type { ItemRequest } from '../itemRequest';
import { perRun, type Task } from '../memory';
import { uploadSource, type UploadSource } from './inputFile';
import { recorderOf } from './recording';
import { s3Fact, stage, whileStaged, type Staged } from './staging';

/** The member of a request that says where AWS finds a file; one of the input is staged first, as a copy. */
async function sourceMember(
	item: ItemRequest,
	source: UploadSource,
	copies: Staged[],
): Promise<IDataObject> {
	const inS3 = (file: S3File) => ({ sourceS3File: { ...file } });
	switch (source.from) {
		case 'binary': {
			const copy = await stage(item, source, recorderOf(item));
			copies.push(copy);
			return inS3(copy.file);
		}
		case 's3Object':
			return inS3(source.file);
		case 'presignedUrl':
			return {
				sourceS3PresignedUrl: { url: source.url, headers: { 'Content-Type': source.mimeType } },
			};
	}
}

/**
 * Writes down the media ID of an upload. That of a copy goes into the record of the copy, once it is
 * known what has become of it; an object of the user's is never in a record.
 *
 * @param copy of the file that was uploaded, if it was staged
 */
async function remember(
	item: ItemRequest,
	source: UploadSource,
	mediaId: string,
	copy: Staged | undefined,
): Promise<void> {
	if (source.from === 'binary') return copy?.recording?.uploaded(mediaId);
	const mimeType = source.from === 'presignedUrl' ? source.mimeType : source.name.mimeType;
	await recorderOf(item)?.after(randomUUID(), mediaId, { mimeType, keep: false });
}

/**
 * Gives a file to WhatsApp (PostWhatsAppMessageMedia), which keeps it for 30 days for the phone number
 * that sends. A second upload after a lost answer is of no harm: nobody uses the first.
 *
 * @param copies is told of the copy that was staged
 */
async function uploadMedia(
	item: ItemRequest,
	source: UploadSource,
	copies: Staged[],
): Promise<string> {
	const { originationPhoneNumberId } = item.request.body;
	const body = { originationPhoneNumberId, ...(await sourceMember(item, source, copies)) };
	const { mediaId } = await sendAction(item, 'PostWhatsAppMessageMedia', { body }, 'repeatable');
	await remember(item, source, String(mediaId), copies.at(-1));
	return String(mediaId);
}

/** What WhatsApp has got for all items of a run. */
interface Shared {
	mediaId: string;
	/** The copies that stay in S3 for the user. */
	kept: Staged[];
}

const uploads = perRun<Shared>();

/** What makes two files the same: their content, and where a copy of them is to stay. */
function identityOf({ memory }: ItemRequest, source: UploadSource): unknown {
	if (source.from !== 'binary') return source;
	const { bucketName, keyPrefix, keep, file } = source;
	const { fileName, mimeType, content } = file;
	const stored = content.id ?? memory.numberOf(content.data);
	return { stored, mimeType, bucketName, keyPrefix, ...(keep ? { keep, fileName } : {}) };
}

/**
 * Gives a file to WhatsApp once for all items of a run that send it from the same phone number: a media
 * ID can be used again and again.
 *
 * @param copies is told of the copy that was staged, by the item that did, and by all if it stays
 */
export async function uploadOnce(
	item: ItemRequest,
	source: UploadSource,
	copies: Staged[],
): Promise<string> {
	const { originationPhoneNumberId } = item.request.body;
	const key = [originationPhoneNumberId, identityOf(item, source)];
	let isMine = false;
	const { mediaId, kept } = await uploads(item.memory, key, async () => {
		isMine = true;
		const before = copies.length;
		const given = await uploadMedia(item, source, copies);
		return { mediaId: given, kept: copies.slice(before).filter(({ keep }) => keep) };
	});
	if (!isMine) copies.push(...kept);
	return mediaId;
}

/** What is known of a file of the input, for the output. */
function fileFacts(source: UploadSource): IDataObject {
	if (source.from !== 'binary') return {};
	const { fileName, mimeType, bytes } = source.file;
	return { fileName, mimeType, fileSize: bytes };
}

/**
 * The task of the operations whose own request hands over the file of the form.
 *
 * @param idMember the member of the answer by which the file can be used
 */
export async function uploadTask(
	item: ItemRequest,
	idMember: 'mediaId' | 'metaHeaderHandle',
): Promise<Task<IDataObject>> {
	const source = await uploadSource(item, fileToUpload.of(item.form));
	return async () => {
		const { result, remaining } = await whileStaged(item, async (copies) => {
			const member = await sourceMember(item, source, copies);
			const answer = await item.send({ body: { ...item.request.body, ...member } });
			if (idMember === 'mediaId') await remember(item, source, String(answer.mediaId), copies[0]);
			return answer;
		});
		return { [idMember]: result[idMember], ...fileFacts(source), ...s3Fact(remaining[0]) };
	};
}

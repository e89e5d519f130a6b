import { deleteObject } from '../../aws/clients/s3';
import { listObjects } from '../../aws/clients/s3Listing';
import { sendAction } from '../../aws/clients/socialMessaging';
import { isFromAws } from '../../aws/errors/errorResponse';
import { AwsServiceError, InvalidResult } from '../../aws/errors/errors';
import type { Store } from '../../aws/store/store';
import type { AwsClient, LeftBehind } from '../../aws/transport/client';
import type { S3File } from '../../form/s3File';
import { isExpired, isNothing, type DueUpload, type Parts } from './cleanUpWish';
import { bareId, keyOf, written } from './uploadRecords';
import { canBeWritten } from './written';

/** What has become of the parts of an upload. */
export interface Removed {
	media?: 'deleted' | 'alreadyGone';
	/** Those that S3 has removed; it does not tell whether they were there. */
	s3Objects: S3File[];
	/** Of the file. */
	bytes: number;
}

/** The objects of an upload, and their size where only the bucket tells it. */
interface Found {
	files: S3File[];
	bytes: number;
}

const isMissing = (failure: unknown): failure is AwsServiceError =>
	failure instanceof AwsServiceError &&
	isFromAws(failure.response) &&
	(failure.response.status === 404 || failure.response.name === 'ResourceNotFoundException');

/** Where AWS finds nothing, the result is `none`. */
async function unlessMissing<T>(work: () => Promise<T>, none: T): Promise<T> {
	return await work().catch((failure: unknown) => {
		if (isMissing(failure)) return none;
		throw failure;
	});
}

/** The objects that are to go; those of a download are looked for, since AWS chooses their ending. */
async function objectsOf(
	client: AwsClient,
	{ bucketName, key, isPrefix }: LeftBehind,
): Promise<Found> {
	if (!isPrefix) return { files: [{ bucketName, key }], bytes: 0 };
	const look = async () =>
		await client.step(
			'read',
			's3',
			async (attempt) => await listObjects(attempt, { bucketName, key: `${key}.` }),
		);
	const listed = await unlessMissing(look, []);
	const own = listed.filter((object) => canBeWritten(object.key, key));
	return {
		files: own.map((object) => ({ bucketName, key: object.key })),
		bytes: own.reduce((sum, { bytes }) => sum + (bytes || 0), 0),
	};
}

/**
 * Deletes WhatsApp's copy. That AWS does not find it is as good, but not if it is the phone number that
 * AWS does not find, for as long as WhatsApp may have the file.
 */
async function deleteMedia(
	client: AwsClient,
	mediaId: string,
	upload: DueUpload,
): Promise<Removed['media']> {
	const { phoneNumberId: originationPhoneNumberId = '' } = upload.record;
	const qs = { mediaId, originationPhoneNumberId };
	return await sendAction(client, 'DeleteWhatsAppMessageMedia', { qs }, 'removal').then(
		({ success }) => {
			if (success !== false) return 'deleted' as const;
			throw new InvalidResult(
				'WhatsApp did not delete the file',
				`AWS passed on that WhatsApp did not delete the media file ${mediaId}. It is tried again when 'Clean Up' runs the next time.`,
			);
		},
		(failure: unknown) => {
			const isOfNumber =
				isMissing(failure) && failure.response.text.includes(bareId(originationPhoneNumberId));
			if (isMissing(failure) && (!isOfNumber || isExpired(upload))) return 'alreadyGone' as const;
			throw failure;
		},
	);
}

/** What would become of the parts of an upload. */
export async function previewOf(
	client: AwsClient,
	{ record }: DueUpload,
	{ mediaId, s3Object }: Parts,
): Promise<Removed> {
	const found = s3Object ? await objectsOf(client, s3Object) : { files: [], bytes: 0 };
	return {
		...(mediaId === undefined ? {} : { media: 'deleted' as const }),
		s3Objects: found.files,
		bytes: record.bytes ?? found.bytes,
	};
}

/**
 * Deletes parts of an upload: WhatsApp's copy first, for which the record is needed, then the object.
 * What is not there any more counts as deleted, so that it can be done again after it was interrupted.
 */
export async function removeParts(
	client: AwsClient,
	upload: DueUpload,
	{ mediaId, s3Object }: Parts,
): Promise<Removed> {
	const media = mediaId === undefined ? undefined : await deleteMedia(client, mediaId, upload);
	const { files, bytes } = s3Object ? await objectsOf(client, s3Object) : { files: [], bytes: 0 };
	for (const file of files) {
		const remove = async () =>
			await client.step('repeatable', 's3', async (attempt) => await deleteObject(attempt, file));
		await unlessMissing(remove, undefined);
	}
	return { media, s3Objects: files, bytes: upload.record.bytes ?? bytes };
}

/**
 * Brings the record up to date, once the parts are gone: it goes too, unless something stays. Then it is
 * written under a key that tells when the file was uploaded, since S3 only tells when it was written.
 */
export async function updateRecord(
	store: Store,
	{ key, place, version, record, uploadedAt }: DueUpload,
	staying: Parts,
): Promise<void> {
	if (isNothing(staying)) return await store.delete(key);
	const { mediaId, s3Object } = staying;
	const left = written({ ...record, mediaId, s3Object });
	const newKey = keyOf({ ...place, since: uploadedAt });
	if (newKey === key) {
		await store.replace(key, left, version);
		return;
	}
	await store.create(newKey, left);
	await store.delete(key);
}

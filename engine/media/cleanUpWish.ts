import type { LeftBehind } from '../../aws/transport/client';
import { bareId, type RecordPlace, type UploadRecord } from './uploadRecords';

/** How long WhatsApp keeps an uploaded file, in ms, and a day more: then it is certainly gone. */
const KEPT_BY_WHATSAPP_MS = 31 * 24 * 60 * 60 * 1000;

/** What is to be deleted, of what, and how much of it at most. */
export interface CleanUpWish {
	/** Files whose upload is at least so long ago, in ms by S3's clock. */
	ageMs: number;
	/** Of each file. */
	deletes: { media: boolean; s3Object: boolean };
	/** Only files of that phone number. */
	phoneNumberId?: string;
	/** Only files whose object in S3 has a key that begins so. */
	keyPrefix?: string;
	/** Only files of that type, or of those that begin so where it ends with "*". */
	mimeType?: string;
	/** Files. */
	limit: number;
	/** Whether nothing is to be deleted after all. */
	isPreview: boolean;
	/** How many files are worked on at the same time. */
	atOnce: number;
}

/** An upload that is old enough, as its record tells it. */
export interface DueUpload {
	/** The key of the record. */
	key: string;
	place: RecordPlace;
	version: string;
	record: UploadRecord;
	/** In ms since 1970, as is what follows. */
	uploadedAt: number;
	now: number;
}

/** The parts of an upload. */
export interface Parts {
	mediaId?: string;
	s3Object?: LeftBehind;
}

const hasType = (type: string | undefined, wanted: string): boolean =>
	wanted.endsWith('*') ? (type ?? '').startsWith(wanted.slice(0, -1)) : type === wanted;

/** Whether the user has chosen files such as this. */
export function isChosen(
	{ phoneNumberId, mimeType, s3Object }: UploadRecord,
	wish: CleanUpWish,
): boolean {
	if (wish.phoneNumberId !== undefined) {
		if (bareId(phoneNumberId ?? '') !== bareId(wish.phoneNumberId)) return false;
	}
	if (wish.mimeType !== undefined && !hasType(mimeType, wish.mimeType)) return false;
	return wish.keyPrefix === undefined || (s3Object?.key ?? '').startsWith(wish.keyPrefix);
}

/** Whether WhatsApp has deleted the file by itself. */
export const isExpired = ({ uploadedAt, now }: DueUpload): boolean =>
	now - uploadedAt > KEPT_BY_WHATSAPP_MS;

/** What of an upload is to go, and what stays in its record. */
export function split(
	upload: DueUpload,
	{ deletes }: CleanUpWish,
): { doomed: Parts; staying: Parts } {
	const { mediaId, s3Object } = upload.record;
	const isToStay = !deletes.media && !isExpired(upload);
	return {
		doomed: {
			...(deletes.media && mediaId !== undefined ? { mediaId } : {}),
			...(deletes.s3Object && s3Object ? { s3Object } : {}),
		},
		staying: {
			...(isToStay && mediaId !== undefined ? { mediaId } : {}),
			...(!deletes.s3Object && s3Object ? { s3Object } : {}),
		},
	};
}

export const isNothing = ({ mediaId, s3Object }: Parts): boolean =>
	mediaId === undefined && s3Object === undefined;

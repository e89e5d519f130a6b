import type { IDataObject } from 'n8n-workflow';
import type { Sender } from '../../aws/store/sends';
import type { LeftBehind } from '../../aws/transport/client';
import { checkText, type TextRule } from '../../form/rule';
import { BUCKET_RULE, KEY_RULE } from '../../form/s3File';
import { isRecord, known, texts } from '../../form/unknown';
import { MEDIA_ID_RULE } from '../../whatsapp/media/fields';

/** Where the records of uploads are in the store. */
export const UPLOADS = 'uploads/';

const VERSION = 1;

/**
 * What an upload has written, or is about to write: enough to find and delete it, and to tell whose it
 * was. It holds no recipient; the name of the file is in it only as long as an object has it in its key.
 */
export interface UploadRecord {
	/** The phone number that the media ID belongs to, as its ID or ARN. */
	phoneNumberId?: string;
	/** As the upload named it, where it did. */
	mimeType?: string;
	bytes?: number;
	by: Sender;
	/** The copy in S3, or the beginning of its key, if it may be there. */
	s3Object?: LeftBehind;
	/** Whether the copy is there because the user wanted to keep it. */
	keep: boolean;
	mediaId?: string;
}

/** Where a record is, as its key says. */
export interface RecordPlace {
	/** The unique part of the S3 object's key as well. */
	id: string;
	/** When the file was uploaded, in ms since 1970, where the record has been written again since. */
	since?: number;
}

const PLACE = new RegExp(
	`^${UPLOADS}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:-(\\d{1,12}))?$`,
);

/** @returns undefined for a key that is not one of ours */
export function placeIn(key: string): RecordPlace | undefined {
	const [, id, seconds] = PLACE.exec(key) ?? [];
	if (id === undefined) return undefined;
	return seconds === undefined ? { id } : { id, since: Number(seconds) * 1000 };
}

/** The key of a record; one that is written again later keeps the time of the upload in it. */
export const keyOf = ({ id, since }: RecordPlace): string =>
	`${UPLOADS}${id}${since === undefined ? '' : `-${Math.floor(since / 1000)}`}`;

/** A record as it is written. */
export const written = ({ by, ...facts }: UploadRecord): IDataObject => ({
	v: VERSION,
	by: { ...by },
	...known(facts),
});

const PHONE_NUMBER_ID: TextRule = {
	maxLength: 115,
	by: 'AWS',
	pattern: /^(phone-number-id-[0-9a-zA-Z]+|arn:.+:phone-number-id\/[0-9a-zA-Z]+)$/,
};

function fits(value: unknown, rule: TextRule): value is string {
	try {
		return typeof value === 'string' && checkText(value, '', rule) === value;
	} catch {
		return false;
	}
}

/**
 * An object that only an upload with that ID can have written: in a folder that has the ID for its name.
 * Whatever else a record names is not ours to delete.
 */
function ownObject(value: unknown, id: string): LeftBehind | undefined {
	if (!isRecord(value)) return undefined;
	const { bucketName, key, isPrefix = false } = value;
	if (!fits(bucketName, BUCKET_RULE) || !fits(key, KEY_RULE)) return undefined;
	if (typeof isPrefix !== 'boolean') return undefined;
	const folder = key.lastIndexOf('/');
	const name = key.slice(folder + 1);
	const isOurs = key.slice(0, folder).endsWith(id) && name !== '';
	if (!isOurs || (isPrefix && !fits(name, MEDIA_ID_RULE))) return undefined;
	return { bucketName, key, ...(isPrefix ? { isPrefix } : {}) };
}

const isOptional = (value: unknown, is: (value: unknown) => boolean) =>
	value === undefined || is(value);

/**
 * A record as it was read, if it is one of ours and whole.
 *
 * @param id of the record, by its key
 * @returns undefined for everything else: what is not understood is left alone
 */
export function readRecord(given: IDataObject, id: string): UploadRecord | undefined {
	const { v, by, phoneNumberId, mimeType, bytes, keep, mediaId, s3Object: named } = given;
	if (v !== VERSION || !isRecord(by) || typeof keep !== 'boolean') return undefined;
	const s3Object = ownObject(named, id);
	if (named !== undefined && !s3Object) return undefined;
	if (!isOptional(phoneNumberId, (value) => fits(value, PHONE_NUMBER_ID))) return undefined;
	if (!isOptional(mimeType, (value) => typeof value === 'string')) return undefined;
	if (!isOptional(bytes, (value) => Number.isSafeInteger(value) && Number(value) >= 0)) {
		return undefined;
	}
	const isNamed = fits(mediaId, MEDIA_ID_RULE) && phoneNumberId !== undefined;
	if (mediaId !== undefined && !isNamed) return undefined;
	return {
		...texts(given, 'phoneNumberId', 'mimeType', 'mediaId'),
		...(typeof bytes === 'number' ? { bytes } : {}),
		by: texts(by, 'workflow', 'execution'),
		...(s3Object ? { s3Object } : {}),
		keep,
	};
}

/** The part of a phone number's ID, or of its ARN, by which it is the same number. */
export const bareId = (phoneNumberId: string): string =>
	phoneNumberId.replace(/^.*phone-number-id[-/]/, '');

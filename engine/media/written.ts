import type { Attempt } from '../../aws/transport/client';
import { FileError, AwsServiceError } from '../../aws/errors/errors';
import { extensionFor } from '../../whatsapp/media/mimeTypes';
import { openObject, type OpenObject } from '../../aws/clients/s3';
import { listObjects, type ListedObject } from '../../aws/clients/s3Listing';
import { grouped, howMany } from '../../form/counts';
import type { S3File } from '../../form/s3File';

export interface DownloadRequest {
	originationPhoneNumberId: string;
	mediaId: string;
	bucketName: string;
	keyPrefix: string;
	/** Whether the copy that AWS writes to S3 stays there. */
	keep: boolean;
	/** Own name for the file, from wherever it comes; by default media ID and ending. */
	fileName?: string;
}

/** What AWS tells of the file that it wrote to S3; it does not name the object. */
export interface WrittenFile {
	bucketName: string;
	/** Key and media ID, to which AWS adds a dot and an ending. */
	prefix: string;
	mimeType: string;
	/** As AWS told it; NaN where it did not. */
	fileSize: number;
	/** The object, once it has been found. */
	stored?: S3File;
}

/** Below this a size cannot be meant in kilobytes: no media file is that small. */
const FEWEST_KILOBYTES = 3;

/**
 * Whether a file is as large as AWS told. AWS's documents say that the size is in kilobytes, its
 * examples give bytes; both are taken.
 */
export function isWholeSize(bytes: number, told: number): boolean {
	if (!Number.isFinite(told) || told <= 0 || !Number.isFinite(bytes)) return true;
	if (bytes === told) return true;
	if (told < FEWEST_KILOBYTES) return false;
	return [1000, 1024].some((kilobyte) => Math.abs(bytes / kilobyte - told) < 1);
}

/**
 * The names that the object can have: AWS's examples end with the part of the type after the slash,
 * and the usual ending of the type is the other one that makes sense.
 */
export function probableKeys(prefix: string, mimeType: string): string[] {
	const endings = [mimeType.split('/')[1], extensionFor(mimeType)];
	const known = endings.filter((ending) => ending !== undefined && ending !== '');
	return [...new Set(known)].map((ending) => `${prefix}.${ending}`);
}

/** Whether AWS can have given an object this name: the prefix, a dot, an ending, and nothing else. */
export function canBeWritten(key: string, prefix: string): boolean {
	return key.startsWith(`${prefix}.`) && /^[\w.+-]+$/.test(key.slice(prefix.length + 1));
}

function newest(found: ListedObject[]): ListedObject | undefined {
	return [...found].sort((a, b) => (b.modifiedAt || 0) - (a.modifiedAt || 0))[0];
}

/** The object, or undefined if it is not there: 403 is S3's answer without the right to list. */
async function openIfThere(attempt: Attempt, file: S3File): Promise<OpenObject | undefined> {
	return await openObject(attempt, file).catch((failure: unknown) => {
		const isMissing =
			failure instanceof AwsServiceError && [403, 404].includes(failure.response.status);
		if (isMissing) return undefined;
		throw failure;
	});
}

/**
 * Opens the object that AWS wrote: by its probable name, and if that is not it, by the one in the
 * bucket that can be it. Another object's content is never taken for the file's.
 *
 * @throws FileError where nothing in the bucket is the file; AwsServiceError and the like
 */
export async function openWritten(
	attempt: Attempt,
	{ bucketName, prefix, mimeType, fileSize }: WrittenFile,
): Promise<OpenObject & { stored: S3File }> {
	let otherBytes: number | undefined;
	for (const key of probableKeys(prefix, mimeType)) {
		const stored = { bucketName, key };
		const found = await openIfThere(attempt, stored);
		if (found && isWholeSize(found.bytes, fileSize)) return { ...found, stored };
		if (found) {
			otherBytes = found.bytes;
			found.body.destroy?.();
		}
	}
	const listed = await listObjects(attempt, { bucketName, key: `${prefix}.` });
	const candidate = newest(
		listed.filter(({ key, bytes }) => canBeWritten(key, prefix) && isWholeSize(bytes, fileSize)),
	);
	if (candidate) {
		const stored = { bucketName, key: candidate.key };
		const found = await openObject(attempt, stored);
		if (isWholeSize(found.bytes, fileSize)) return { ...found, stored };
		otherBytes = found.bytes;
		found.body.destroy?.();
	}
	throw otherBytes === undefined
		? new FileError(
				'The file is not in the S3 bucket',
				`AWS reported that it wrote the file, but the bucket ${bucketName} has no object ${prefix}.… Check whether a rule of the bucket moves or deletes objects, and run the node again.`,
			)
		: new FileError(
				'The file in S3 does not match the one in WhatsApp',
				`It has ${howMany(otherBytes, 'byte')}, but WhatsApp reports ${grouped(fileSize)}. It was not downloaded. Run the node again; if the error persists, check what else writes to the bucket under ${prefix}.`,
			);
}

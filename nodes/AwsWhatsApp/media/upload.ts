import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';
import type { Call } from '../request/call';
import { orCleanUp } from '../request/cleanup';
import type { BinarySource, FileToUpload } from './fileSource';
import type { InputFile } from './inputFile';
import { discardObject, putObject } from './s3';
import type { S3File } from './s3File';

/** A file of the input that has been found and checked. */
type FoundInput = Pick<BinarySource, 'bucketName' | 'keyPrefix' | 'keep'> & {
	from: 'input';
	file: InputFile;
	fileName: string;
};

/** A file that WhatsApp can be given, and where it is now. */
export type UploadSource = FoundInput | Exclude<FileToUpload, BinarySource>;

export interface Uploaded {
	mediaId: string;
	/** The staged copy, if it is still in S3. */
	staged?: S3File;
}

async function postMedia(call: Call, phoneNumberId: string, source: IDataObject): Promise<string> {
	const { mediaId } = await call.social(
		{
			method: 'POST',
			url: '/v1/whatsapp/media',
			body: { originationPhoneNumberId: phoneNumberId, ...source },
		},
		'once',
	);
	return String(mediaId);
}

/** Takes over a file from S3, and says under which ID. */
type TakeOver = (file: S3File) => Promise<string>;

/**
 * AWS takes no bytes, only S3 objects: a file of the input is staged in S3 for as long as AWS reads
 * it. It is removed when something fails, too.
 *
 * @returns what `takeOver` gave, and the staged copy if it is still there
 */
export async function throughS3(
	call: Call,
	{ file, bucketName, keyPrefix, keep }: FoundInput,
	takeOver: TakeOver,
): Promise<{ id: string; staged?: S3File }> {
	// The unique part keeps items and executions apart.
	const staged = { bucketName, key: `${keyPrefix}${randomUUID()}/${file.fileName}` };
	const id = await orCleanUp(
		async () => {
			await putObject(call, staged, file);
			return await takeOver(staged);
		},
		async () => await discardObject(call, staged),
	);
	const gone = !keep && (await discardObject(call, staged));
	return gone ? { id } : { id, staged };
}

async function uploadInput(
	call: Call,
	phoneNumberId: string,
	source: FoundInput,
): Promise<Uploaded> {
	const { id, staged } = await throughS3(
		call,
		source,
		async (file) => await postMedia(call, phoneNumberId, { sourceS3File: { ...file } }),
	);
	return { mediaId: id, ...(staged ? { staged } : {}) };
}

/**
 * Gives a file to WhatsApp (PostWhatsAppMessageMedia), which keeps it for 30 days for use by this
 * phone number.
 */
export async function uploadMedia(
	call: Call,
	phoneNumberId: string,
	source: UploadSource,
): Promise<Uploaded> {
	switch (source.from) {
		case 'input':
			return await uploadInput(call, phoneNumberId, source);
		case 's3Object':
			return {
				mediaId: await postMedia(call, phoneNumberId, { sourceS3File: { ...source.file } }),
			};
		case 'presignedUrl':
			return {
				mediaId: await postMedia(call, phoneNumberId, {
					sourceS3PresignedUrl: { url: source.url, headers: { 'Content-Type': source.mimeType } },
				}),
			};
	}
}

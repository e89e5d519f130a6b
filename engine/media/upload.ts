import type { IDataObject } from 'n8n-workflow';
import { sendAction } from '../../aws/clients/socialMessaging';
import type { ItemRequest } from '../itemRequest';
import type { BinarySource, FileToUpload } from '../../whatsapp/media/fileSource';
import type { S3File } from '../../form/s3File';
import { stage, type FoundInput, type Staged } from './staging';

/** A file that WhatsApp can be given, and where it is now. */
export type UploadSource = FoundInput | Exclude<FileToUpload, BinarySource>;

/** What AWS is told about a file, by where it is. */
type SourceMembers = { sourceS3File: IDataObject } | { sourceS3PresignedUrl: IDataObject };

/**
 * Says where AWS finds a file; one of the input is staged first.
 *
 * @param copies is told of the copy that was made
 */
export async function sourceMembers(
	call: ItemRequest,
	source: UploadSource,
	copies: Staged[],
): Promise<SourceMembers> {
	const inS3 = (file: S3File) => ({ sourceS3File: { ...file } });
	switch (source.from) {
		case 'input': {
			const copy = await stage(call, source);
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
 * Gives a file to WhatsApp (PostWhatsAppMessageMedia), which keeps it for 30 days for use by this
 * phone number. A second upload after a lost answer is of no harm: nobody uses the first.
 *
 * @param copies is told of the copy that was staged
 * @returns the media ID
 */
export async function uploadMedia(
	call: ItemRequest,
	phoneNumberId: string,
	source: UploadSource,
	copies: Staged[],
): Promise<string> {
	const members = await sourceMembers(call, source, copies);
	const body = { originationPhoneNumberId: phoneNumberId, ...members };
	const { mediaId } = await sendAction(call, 'PostWhatsAppMessageMedia', { body }, 'repeatable');
	return String(mediaId);
}

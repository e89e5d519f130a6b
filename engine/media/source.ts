import type { ItemRequest } from '../itemRequest';
import type { FileToUpload } from '../../whatsapp/media/fileSource';
import { inputFile } from './inputFile';
import type { MediaKind } from '../../whatsapp/media/mediaTypes';
import type { UploadSource } from './upload';

/**
 * Finds the file to upload. A file of the input is checked against the limits of its kind, but not
 * read yet.
 *
 * @throws FieldError when there is no such file, or WhatsApp does not take it
 */
export async function uploadSource(
	call: ItemRequest,
	file: FileToUpload,
	kind?: MediaKind,
): Promise<UploadSource> {
	if (file.from !== 'binary') return file;
	const { field, label, bucketName, keyPrefix, keep } = file;
	const found = await inputFile(call, field, label, kind);
	const name = { own: found.fileName, mimeType: found.mimeType };
	return { from: 'input', file: found, name, bucketName, keyPrefix, keep };
}

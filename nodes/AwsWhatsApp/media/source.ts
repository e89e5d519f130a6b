import type { Call } from '../request/call';
import type { FileToUpload } from './fileSource';
import { inputFile } from './inputFile';
import type { MediaKind } from './mediaTypes';
import type { UploadSource } from './upload';

/**
 * Finds the file to upload. A file of the input is checked against the limits of its kind, but not
 * read yet.
 *
 * @throws FieldError when there is no such file, or WhatsApp does not take it
 */
export async function uploadSource(
	call: Call,
	file: FileToUpload,
	kind?: MediaKind,
): Promise<UploadSource> {
	if (file.from !== 'binary') return file;
	const { field, label, bucketName, keyPrefix, keep } = file;
	const found = await inputFile(call, field, label, kind);
	const name = { own: found.fileName, mimeType: found.mimeType };
	return { from: 'input', file: found, name, bucketName, keyPrefix, keep };
}

import type { IDataObject } from 'n8n-workflow';
import type { S3File } from '../../form/s3File';
import type { UploadSource } from './inputFile';

/** What is known of a file of the input, for the output. */
export function fileFacts(source: UploadSource): IDataObject {
	if (source.from !== 'binary') return {};
	const { fileName, mimeType, bytes } = source.file;
	return { fileName, mimeType, fileSize: bytes };
}

/** The copy in S3 that is still there, if there is one, for the output. */
export function s3Fact(copy: S3File | undefined): IDataObject {
	return copy ? { s3Object: { ...copy } } : {};
}

import type { Form } from '../../form/form';
import { linkOf } from '../../form/link';
import type { S3File } from '../../form/s3File';
import { pathOf, type NameFacts } from './fileName';
import { transitOf, type Transit } from './bucket';

/** A file of the input item, and the place in S3 through which it travels. */
export interface BinarySource extends Transit {
	from: 'binary';
	/** The name of the input field, or, from an expression, the file itself. */
	field: unknown;
	/** What the form calls that field. */
	label: string;
}

/** A file that has to be given to WhatsApp first. */
export type FileToUpload =
	| BinarySource
	| { from: 's3Object'; file: S3File; name: NameFacts }
	| { from: 'presignedUrl'; url: string; mimeType: string; name: NameFacts };

/** Where the file of a message is: WhatsApp can fetch it, has it already, or has to be given it. */
export type MediaSource =
	| FileToUpload
	| { from: 'link'; link: string; name: NameFacts }
	| { from: 'mediaId'; id: string };

/** Of a link and of a presigned URL alike, in characters of what is sent. */
export const MAX_LINK = 2000;

/** A public address, at most 2,000 characters, from which WhatsApp can fetch a file. */
export function linkedFile(link: string, label: string): MediaSource {
	const sent = linkOf(link, label, { maxLength: MAX_LINK, by: 'this node' });
	return { from: 'link', link: sent, name: { path: pathOf(sent) } };
}

export function objectInS3(file: S3File): FileToUpload {
	return { from: 's3Object', file, name: { path: file.key } };
}

/** The file in an input field; bucket and options are those of the whole message. */
export function binaryInput(field: unknown, label: string, message: Form): BinarySource {
	return { from: 'binary', field, label, ...transitOf(message) };
}

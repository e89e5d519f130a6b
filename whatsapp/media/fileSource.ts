import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { linkOf } from '../../form/link';
import { checkText, quoted, type TextRule } from '../../form/rule';
import { bucket, transitOf, type Transit } from './bucket';
import { pathOf, type NameFacts } from './fileName';
import { MEDIA_TYPES } from './mediaTypes';
import { sentType, standardMimeType } from './mimeTypes';
import { KEY_RULE, type S3File } from '../../form/s3File';

export type MediaSourceName = 'binary' | 'link' | 'mediaId' | 'presignedUrl' | 's3Object';

/** A file that WhatsApp can name already, by ID or by link. */
export type NamedFile =
	| { from: 'link'; link: string; name: NameFacts }
	| { from: 'mediaId'; id: string };

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

export const MEDIA_ID_RULE: TextRule = {
	required: true,
	maxLength: 100,
	by: 'AWS',
	pattern: /^[A-Za-z0-9]+$/,
	format: 'the ID of a media file: letters and digits only',
};

/** Of a link and of a presigned URL alike, in characters of what is sent. */
const MAX_LINK = 2000;

/** Source: the service model, shape S3PresignedUrl. */
const PRESIGNED_URL_RULE: TextRule = {
	pattern: /^https:\/\/.*s3.*\.amazonaws\.com\/.*$/,
	format: 'a presigned URL of S3, which begins with https:// and has an amazonaws.com host',
};

export function presignedUrlOf(form: Form): string {
	const label = form.label('presignedUrl');
	const url = linkOf(form.id('presignedUrl'), label, { maxLength: MAX_LINK, by: 'AWS' });
	return checkText(url, label, PRESIGNED_URL_RULE) ?? url;
}

function presignedMimeType(form: Form): string {
	const mimeType = sentType(standardMimeType(form.id('mimeType')));
	if (!MEDIA_TYPES.has(mimeType)) {
		throw new FieldError(
			`'${form.label('mimeType')}' is not a type that WhatsApp takes`,
			`You gave ${quoted(mimeType)}. Use for instance application/pdf, image/jpeg, audio/ogg or video/mp4.`,
		);
	}
	return mimeType;
}

/** A public address, at most 2,000 characters, from which WhatsApp can fetch a file. */
export function linkedFile(link: string, label: string): NamedFile {
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

/**
 * Reads off the form where the file to upload comes from.
 *
 * @param form the fields of this file, which may be a row of a list
 * @param message the whole form, with the bucket for all files
 */
export function fileToUpload(form: Form, message: Form = form): FileToUpload {
	switch (form.text('mediaSource')) {
		case 'binary':
			return binaryInput(form.raw('binaryPropertyName'), form.label('binaryPropertyName'), message);
		case 's3Object':
			return objectInS3({
				bucketName: bucket.of(message),
				key: form.id('key', KEY_RULE),
			});
		case 'presignedUrl': {
			const url = presignedUrlOf(form);
			const mimeType = presignedMimeType(form);
			return { from: 'presignedUrl', url, mimeType, name: { mimeType, path: pathOf(url) } };
		}
		default:
			throw new FieldError(
				`'${form.label('mediaSource')}' has an unknown value`,
				`You gave ${quoted(form.text('mediaSource'))}. Choose where the file comes from.`,
			);
	}
}

/** Reads off the form which file a message carries. */
export function fileSource(form: Form, message: Form = form): NamedFile | FileToUpload {
	switch (form.text('mediaSource')) {
		case 'mediaId':
			return { from: 'mediaId', id: form.id('mediaId', MEDIA_ID_RULE) };
		case 'link':
			return linkedFile(form.id('link'), form.label('link'));
		default:
			return fileToUpload(form, message);
	}
}

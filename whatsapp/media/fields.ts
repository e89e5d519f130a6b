import { fieldOf, mapped, type Field } from '../../form/field';
import { FieldError } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { checkText, quoted, type TextRule } from '../../form/rule';
import { KEY_RULE } from '../../form/s3File';
import { id, link } from '../../form/texts';
import { fieldsOfVariants, shownWhen, variants, type Variant } from '../../form/variants';
import { pathOf } from './fileName';
import {
	binaryInput,
	linkedFile,
	MAX_LINK,
	objectInS3,
	type FileToUpload,
	type MediaSource,
} from './fileSource';
import { MEDIA_TYPES } from './mediaTypes';
import { sentType, standardMimeType } from './mimeTypes';
import { bucket } from './bucket';

export const MEDIA_ID_RULE: TextRule = {
	required: true,
	maxLength: 100,
	by: 'AWS',
	pattern: /^[A-Za-z0-9]+$/,
	format: 'the ID of a media file: letters and digits only',
};

/** Source: the service model, shape S3PresignedUrl. */
const PRESIGNED_URL_RULE: TextRule = {
	pattern: /^https:\/\/.*s3.*\.amazonaws\.com\/.*$/,
	format: 'a presigned S3 URL that begins with https:// and has an amazonaws.com host',
};

export const mediaId = id('Media ID', 'mediaId', {
	rule: MEDIA_ID_RULE,
	required: true,
	example: '1013859600285441',
	description: 'The ID returned by an upload, or received with a message',
});

export const presignedUrl = mapped(
	link('Presigned URL', 'presignedUrl', {
		rule: { maxLength: MAX_LINK, by: 'AWS' },
		required: true,
		example: 'https://bucket.s3.eu-west-1.amazonaws.com/invoice.pdf?X-Amz-…',
		description: 'Signed for GET, at most {max} characters',
	}),
	(url, label) => checkText(url, label, PRESIGNED_URL_RULE) ?? url,
);

/** The name of an input field, or, from an expression, the file itself. */
const inputFile = fieldOf<unknown>(
	id('Input Data Field Name', 'binaryPropertyName', {
		default: 'data',
		required: true,
		hint: 'The name of the input field that contains the file',
	}).property,
	(file) => file,
);

const objectKey = id('Object Key', 'key', {
	rule: KEY_RULE,
	required: true,
	example: 'invoices/invoice-17.pdf',
	description: 'Object key, including folders',
});

const typeOfUrl = mapped(
	id('MIME Type', 'mimeType', {
		required: true,
		example: 'application/pdf',
		description: 'Type of the file at the URL',
	}),
	(given, label) => {
		const mimeType = sentType(standardMimeType(given));
		if (MEDIA_TYPES.has(mimeType)) return mimeType;
		throw new FieldError(
			`'${label}' is not a file type that WhatsApp accepts`,
			`You entered ${quoted(mimeType)}. Use a type such as application/pdf, image/jpeg, audio/ogg or video/mp4.`,
		);
	},
);

const linkToFile = mapped(
	id('Link', 'link', {
		required: true,
		example: 'https://example.com/invoice.pdf',
		description:
			'Public URL of the file. It must stay available for 30 days and be served with the correct content type.',
	}),
	linkedFile,
);

/** Where a file may come from, and what has to be known of it then. */
interface Source<F> extends Variant {
	/** @param message the whole form, with the bucket for all files */
	file(form: Form, message: Form): F;
}

export const inputSource: Source<FileToUpload> = {
	name: 'Input File',
	value: 'binary',
	description: 'A file of the incoming item, e.g. an invoice created by an earlier node',
	fields: [inputFile, bucket],
	file: (form, message) => binaryInput(inputFile.of(form), form.label(inputFile), message),
};

export const s3Source: Source<FileToUpload> = {
	name: 'S3 Object',
	value: 's3Object',
	description: 'A file that is already in S3',
	fields: [bucket, objectKey],
	file: (form, message) => objectInS3({ bucketName: bucket.of(message), key: objectKey.of(form) }),
};

const presignedSource: Source<FileToUpload> = {
	name: 'Presigned S3 URL',
	value: 'presignedUrl',
	description: 'A presigned S3 URL',
	fields: [presignedUrl, typeOfUrl],
	file: (form) => {
		const url = presignedUrl.of(form);
		const mimeType = typeOfUrl.of(form);
		return { from: 'presignedUrl', url, mimeType, name: { mimeType, path: pathOf(url) } };
	},
};

const uploadedSource: Source<MediaSource> = {
	name: 'Media ID',
	value: 'mediaId',
	description: 'A file that was uploaded before',
	fields: [mediaId],
	file: (form) => ({ from: 'mediaId', id: mediaId.of(form) }),
};

const linkSource: Source<MediaSource> = {
	name: 'Link',
	value: 'link',
	description: 'A public URL that WhatsApp downloads the file from',
	fields: [linkToFile],
	file: (form) => linkToFile.of(form),
};

/** The fields that say where a file comes from. */
interface SourceFields<F> {
	fields: Field[];
	/** The `form` of this file may be a row; `message` has the bucket and the options for all files. */
	of(form: Form, message?: Form): F;
}

/** @param show further conditions under which the fields are shown */
export function mediaSource<F>(
	sources: Array<Source<F>>,
	show: Record<string, string[]> = {},
): SourceFields<F> {
	const source = variants('File Source', 'mediaSource', sources, {
		default: 'binary',
		description: 'Where the file comes from',
	});
	return {
		fields: shownWhen(show, [source, ...fieldsOfVariants(source, sources)]),
		of: (form, message = form) => source.of(form).file(form, message),
	};
}

/** A file that is given to WhatsApp alone. */
export const fileToUpload = mediaSource([inputSource, s3Source, presignedSource]);

/** A file that a message carries, from wherever it may come. */
export const anyFile = (show?: Record<string, string[]>) =>
	mediaSource<MediaSource>(
		[inputSource, s3Source, presignedSource, uploadedSource, linkSource],
		show,
	);

/** The file of a message that is one. */
export const messageFile = anyFile();

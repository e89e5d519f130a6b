import type { Call } from '../request/call';
import { FieldError } from '../request/fieldError';
import type { Form } from '../request/form';
import { quoted, type TextRule } from '../request/rule';
import { fileNameInUrl, safeFileName } from './fileName';
import { inputFile } from './inputFile';
import { extensionFor, standardMimeType, type MediaKind } from './limits';
import { BUCKET_RULE, KEY_PREFIX_RULE, KEY_RULE } from './s3';
import { uploadMedia, type Uploaded, type UploadSource } from './upload';

export type MediaSourceName = 'binary' | 'link' | 'mediaId' | 'presignedUrl' | 's3Object';

/** A file as a message names it: by ID or by link, never both. */
export type MediaReference = ({ id: string } | { link: string }) & {
	/** The file's own name, where it is known. */
	fileName?: string;
};

export const MEDIA_ID_RULE: TextRule = {
	required: true,
	maxLength: 100,
	pattern: /^[A-Za-z0-9]+$/,
	format: 'the ID of a media file: letters and digits only',
};

/** Source: the service model, shape S3PresignedUrl. */
const PRESIGNED_URL_RULE: TextRule = {
	maxLength: 2000,
	pattern: /^https:\/\/.*s3.*\.amazonaws\.com\/.*$/,
	format: 'a presigned URL of S3, which begins with https:// and has an amazonaws.com host',
};

export function presignedUrlOf(form: Form): string {
	const url = form.id('presignedUrl', PRESIGNED_URL_RULE);
	if (!URL.canParse(url)) {
		throw new FieldError(
			`'${form.label('presignedUrl')}' is not a web address`,
			`You gave ${quoted(url)}. Take the URL as S3 made it, without blanks.`,
		);
	}
	return url;
}

function presignedMimeType(form: Form): string {
	const mimeType = standardMimeType(form.id('mimeType'));
	if (!extensionFor(mimeType)) {
		throw new FieldError(
			`'${form.label('mimeType')}' is not a type that WhatsApp takes`,
			`You gave ${quoted(mimeType)}. Use for instance application/pdf, image/jpeg, audio/ogg or video/mp4.`,
		);
	}
	return mimeType;
}

function linkReference(form: Form): MediaReference {
	const link = form.id('link', { maxLength: 2000 });
	if (!/^https?:\/\//i.test(link) || !URL.canParse(link)) {
		throw new FieldError(
			`'${form.label('link')}' is not a web address`,
			`You gave ${quoted(link)}. It has to begin with https:// and to be reachable from the internet.`,
		);
	}
	return { link, fileName: fileNameInUrl(new URL(link)) };
}

/** Reads and checks where the file to upload comes from. */
export async function uploadSource(call: Call, kind?: MediaKind): Promise<UploadSource> {
	const { form, context } = call;
	switch (form.text('mediaSource')) {
		case 's3Object':
			return {
				from: 's3Object',
				file: { bucketName: form.id('bucketName', BUCKET_RULE), key: form.id('key', KEY_RULE) },
			};
		case 'presignedUrl':
			return {
				from: 'presignedUrl',
				url: presignedUrlOf(form),
				mimeType: presignedMimeType(form),
			};
		default:
			return {
				from: 'input',
				bucketName: form.id('bucketName', BUCKET_RULE),
				keyPrefix: form.options.optionalId('keyPrefix', KEY_PREFIX_RULE) ?? '',
				keep: form.options.flag('keepS3Object'),
				file: await inputFile(
					context,
					form.raw('binaryPropertyName'),
					form.label('binaryPropertyName'),
					kind,
				),
			};
	}
}

function fileNameOf(source: UploadSource): string | undefined {
	switch (source.from) {
		case 'input':
			return source.file.fileName;
		case 's3Object':
			return safeFileName(source.file.key);
		case 'presignedUrl':
			return fileNameInUrl(new URL(source.url));
	}
}

/** A file for a message: known by now, or to be uploaded first. */
export interface MessageMedia {
	/** Gives the reference that the message carries, uploading the file if need be. */
	provide(phoneNumberId: string): Promise<MediaReference & { uploaded?: Uploaded }>;
	/** Stands for the reference while the message is checked, before anything is uploaded. */
	placeholder: MediaReference;
}

/** Reads and checks the file that a message of that kind carries. */
export async function messageMedia(call: Call, kind: MediaKind): Promise<MessageMedia> {
	const { form } = call;
	const source = form.text('mediaSource');
	if (source === 'mediaId' || source === 'link') {
		const reference: MediaReference =
			source === 'mediaId' ? { id: form.id('mediaId', MEDIA_ID_RULE) } : linkReference(form);
		return { placeholder: reference, provide: async () => reference };
	}
	const upload = await uploadSource(call, kind);
	const fileName = fileNameOf(upload);
	return {
		placeholder: { id: '0', fileName },
		provide: async (phoneNumberId) => {
			const uploaded = await uploadMedia(call, phoneNumberId, upload);
			return { id: uploaded.mediaId, fileName, uploaded };
		},
	};
}

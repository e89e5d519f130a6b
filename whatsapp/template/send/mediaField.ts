import type { IDataObject } from 'n8n-workflow';
import {
	binaryInput,
	linkedFile,
	objectInS3,
	type FileToUpload,
	type MediaSource,
} from '../../media/fileSource';
import type { NameFacts } from '../../media/fileName';
import type { MediaKind } from '../../media/mediaTypes';
import { BUCKET_RULE, KEY_RULE } from '../../../form/s3File';
import { mediaObject, type PendingFile } from '../../message/mediaObject';
import { FieldError } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { looksLikeLink } from '../../../form/link';
import { checkText, textOf } from '../../../form/rule';
import {
	idIn,
	labelIn,
	type ComponentContext,
	type SendContext,
	type TemplateField,
} from './component';

/** The bucket of all files of the template. No variable can be called so. */
export const BUCKET_FIELD: TemplateField = {
	id: 'bucketName',
	label: 'S3 bucket: only for files from an input field',
	shortLabel: 'S3 Bucket',
	type: 'string',
	required: false,
};

export function mediaField(context: ComponentContext, id: string, what: string): TemplateField {
	return {
		id: idIn(context, id),
		label: `${labelIn(context, what)}: link, media ID, s3://bucket/key, or name of the input field with the file`,
		shortLabel: labelIn(context, what),
		type: 'string',
		required: true,
		isFile: true,
	};
}

function inS3(address: string, label: string): FileToUpload {
	const [, bucket = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/is.exec(address) ?? [];
	return objectInS3({
		bucketName: checkText(bucket, `${label}: bucket`, { ...BUCKET_RULE, required: true }) ?? '',
		key: checkText(key, `${label}: key`, { ...KEY_RULE, required: true }) ?? '',
	});
}

/**
 * Where the file of a field is, by the look of its value: a web address, digits for a media ID,
 * s3://bucket/key for an object in S3, and else the name of an input field, or the file itself.
 */
function fileIn(form: Form, id: string, { message }: SendContext): MediaSource {
	const label = form.label(id);
	const value = form.raw(id);
	const text =
		typeof value === 'object' && value !== null ? undefined : textOf(value, label).trim();
	if (text === '') {
		throw new FieldError(
			`'${label}' is empty`,
			'Enter a link, a media ID, or the name of the input field that contains the file.',
		);
	}
	if (text !== undefined && looksLikeLink(text)) return linkedFile(text, label);
	if (text !== undefined && /^s3:\/\//i.test(text)) return inS3(text, label);
	if (text !== undefined && /^\d{5,100}$/.test(text)) return { from: 'mediaId', id: text };
	const bucketName = form.raw(BUCKET_FIELD.id);
	if (textOf(bucketName, BUCKET_FIELD.shortLabel).trim() === '') {
		throw new FieldError(
			`'${BUCKET_FIELD.shortLabel}' is empty`,
			`'${label}' is an input file, which is sent to WhatsApp via S3. Enter the name of a bucket.`,
		);
	}
	return binaryInput(text ?? value, label, message.overlay({ bucketName }));
}

/** The media object of a template's field. */
export function mediaIn(
	kind: MediaKind,
	form: Form,
	id: string,
	sending: SendContext,
	otherKeys?: (name: NameFacts) => IDataObject,
): IDataObject | PendingFile {
	return mediaObject(kind, fileIn(form, id, sending), otherKeys);
}

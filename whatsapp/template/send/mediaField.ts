import { emptyField } from '../../../form/fieldError';
import type { Form } from '../../../form/form';
import { looksLikeLink } from '../../../form/link';
import { checkText, textOf } from '../../../form/rule';
import { BUCKET_RULE, KEY_RULE } from '../../../form/s3File';
import { text as textField } from '../../../form/texts';
import {
	binaryInput,
	linkedFile,
	objectInS3,
	type FileToUpload,
	type MediaSource,
} from '../../media/fileSource';
import { hasBucket, NAME_A_BUCKET } from '../../media/bucket';
import { asked, askedAs, type Names, type SendContext, type TemplateField } from './component';

/** The bucket of all files of the template. No variable can be called so. */
export const bucket = askedAs(
	textField('S3 Bucket', 'bucketName'),
	'S3 bucket: only for files from an input field',
);

function inS3(address: string, label: string): FileToUpload {
	const [, bucketName = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/is.exec(address) ?? [];
	return objectInS3({
		bucketName: checkText(bucketName, `${label}: bucket`, { ...BUCKET_RULE, required: true }) ?? '',
		key: checkText(key, `${label}: key`, { ...KEY_RULE, required: true }) ?? '',
	});
}

/**
 * Where the file of a field is, by the look of its value: a URL, digits for a media ID,
 * s3://bucket/key for an object in S3, and else the name of an input field, or the file itself.
 */
function fileIn(value: unknown, label: string, form: Form, { message }: SendContext): MediaSource {
	const text =
		typeof value === 'object' && value !== null ? undefined : textOf(value, label).trim();
	if (text === '') {
		throw emptyField(
			label,
			'Enter a link, a media ID, or the name of the input field that contains the file.',
		);
	}
	if (text !== undefined && looksLikeLink(text)) return linkedFile(text, label);
	if (text !== undefined && /^s3:\/\//i.test(text)) return inS3(text, label);
	if (text !== undefined && /^\d{5,100}$/.test(text)) return { from: 'mediaId', id: text };
	const bucketName = bucket.of(form);
	const files = bucketName.trim() === '' ? message : message.overlay({ bucketName });
	if (!hasBucket(files)) {
		throw emptyField(
			form.label(bucket),
			`'${label}' is an input file, which is sent to WhatsApp via S3. ${NAME_A_BUCKET}`,
		);
	}
	return binaryInput(text ?? value, label, files);
}

/** A field for a file, whose place depends on the whole message if it is one of the input. */
export const mediaField = ([displayName, name]: Names): TemplateField<
	(sending: SendContext) => MediaSource
> => {
	const { property } = textField(displayName, name, { required: true });
	return asked(
		{
			property,
			of: (form) => (sending) =>
				fileIn(form.raw({ property }), form.label({ property }), form, sending),
		},
		{
			about: 'link, media ID, s3://bucket/key, or name of the input field with the file',
			isFile: true,
		},
	);
};

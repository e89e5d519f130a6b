import { flag } from '../../form/choices';
import type { Form } from '../../form/form';
import { BUCKET_RULE, KEY_PREFIX_RULE } from '../../form/s3File';
import { id } from '../../form/texts';

export const bucket = id('Bucket Name', 'bucketName', {
	rule: BUCKET_RULE,
	required: true,
	example: 'my-whatsapp-media',
	description:
		'S3 bucket that holds the file temporarily. It must be in the same AWS account and region as the WhatsApp Business Account.',
});

export const keyPrefix = id('S3 Key Prefix', 'keyPrefix', {
	rule: KEY_PREFIX_RULE,
	example: 'whatsapp/',
	description:
		'Added before the name of the object in S3. Without it, the object is stored at the root of the bucket.',
});

const KEEP = {
	default: true,
	description:
		'Whether to keep the copy of the file in the S3 bucket instead of deleting it after use',
};

export const keepS3Object = flag('Keep S3 Object', 'keepS3Object', KEEP);

/** The same where copies are kept by default. */
export const keepS3ObjectByDefault = flag('Keep S3 Object', 'keepS3Object', {
	...KEEP,
	whenMissing: true,
});

/** The place in S3 through which files travel, and whether their copies stay there. */
export interface Transit {
	bucketName: string;
	keyPrefix: string;
	keep: boolean;
}

/** @throws FieldError naming the field and the limit */
export const transitOf = (form: Form, keep = keepS3Object): Transit => ({
	bucketName: bucket.of(form),
	keyPrefix: keyPrefix.of(form.options) ?? '',
	keep: keep.of(form.options),
});

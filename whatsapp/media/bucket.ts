import { flag } from '../../form/choices';
import type { Field } from '../../form/field';
import { emptyField } from '../../form/fieldError';
import type { Form } from '../../form/form';
import { BUCKET_RULE, KEY_PREFIX_RULE } from '../../form/s3File';
import { id } from '../../form/texts';

const bucketName = id('Bucket Name', 'bucketName', {
	rule: BUCKET_RULE,
	example: 'my-whatsapp-media',
	description:
		"S3 bucket that holds the file temporarily, in the same AWS account and region as the WhatsApp Business Account. Defaults to the 'Bucket Name' of the AWS credential.",
});

/** What to do where neither the panel nor the credential names a bucket. */
export const NAME_A_BUCKET =
	"Enter the name of an S3 bucket here, or once for all nodes in the AWS credential, as 'Bucket Name'.";

/** The bucket of a form, which has that of the credential where it is left empty. */
export const bucket: Field<string> = {
	...bucketName,
	of: (form) => {
		const name = bucketName.of(form);
		if (name !== undefined) return name;
		throw emptyField(form.label(bucketName), NAME_A_BUCKET);
	},
};

export const hasBucket = (form: Form): boolean => bucketName.of(form) !== undefined;

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

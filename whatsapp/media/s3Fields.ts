import { flag } from '../../form/choices';
import { BUCKET_RULE, KEY_PREFIX_RULE } from '../../form/s3File';
import { id } from '../../form/texts';

export const bucketName = id('Bucket Name', 'bucketName', {
	rule: BUCKET_RULE,
	required: true,
	example: 'my-whatsapp-media',
	description:
		'S3 bucket through which the file travels. It has to be in the same AWS account and region as the WhatsApp Business Account.',
});

export const keyPrefix = id('S3 Key Prefix', 'keyPrefix', {
	rule: KEY_PREFIX_RULE,
	example: 'whatsapp/',
	description:
		'Put in front of the name of the object in S3. Without it the object lies at the top of the bucket.',
});

export const keepS3Object = flag('Keep S3 Object', 'keepS3Object', {
	default: true,
	description:
		'Whether the copy of the file in the S3 bucket is kept, instead of removed after use',
});

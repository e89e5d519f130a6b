import type { TextRule } from './rule';

/** An object in S3, named as the Social Messaging API names it. */
export interface S3File {
	bucketName: string;
	key: string;
}

export const BUCKET_RULE: TextRule = {
	minLength: 3,
	maxLength: 63,
	by: 'Amazon S3',
	pattern: /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
	format: 'the name of an S3 bucket: lowercase letters, digits, periods and hyphens',
};

/** S3's limit of a key. */
const MAX_KEY_BYTES = 1024;

export const KEY_RULE: TextRule = {
	maxBytes: MAX_KEY_BYTES,
	by: 'Amazon S3',
	// URLs lose such segments on their way, and S3 would be asked for another object.
	pattern: /^(?!(.*\/)?\.{1,2}(\/|$))/s,
	format: 'an object key without the segments "." and ".."',
	inAddress: true,
};

/** The longest name that a file of the input has in S3. */
export const MAX_STAGED_NAME_BYTES = 200;

/** Leaves room for what follows it: a unique part of 37 bytes, and a file name. */
export const KEY_PREFIX_RULE: TextRule = { ...KEY_RULE, maxBytes: 780, by: 'this node' };

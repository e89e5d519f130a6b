import { AwsError } from '../http/aws-error.mts';
import { splitUrl } from '../http/url.mts';

export interface ObjectAddress {
	bucket: string;
	key: string;
}

/** S3 reads a plus sign in a path as a space, as old web forms do. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text.replace(/\+/g, ' '));
	} catch {
		throw new AwsError(400, 'InvalidURI', "Couldn't parse the specified URI.");
	}
}

/** `<bucket>.s3.<region>.amazonaws.com` names the bucket; every other host leaves it to the path. */
function bucketOfHost(host: string): string | undefined {
	return /^(.+)\.s3[.-]/.exec(host)?.[1];
}

export function parseObjectUrl(url: string, host = ''): ObjectAddress {
	const path = splitUrl(url).path.slice(1);
	const bucketInHost = bucketOfHost(host);
	if (bucketInHost !== undefined) return { bucket: bucketInHost, key: decode(path) };
	const slash = path.indexOf('/');
	return slash < 0
		? { bucket: decode(path), key: '' }
		: { bucket: decode(path.slice(0, slash)), key: decode(path.slice(slash + 1)) };
}

/** Everything but the unreserved characters is escaped, so that every key survives a URL. */
export function encodeKey(key: string): string {
	return encodeURIComponent(key)
		.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
		.replace(/%2F/g, '/');
}

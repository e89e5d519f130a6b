import { AwsError } from '../http/aws-error.mts';
import type { XmlContent } from '../http/xml.mts';
import type { ObjectStore, StoredObject } from './object-store.mts';
import { encodeKey } from './object-url.mts';

type Entry = { key: string; object: StoredObject } | { commonPrefix: string };

const nameOf = (entry: Entry): string => ('key' in entry ? entry.key : entry.commonPrefix);

const tokenFor = (name: string): string => Buffer.from(`after:${name}`).toString('base64');

function nameInToken(token: string): string {
	const text = Buffer.from(token, 'base64').toString();
	if (!text.startsWith('after:'))
		throw new AwsError(400, 'InvalidArgument', 'The continuation token provided is incorrect');
	return text.slice('after:'.length);
}

/** Keys under the prefix, those with a delimiter further on folded into one common prefix each. */
function entriesOf(
	objects: Array<[string, StoredObject]>,
	prefix: string,
	delimiter: string,
): Entry[] {
	const entries = new Map<string, Entry>();
	for (const [key, object] of objects) {
		if (!key.startsWith(prefix)) continue;
		const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
		const entry: Entry =
			cut < 0 ? { key, object } : { commonPrefix: key.slice(0, cut + delimiter.length) };
		entries.set(nameOf(entry), entry);
	}
	return [...entries.values()];
}

/** As S3 tells times in a listing: to the second, though in a format that has room for more. */
const wholeSeconds = (time: Date): string =>
	new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString();

/** The content of a ListObjectsV2 answer. */
export function listObjects(
	store: ObjectStore,
	bucket: string,
	query: Record<string, string>,
): { [name: string]: XmlContent | XmlContent[] | undefined } {
	const { prefix = '', delimiter = '' } = query;
	const token = query['continuation-token'];
	const after = token === undefined ? (query['start-after'] ?? '') : nameInToken(token);
	const maxKeys = Math.min(Number(query['max-keys'] ?? 1000), 1000);
	if (!Number.isInteger(maxKeys) || maxKeys < 0)
		throw new AwsError(
			400,
			'InvalidArgument',
			'Provided max-keys not an integer or within integer range',
		);

	const remaining = entriesOf(store.list(bucket), prefix, delimiter).filter(
		(entry) => Buffer.compare(Buffer.from(nameOf(entry)), Buffer.from(after)) > 0,
	);
	const page = remaining.slice(0, maxKeys);
	const last = page.at(-1);
	const isTruncated = remaining.length > page.length && last !== undefined;
	const shown = (name: string): string =>
		query['encoding-type'] === 'url' ? encodeKey(name) : name;

	return {
		Name: bucket,
		Prefix: shown(prefix),
		Delimiter: delimiter === '' ? undefined : shown(delimiter),
		MaxKeys: maxKeys,
		EncodingType: query['encoding-type'],
		KeyCount: page.length,
		IsTruncated: isTruncated,
		ContinuationToken: token,
		NextContinuationToken: isTruncated ? tokenFor(nameOf(last)) : undefined,
		Contents: page.flatMap((entry) =>
			'key' in entry
				? [
						{
							Key: shown(entry.key),
							LastModified: wholeSeconds(entry.object.lastModified),
							ETag: `"${entry.object.md5}"`,
							Size: entry.object.size,
							StorageClass: 'STANDARD',
						},
					]
				: [],
		),
		CommonPrefixes: page.flatMap((entry) =>
			'commonPrefix' in entry ? [{ Prefix: shown(entry.commonPrefix) }] : [],
		),
	};
}

import { withDocuments } from './blob.mts';

/** A request as it goes over the wire, in a form that two implementations can be compared in. */
export interface WireRequest {
	method: string;
	path: string;
	/** Decoded, sorted by name. */
	query: Array<[name: string, value: string]>;
	contentType: string | undefined;
	/** The JSON document, blobs decoded as well; undefined where no body is sent. */
	body: unknown;
}

export const sortedQuery = (query: Record<string, string>): WireRequest['query'] =>
	Object.entries(query).sort(([a], [b]) => a.localeCompare(b));

/** Stands for what the node makes up each time: the unique part of an object's key in S3. */
export const UNIQUE = '<unique>';
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

const withoutUnique = (member: string, value: unknown): unknown =>
	member === 'key' && typeof value === 'string' ? value.replace(UUID, UNIQUE) : value;

export function wireRequest(
	{ method, path, query }: { method: string; path: string; query: Record<string, string> },
	contentType: string | undefined,
	body: string,
): WireRequest {
	return {
		method,
		path,
		query: sortedQuery(query),
		contentType,
		body: body === '' ? undefined : withDocuments(JSON.parse(body, withoutUnique) as object),
	};
}

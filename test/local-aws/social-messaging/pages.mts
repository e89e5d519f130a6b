import { createHmac } from 'node:crypto';
import { AwsError } from '../aws-error.mts';

const defaultPageSize = 25;

const seal = (listing: string, offset: number): string =>
	createHmac('sha256', listing).update(String(offset)).digest('base64url');

const tokenFor = (listing: string, offset: number): string =>
	Buffer.from(`${offset}.${seal(listing, offset)}`).toString('base64url');

function offsetOf(listing: string, token: string): number {
	const offset = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
	if (token !== tokenFor(listing, offset))
		throw new AwsError(400, 'ValidationException', 'The nextToken is not valid.');
	return offset;
}

/** One page of a list. A token is only good for the list that gave it. */
export function pageOf<T>(
	listing: string,
	items: readonly T[],
	{
		nextToken,
		maxResults = defaultPageSize,
	}: { nextToken: string | undefined; maxResults: number | undefined },
): { items: T[]; nextToken?: string } {
	const start = nextToken === undefined ? 0 : offsetOf(listing, nextToken);
	const end = start + maxResults;
	return {
		items: items.slice(start, end),
		...(end < items.length ? { nextToken: tokenFor(listing, end) } : {}),
	};
}

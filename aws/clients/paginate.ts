import { grouped } from '../../form/counts';
import { UnusableResponse } from '../errors/errors';

/** One page of a list, with the token of the next one if there is any. */
export interface Page<T> {
	elements: T[];
	nextToken?: string;
}

/** @param wanted how many elements are still of use, at least one */
type FetchPage<T> = (nextToken: string | undefined, wanted: number) => Promise<Page<T>>;

/**
 * AWS may give a page without elements and still have more. So many of them in a row are no list any
 * more, however new their tokens are.
 */
const MOST_PAGES_WITH_NOTHING_NEW = 3;

/**
 * The elements of a list, page after page, asking for no more pages than are needed.
 *
 * @param limit number of elements after which no further page is fetched
 * @throws UnusableResponse when the pages bring nothing new, so that it would never end
 */
export async function elementsOf<T>(fetchPage: FetchPage<T>, limit = Infinity): Promise<T[]> {
	const all: T[] = [];
	const seenTokens = new Set<string>();
	const seenElements = new Set<string>();
	let idlePages = 0;
	let token: string | undefined;
	for (;;) {
		const { elements, nextToken } = await fetchPage(token, limit - all.length);
		all.push(...elements);
		if (nextToken === undefined || all.length >= limit) return all.slice(0, limit);
		const known = seenElements.size;
		for (const element of elements) seenElements.add(JSON.stringify(element));
		idlePages = seenElements.size === known ? idlePages + 1 : 0;
		if (seenTokens.has(nextToken) || idlePages >= MOST_PAGES_WITH_NOTHING_NEW) {
			throw new UnusableResponse(
				`a list without an end: after ${grouped(all.length)} entries, its pages contain nothing new`,
			);
		}
		seenTokens.add(nextToken);
		token = nextToken;
	}
}

import { UnusableResponse } from '../transport/errors';

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
 * The pages of a list, one after the other, until there are no more or the limit is reached.
 *
 * @param limit number of elements after which no further page is fetched
 * @throws UnusableResponse when the pages bring nothing new, so that it would never end
 */
async function* paginate<T>(fetchPage: FetchPage<T>, limit: number): AsyncGenerator<T[]> {
	const seenTokens = new Set<string>();
	const seenElements = new Set<string>();
	let count = 0;
	let idlePages = 0;
	let token: string | undefined;
	do {
		const { elements, nextToken } = await fetchPage(token, limit - count);
		yield elements;
		count += elements.length;
		const known = seenElements.size;
		for (const element of elements) seenElements.add(JSON.stringify(element));
		idlePages = seenElements.size === known ? idlePages + 1 : 0;
		token = count < limit ? nextToken : undefined;
		if (token === undefined) return;
		if (seenTokens.has(token) || idlePages >= MOST_PAGES_WITH_NOTHING_NEW) {
			throw new UnusableResponse(
				`a list without an end: after ${count} entries, its pages contain nothing new`,
			);
		}
		seenTokens.add(token);
	} while (token !== undefined);
}

/**
 * The elements of a list, asking for no more pages than are needed.
 *
 * @throws UnusableResponse when the pages bring nothing new, so that it would never end
 */
export async function elementsOf<T>(fetchPage: FetchPage<T>, limit = Infinity): Promise<T[]> {
	const all: T[] = [];
	for await (const page of paginate(fetchPage, limit)) all.push(...page);
	return all.slice(0, limit);
}

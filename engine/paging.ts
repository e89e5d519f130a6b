import type { IDataObject } from 'n8n-workflow';
import { limit, returnAll } from './fields/list';
import type { ItemRequest } from './itemRequest';
import { UnusableResponse } from '../aws/transport/errors';
import type { Operation } from './operation';
import type { Task } from './result';

/** AWS's limit for `maxResults` on every list of the service. */
export const LARGEST_PAGE = 100;

/** What asks for a page; an object type, so that it can be a query or a body. */
export type Page = { maxResults: number; nextToken?: string };

type FetchPage = (page: Page) => Promise<IDataObject>;

/**
 * AWS may give a page without elements and still have more. So many of them in a row are no list any
 * more, however new their tokens are.
 */
const MOST_PAGES_WITH_NOTHING_NEW = 3;

/**
 * The elements of a list, page after page, asking for no more than are wanted.
 *
 * @throws UnusableResponse when the pages bring nothing new, so that it would never end
 */
export async function followPages(
	fetchPage: FetchPage,
	listOf: string,
	limit = Infinity,
): Promise<IDataObject[]> {
	const elements: IDataObject[] = [];
	const seenTokens = new Set<string>();
	const seenElements = new Set<string>();
	let idlePages = 0;
	for (let nextToken: string | undefined; ; ) {
		const maxResults = Math.min(LARGEST_PAGE, limit - elements.length);
		const page = await fetchPage(nextToken ? { maxResults, nextToken } : { maxResults });
		const found = Array.isArray(page[listOf]) ? (page[listOf] as IDataObject[]) : [];
		const known = seenElements.size;
		for (const element of found) seenElements.add(JSON.stringify(element));
		idlePages = seenElements.size === known ? idlePages + 1 : 0;
		elements.push(...found);
		const following = typeof page.nextToken === 'string' ? page.nextToken : '';
		if (following === '' || elements.length >= limit) return elements.slice(0, limit);
		if (seenTokens.has(following) || idlePages >= MOST_PAGES_WITH_NOTHING_NEW) {
			throw new UnusableResponse(
				`a list that does not end: after ${elements.length} entries its pages bring nothing new`,
			);
		}
		seenTokens.add(following);
		nextToken = following;
	}
}

/** How many elements the form asks for: 'Return All' or 'Limit'. */
export function wantedElements({ form }: ItemRequest): number {
	return returnAll.of(form) ? Infinity : limit.of(form);
}

/** The plan of every list operation: follow the pages of the operation's own request. */
export function listPlan(
	call: ItemRequest,
	{ member, element }: NonNullable<Operation['list']>,
): Task<IDataObject[]> {
	const limit = wantedElements(call);
	const { method, qs, body } = call.request;
	return async () => {
		const elements = await followPages(
			async (page) =>
				await call.send(
					method === 'GET' ? { qs: { ...qs, ...page } } : { body: { ...body, ...page } },
				),
			member,
			limit,
		);
		return element ? elements.map((each) => element(each, call.form)) : elements;
	};
}

import type { IDataObject } from 'n8n-workflow';
import type { Call } from './call';
import type { Work } from './lane';
import type { Operation } from './operation';

/** AWS's limit for `maxResults` on every list of the service. */
export const LARGEST_PAGE = 100;

/** What asks for a page; an object type, so that it can be a query or a body. */
export type Page = { maxResults: number; nextToken?: string };

type FetchPage = (page: Page) => Promise<IDataObject>;

/** The elements of a list, page after page, asking for no more than are wanted. */
export async function followPages(
	fetchPage: FetchPage,
	listOf: string,
	limit = Infinity,
): Promise<IDataObject[]> {
	const elements: IDataObject[] = [];
	let nextToken: string | undefined;
	do {
		const maxResults = Math.min(LARGEST_PAGE, limit - elements.length);
		const page = await fetchPage(nextToken ? { maxResults, nextToken } : { maxResults });
		const found = page[listOf];
		if (Array.isArray(found)) elements.push(...(found as IDataObject[]));
		const following = typeof page.nextToken === 'string' ? page.nextToken : undefined;
		if (following && following === nextToken)
			throw new Error('AWS gave the same page of the list twice');
		nextToken = following;
	} while (nextToken && elements.length < limit);
	return elements.slice(0, limit);
}

/** How many elements the form asks for: 'Return All' or 'Limit'. */
export function wantedElements({ form }: Call): number {
	if (form.flag('returnAll')) return Infinity;
	return form.number('limit', { min: 1, max: Number.MAX_SAFE_INTEGER, fallback: 50 });
}

/** The plan of every list operation: follow the pages of the operation's own request. */
export function listPlan(
	call: Call,
	{ member, element }: NonNullable<Operation['list']>,
): Work<IDataObject[]> {
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

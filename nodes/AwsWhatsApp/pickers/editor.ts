import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { serviceUrl } from '../../../aws/endpoints';
import type { ServiceRequest } from '../request/call';
import { exchange, jsonBody } from '../request/exchange';
import { nodeErrorOf } from '../request/errors';
import { followPages, LARGEST_PAGE, type Page } from '../request/paging';
import { withRetry } from '../request/retry';

/** Reads from the service on behalf of the editor. */
export async function fetchForEditor(
	context: ILoadOptionsFunctions,
	request: ServiceRequest,
): Promise<IDataObject> {
	try {
		return await withRetry(context, 'read', async (sessionSince) =>
			jsonBody(
				await exchange(context, {
					...request,
					sessionSince,
					url: `${serviceUrl('social-messaging')}${request.url}`,
				}),
			),
		);
	} catch (failure) {
		throw nodeErrorOf(failure, { node: context.getNode(), itemIndex: 0 });
	}
}

/** The business account that is chosen in the panel, whose things are to be listed. */
export function chosenBusinessAccount(context: ILoadOptionsFunctions): string {
	const id = context.getCurrentNodeParameter('businessAccountId', { extractValue: true });
	// An expression that has no value yet comes as it is written.
	if (typeof id === 'string' && id !== '' && !id.startsWith('=')) return id;
	throw new NodeOperationError(context.getNode(), "'Business Account' is not chosen yet", {
		description: 'Choose the business account first, then open this list again.',
	});
}

/** Entries whose name or value holds the text that the user typed. */
export function matching(
	entries: INodeListSearchItems[],
	filter: string | undefined,
): INodeListSearchItems[] {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return entries.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted));
}

export const byName = (a: INodeListSearchItems, b: INodeListSearchItems) =>
	a.name.localeCompare(b.name);

interface LongList {
	request: (businessAccountId: string, page: Page) => ServiceRequest;
	/** The member of the answer that holds the elements. */
	listOf: string;
	entry: (element: IDataObject) => INodeListSearchItems;
}

/**
 * The search of a list of the chosen business account that may be long: page by page as the user
 * scrolls, and as a whole when the user searches, since AWS cannot search it.
 */
export function searchOf({ request, listOf, entry }: LongList) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: unknown,
	): Promise<INodeListSearchResult> {
		const id = chosenBusinessAccount(this);
		const fetchPage = async (page: Page) => await fetchForEditor(this, request(id, page));
		if (filter?.trim()) {
			const elements = await followPages(fetchPage, listOf);
			return { results: matching(elements.map(entry), filter).sort(byName) };
		}
		const page: Page = { maxResults: LARGEST_PAGE };
		if (typeof paginationToken === 'string') page.nextToken = paginationToken;
		const { [listOf]: elements, nextToken } = await fetchPage(page);
		return {
			results: (Array.isArray(elements) ? (elements as IDataObject[]) : []).map(entry),
			...(typeof nextToken === 'string' ? { paginationToken: nextToken } : {}),
		};
	};
}

import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { AwsClient, type ServiceRequest } from '../../../aws/transport/client';
import { nodeErrorOf } from '../../../engine/errors';
import { followPages, LARGEST_PAGE, type Page } from '../../../engine/paging';

/** Nobody looks at a list that is still loading after this many ms. */
const TIMEOUT_MS = 15_000;

/** More entries than these nobody looks through, and AWS's quotas allow none. */
const MOST_SEARCHED = 5_000;

/** Reads from the service on behalf of the editor. */
export async function fetchForEditor(
	context: ILoadOptionsFunctions,
	request: ServiceRequest,
): Promise<IDataObject> {
	try {
		return await new AwsClient(context, { timeout: TIMEOUT_MS }).social(request, 'read');
	} catch (failure) {
		throw nodeErrorOf(failure, { node: context.getNode(), itemIndex: 0 });
	}
}

/** The value of a field of the panel, or undefined while it is empty or an expression without a value. */
export function chosenInPanel(context: ILoadOptionsFunctions, name: string): string | undefined {
	const value = context.getCurrentNodeParameter(name, { extractValue: true });
	// An expression that has no value yet comes as it is written.
	return typeof value === 'string' && value !== '' && !value.startsWith('=') ? value : undefined;
}

/** The business account of the phone number that is chosen in the panel. */
async function accountOfNumber(context: ILoadOptionsFunctions): Promise<string> {
	const id = chosenInPanel(context, 'originationPhoneNumberId');
	if (id === undefined) {
		throw new NodeOperationError(context.getNode(), "'Your Phone Number' is not chosen yet", {
			description: 'Choose your phone number first, then open this list again.',
		});
	}
	const { linkedWhatsAppBusinessAccountId } = await fetchForEditor(context, {
		method: 'GET',
		url: '/v1/whatsapp/waba/phone/details',
		qs: { id },
	});
	return String(linkedWhatsAppBusinessAccountId);
}

/**
 * The business account whose things are to be listed: the one that is chosen in the panel, or, where
 * messages are sent, that of the phone number.
 */
export async function chosenBusinessAccount(context: ILoadOptionsFunctions): Promise<string> {
	if (context.getCurrentNodeParameter('resource') === 'message') {
		return await accountOfNumber(context);
	}
	const id = chosenInPanel(context, 'businessAccountId');
	if (id !== undefined) return id;
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
	/** Which elements can be chosen; by default all. */
	isListed?: (element: IDataObject) => boolean;
}

/**
 * The search of a list of the chosen business account that may be long: page by page as the user
 * scrolls, and as a whole when the user searches, since AWS cannot search it.
 */
export function searchOf({ request, listOf, entry, isListed = () => true }: LongList) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: unknown,
	): Promise<INodeListSearchResult> {
		const id = await chosenBusinessAccount(this);
		const fetchPage = async (page: Page) => await fetchForEditor(this, request(id, page));
		if (filter?.trim()) {
			const elements = await followPages(fetchPage, listOf, MOST_SEARCHED);
			return { results: matching(elements.filter(isListed).map(entry), filter).sort(byName) };
		}
		const page: Page = { maxResults: LARGEST_PAGE };
		if (typeof paginationToken === 'string') page.nextToken = paginationToken;
		const { [listOf]: elements, nextToken } = await fetchPage(page);
		return {
			results: (Array.isArray(elements) ? (elements as IDataObject[]) : [])
				.filter(isListed)
				.map(entry),
			...(typeof nextToken === 'string' ? { paginationToken: nextToken } : {}),
		};
	};
}

import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';
import { alphabetically } from '../../form/order';
import type { PagedActionName } from '../../aws/clients/actions';
import { accountOfPhoneNumber, getPage, listAll } from '../../aws/clients/socialMessaging';
import { AwsClient } from '../../aws/transport/client';
import { nodeErrorOf } from '../../engine/errors';
import type { Field } from '../../form/field';
import { text } from '../../form/unknown';
import { businessAccount, originationPhoneNumber } from '../fields/locators';

/** Nobody looks at a list that is still loading after this many ms. */
const TIMEOUT_MS = 15_000;

/** More entries than these nobody looks through, and AWS's quotas allow none. */
const MOST_SEARCHED = 5_000;

export type EditorClient = AwsClient<ILoadOptionsFunctions>;

/** Reads from AWS on behalf of the editor; what goes wrong becomes n8n's error. */
export async function forEditor<T>(
	context: ILoadOptionsFunctions,
	read: (client: EditorClient) => Promise<T>,
): Promise<T> {
	try {
		return await read(new AwsClient(context, { timeout: TIMEOUT_MS }));
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

/** The value of a field that has to be chosen before a list can be opened. */
function chosenFirst({ context }: EditorClient, { property }: Field, what: string): string {
	const id = chosenInPanel(context, property.name);
	if (id !== undefined) return id;
	throw new NodeOperationError(context.getNode(), `'${property.displayName}' is not chosen yet`, {
		description: `Choose ${what} first, then open this list again.`,
	});
}

/**
 * The business account whose things are to be listed: the one that is chosen in the panel, or, where
 * messages are sent, that of the phone number.
 */
export async function chosenBusinessAccount(client: EditorClient): Promise<string> {
	if (client.context.getCurrentNodeParameter('resource') !== 'message') {
		return chosenFirst(client, businessAccount, 'the business account');
	}
	const id = chosenFirst(client, originationPhoneNumber, 'your phone number');
	return await accountOfPhoneNumber(client, id);
}

/** Entries whose name or value contains the text that the user typed, by name. */
function matching(entries: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return entries
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
		.sort((a, b) => alphabetically(a.name, b.name));
}

/** The search of a list that is short enough to be read as a whole. */
export const searchAll = (read: (client: EditorClient) => Promise<INodeListSearchItems[]>) =>
	async function (this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
		return { results: matching(await forEditor(this, read), filter) };
	};

interface LongList {
	action: PagedActionName;
	entry: (element: IDataObject) => INodeListSearchItems;
	/** Which elements can be chosen; by default all. */
	isListed?: (element: IDataObject) => boolean;
}

/**
 * The search of a list of the chosen business account that may be long: page by page as the user
 * scrolls, and as a whole when the user searches, since AWS cannot search it.
 */
export function searchOf({ action, entry, isListed = () => true }: LongList) {
	const entriesOf = (elements: IDataObject[]) => elements.filter(isListed).map(entry);

	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: unknown,
	): Promise<INodeListSearchResult> {
		return await forEditor(this, async (client) => {
			const members = { qs: { id: await chosenBusinessAccount(client) } };
			if (filter?.trim()) {
				const elements = await listAll(client, action, members, { limit: MOST_SEARCHED });
				return { results: matching(entriesOf(elements), filter) };
			}
			const { elements, nextToken } = await getPage(client, action, members, {
				nextToken: text(paginationToken),
			});
			return {
				results: entriesOf(elements),
				...(nextToken ? { paginationToken: nextToken } : {}),
			};
		});
	};
}

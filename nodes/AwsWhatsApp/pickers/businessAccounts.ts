import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { serviceUrl } from '../../../aws/endpoints';
import { exchange, jsonBody } from '../request/exchange';
import { nodeErrorOf } from '../request/errors';
import { followPages } from '../request/paging';
import { withRetry } from '../request/retry';

export interface AccountSummary {
	id: string;
	wabaName: string;
	wabaId: string;
}

/** Reads from the service on behalf of the editor. */
export async function fetchForEditor(
	context: ILoadOptionsFunctions,
	url: string,
	qs: IDataObject,
): Promise<IDataObject> {
	try {
		return await withRetry(context, 'read', async () =>
			jsonBody(
				await exchange(context, {
					method: 'GET',
					url: `${serviceUrl('social-messaging')}${url}`,
					qs,
				}),
			),
		);
	} catch (failure) {
		throw nodeErrorOf(failure, { node: context.getNode(), itemIndex: 0 });
	}
}

export async function linkedAccounts(context: ILoadOptionsFunctions): Promise<AccountSummary[]> {
	const accounts = await followPages(
		async (page) => await fetchForEditor(context, '/v1/whatsapp/waba/list', page),
		'linkedAccounts',
	);
	return accounts.map(({ id, wabaName, wabaId }) => ({
		id: String(id),
		wabaName: String(wabaName ?? ''),
		wabaId: String(wabaId ?? ''),
	}));
}

/** Entries whose name or value holds the text that the user typed, in alphabetical order. */
export function matching(
	entries: INodeListSearchResult['results'],
	filter: string | undefined,
): INodeListSearchResult {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return {
		results: entries
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}

export async function searchBusinessAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await linkedAccounts(this);
	return matching(
		accounts.map(({ id, wabaName, wabaId }) => ({ name: `${wabaName} (${wabaId})`, value: id })),
		filter,
	);
}

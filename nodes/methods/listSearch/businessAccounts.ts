import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { followPages } from '../../../engine/paging';
import { byName, fetchForEditor, matching } from './editor';

export interface AccountSummary {
	id: string;
	arn: string;
	wabaName: string;
	wabaId: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** All linked accounts: AWS allows 25 of them in a region. */
export async function linkedAccounts(context: ILoadOptionsFunctions): Promise<AccountSummary[]> {
	const accounts = await followPages(
		async (qs: IDataObject) =>
			await fetchForEditor(context, { method: 'GET', url: '/v1/whatsapp/waba/list', qs }),
		'linkedAccounts',
	);
	return accounts.map(({ id, arn, wabaName, wabaId }) => ({
		id: text(id),
		arn: text(arn),
		wabaName: text(wabaName),
		wabaId: text(wabaId),
	}));
}

export const accountName = ({ wabaName, wabaId }: AccountSummary) => `${wabaName} (${wabaId})`;

export async function searchBusinessAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await linkedAccounts(this);
	const entries = accounts.map((account) => ({ name: accountName(account), value: account.id }));
	return { results: matching(entries, filter).sort(byName) };
}

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listAll } from '../../../aws/clients/socialMessaging';
import { text } from '../../../form/unknown';
import { byName, forEditor, matching, type EditorClient } from './editor';

export interface AccountSummary {
	id: string;
	arn: string;
	wabaName: string;
	wabaId: string;
}

/** All linked accounts: AWS allows 25 of them in a region. */
export async function linkedAccounts(client: EditorClient): Promise<AccountSummary[]> {
	const accounts = await listAll(client, 'ListLinkedWhatsAppBusinessAccounts');
	return accounts.map(({ id, arn, wabaName, wabaId }) => ({
		id: text(id) ?? '',
		arn: text(arn) ?? '',
		wabaName: text(wabaName) ?? '',
		wabaId: text(wabaId) ?? '',
	}));
}

export const accountName = ({ wabaName, wabaId }: AccountSummary) => `${wabaName} (${wabaId})`;

export async function searchBusinessAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await forEditor(this, linkedAccounts);
	const entries = accounts.map((account) => ({ name: accountName(account), value: account.id }));
	return { results: matching(entries, filter).sort(byName) };
}

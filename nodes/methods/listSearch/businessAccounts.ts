import { listAll } from '../../../aws/clients/socialMessaging';
import { text } from '../../../form/unknown';
import { searchAll, type EditorClient } from './editor';

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

export const searchBusinessAccounts = searchAll(async (client) =>
	(await linkedAccounts(client)).map((account) => ({
		name: accountName(account),
		value: account.id,
	})),
);

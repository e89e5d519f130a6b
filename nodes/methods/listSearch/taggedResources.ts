import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { accountName, linkedAccounts } from './businessAccounts';
import { byName, forEditor, matching } from './editor';
import { allNumbers } from './phoneNumbers';

/** Everything that can have tags, by ARN: business accounts and phone numbers. */
export async function searchTaggedResources(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { accounts, numbers } = await forEditor(this, async (client) => {
		const linked = await linkedAccounts(client);
		return { accounts: linked, numbers: await allNumbers(client, linked) };
	});
	const entries = [
		...accounts.map((account) => ({
			name: `Business account: ${accountName(account)}`,
			value: account.arn,
		})),
		...numbers.map(({ name, arn }) => ({ name: `Phone number: ${name}`, value: arn })),
	];
	return { results: matching(entries, filter).sort(byName) };
}

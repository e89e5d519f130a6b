import { accountName, linkedAccounts } from './businessAccounts';
import { searchAll } from './editor';
import { allNumbers } from './phoneNumbers';

/** Everything that can have tags, by ARN: business accounts and phone numbers. */
export const searchTaggedResources = searchAll(async (client) => {
	const accounts = await linkedAccounts(client);
	const numbers = await allNumbers(client, accounts);
	return [
		...accounts.map((account) => ({
			name: `Business account: ${accountName(account)}`,
			value: account.arn,
		})),
		...numbers.map(({ name, arn }) => ({ name: `Phone number: ${name}`, value: arn })),
	];
});

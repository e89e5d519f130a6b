import { getBusinessAccount, listAll } from '../../../aws/clients/socialMessaging';
import { text } from '../../../form/unknown';
import { searchAll, type EditorClient } from '../editor';

/** All linked accounts: AWS allows 25 of them in a region. */
async function linkedAccounts(client: EditorClient) {
	const accounts = await listAll(client, 'ListLinkedWhatsAppBusinessAccounts');
	return accounts.map(({ id, arn, wabaName, wabaId }) => ({
		id: text(id) ?? '',
		arn: text(arn) ?? '',
		wabaName: text(wabaName) ?? '',
		name: `${text(wabaName) ?? ''} (${text(wabaId) ?? ''})`,
	}));
}

/** Every phone number of the accounts: AWS lists them only one account at a time. */
async function numbersOf(
	client: EditorClient,
	accounts: Awaited<ReturnType<typeof linkedAccounts>>,
) {
	const numbers = accounts.map(async ({ id, wabaName }) => {
		const { phoneNumbers } = await getBusinessAccount(client, id);
		return phoneNumbers.map(({ phoneNumberId, arn, ...number }) => ({
			id: text(phoneNumberId) ?? '',
			arn: text(arn) ?? '',
			name: `${number.displayPhoneNumber} - ${number.displayPhoneNumberName} (${wabaName})`,
		}));
	});
	return (await Promise.all(numbers)).flat();
}

export const searchBusinessAccounts = searchAll(async (client) => {
	const accounts = await linkedAccounts(client);
	return accounts.map(({ name, id }) => ({ name, value: id }));
});

/** Every phone number of every business account that the credential can see. */
export const searchPhoneNumbers = searchAll(async (client) => {
	const numbers = await numbersOf(client, await linkedAccounts(client));
	return numbers.map(({ name, id }) => ({ name, value: id }));
});

/** Everything that can have tags, by ARN: business accounts and phone numbers. */
export const searchTaggedResources = searchAll(async (client) => {
	const accounts = await linkedAccounts(client);
	const numbers = await numbersOf(client, accounts);
	return [
		...accounts.map(({ name, arn }) => ({ name: `Business account: ${name}`, value: arn })),
		...numbers.map(({ name, arn }) => ({ name: `Phone number: ${name}`, value: arn })),
	];
});

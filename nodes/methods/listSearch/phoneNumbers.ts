import { getBusinessAccount } from '../../../aws/clients/socialMessaging';
import { text } from '../../../form/unknown';
import { linkedAccounts, type AccountSummary } from './businessAccounts';
import { searchAll, type EditorClient } from './editor';

interface PhoneNumberSummary {
	id: string;
	arn: string;
	name: string;
}

/** AWS lists phone numbers only one business account at a time. */
async function numbersOf(
	client: EditorClient,
	{ id, wabaName }: AccountSummary,
): Promise<PhoneNumberSummary[]> {
	const { phoneNumbers } = await getBusinessAccount(client, id);
	return phoneNumbers.map(({ phoneNumberId, arn, ...number }) => ({
		id: text(phoneNumberId) ?? '',
		arn: text(arn) ?? '',
		name: `${number.displayPhoneNumber} - ${number.displayPhoneNumberName} (${wabaName})`,
	}));
}

export async function allNumbers(
	client: EditorClient,
	accounts: AccountSummary[],
): Promise<PhoneNumberSummary[]> {
	const numbers = await Promise.all(
		accounts.map(async (account) => await numbersOf(client, account)),
	);
	return numbers.flat();
}

/** Every phone number of every business account that the credential can see. */
export const searchPhoneNumbers = searchAll(async (client) =>
	(await allNumbers(client, await linkedAccounts(client))).map(({ name, id }) => ({
		name,
		value: id,
	})),
);

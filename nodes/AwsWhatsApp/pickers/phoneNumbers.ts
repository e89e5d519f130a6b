import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { fetchForEditor, linkedAccounts, matching, type AccountSummary } from './businessAccounts';

interface AccountDetails {
	phoneNumbers?: Array<{
		phoneNumberId: string;
		displayPhoneNumber: string;
		displayPhoneNumberName: string;
	}>;
}

/** AWS lists phone numbers only one business account at a time; an AWS account has at most 25. */
async function numbersOf(context: ILoadOptionsFunctions, { id, wabaName }: AccountSummary) {
	const { account } = await fetchForEditor(context, '/v1/whatsapp/waba/details', { id });
	const { phoneNumbers = [] } = (account ?? {}) as AccountDetails;
	return phoneNumbers.map(({ phoneNumberId, displayPhoneNumber, displayPhoneNumberName }) => ({
		name: `${displayPhoneNumber} - ${displayPhoneNumberName} (${wabaName})`,
		value: phoneNumberId,
	}));
}

/** Every phone number of every business account that the credential can see. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const accounts = await linkedAccounts(this);
	const numbers = await Promise.all(
		accounts.map(async (account) => await numbersOf(this, account)),
	);
	return matching(numbers.flat(), filter);
}

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { linkedAccounts, type AccountSummary } from './businessAccounts';
import { byName, fetchForEditor, matching } from './editor';

interface PhoneNumberSummary {
	phoneNumberId: string;
	arn: string;
	displayPhoneNumber: string;
	displayPhoneNumberName: string;
}

interface AccountDetails {
	phoneNumbers?: PhoneNumberSummary[];
}

/** AWS lists phone numbers only one business account at a time. */
async function numbersOf(
	context: ILoadOptionsFunctions,
	{ id, wabaName }: AccountSummary,
): Promise<Array<PhoneNumberSummary & { name: string }>> {
	const { account } = await fetchForEditor(context, {
		method: 'GET',
		url: '/v1/whatsapp/waba/details',
		qs: { id },
	});
	const { phoneNumbers = [] } = (account ?? {}) as AccountDetails;
	return phoneNumbers.map((number) => ({
		...number,
		name: `${number.displayPhoneNumber} - ${number.displayPhoneNumberName} (${wabaName})`,
	}));
}

export async function allNumbers(context: ILoadOptionsFunctions, accounts: AccountSummary[]) {
	const numbers = await Promise.all(
		accounts.map(async (account) => await numbersOf(context, account)),
	);
	return numbers.flat();
}

/** Every phone number of every business account that the credential can see. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const numbers = await allNumbers(this, await linkedAccounts(this));
	const entries = numbers.map(({ name, phoneNumberId: value }) => ({ name, value }));
	return { results: matching(entries, filter).sort(byName) };
}

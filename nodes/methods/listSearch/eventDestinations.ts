import { getBusinessAccount } from '../../../aws/clients/socialMessaging';
import { chosenBusinessAccount, searchAll } from './editor';

/** Where the events of the chosen business account go now: what a new destination would replace. */
export const searchEventDestinations = searchAll(async (client) => {
	const account = await getBusinessAccount(client, await chosenBusinessAccount(client));
	return account.eventDestinations.map(({ eventDestinationArn }) => ({
		name: String(eventDestinationArn),
		value: String(eventDestinationArn),
	}));
});

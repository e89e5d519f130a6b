import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getBusinessAccount } from '../../../aws/clients/socialMessaging';
import { chosenBusinessAccount, forEditor, matching } from './editor';

/** Where the events of the chosen business account go now: what a new destination would replace. */
export async function searchEventDestinations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { eventDestinations } = await forEditor(
		this,
		async (client) => await getBusinessAccount(client, await chosenBusinessAccount(client)),
	);
	const entries = eventDestinations.map(({ eventDestinationArn }) => ({
		name: String(eventDestinationArn),
		value: String(eventDestinationArn),
	}));
	return { results: matching(entries, filter) };
}

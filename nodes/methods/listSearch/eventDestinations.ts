import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { chosenBusinessAccount, fetchForEditor, matching } from './editor';

/** Where the events of the chosen business account go now: what a new destination would replace. */
export async function searchEventDestinations(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { account } = await fetchForEditor(this, {
		method: 'GET',
		url: '/v1/whatsapp/waba/details',
		qs: { id: await chosenBusinessAccount(this) },
	});
	const { eventDestinations = [] } = (account ?? {}) as { eventDestinations?: IDataObject[] };
	const entries = eventDestinations.map(({ eventDestinationArn }) => ({
		name: String(eventDestinationArn),
		value: String(eventDestinationArn),
	}));
	return { results: matching(entries, filter) };
}

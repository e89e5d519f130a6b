import type { IDataObject } from 'n8n-workflow';

/** AWS gives the date of linking as seconds since 1970; n8n's users expect ISO 8601. */
export function withIsoDate(account: IDataObject): IDataObject {
	const { linkDate } = account;
	return typeof linkDate === 'number'
		? { ...account, linkDate: new Date(linkDate * 1000).toISOString() }
		: account;
}

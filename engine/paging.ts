import type { IDataObject } from 'n8n-workflow';
import type { PagedActionName } from '../aws/clients/actions';
import { listAll } from '../aws/clients/socialMessaging';
import { limit, returnAll } from './fields';
import type { ItemRequest } from './itemRequest';
import type { Operation } from './operation';
import type { Task } from './memory';

/** How many elements the form asks for: 'Return All' or 'Limit'. */
export function wantedElements({ form }: ItemRequest): number {
	return returnAll.of(form) ? Infinity : limit.of(form);
}

/** The task of every list operation: to follow the pages of the operation's own request. */
export function listTask(
	item: ItemRequest,
	action: PagedActionName,
	element: Operation['element'],
): Task<IDataObject[]> {
	const limit = wantedElements(item);
	return async () => {
		const elements = await listAll(item, action, item.request, { limit, step: item.own });
		return element ? elements.map((each) => element(each, item.form)) : elements;
	};
}

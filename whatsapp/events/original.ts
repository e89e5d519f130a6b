import type { GenericValue, IDataObject } from 'n8n-workflow';
import type { Change } from './change';
import { isRecord, known } from '../../form/unknown';

/** What came, as it goes into an item. */
function asGiven(value: unknown): GenericValue {
	switch (typeof value) {
		case 'object':
		case 'string':
		case 'number':
		case 'boolean':
			return value;
		default:
			return null;
	}
}

/**
 * What came of an event, so that of a post nothing is in no item: the part of it that is the event, as it
 * came, and in its member `webhook` what stood around that part. Parts with items of their own are not
 * repeated. A part that is no object, or has a member of that name, is the member `value`.
 *
 * @param beside what stood beside the part in the value of the change
 */
export function originalOf({ around }: Change, part: unknown, beside?: IDataObject): GenericValue {
	const webhook = known({ ...around, value: beside && known(beside) });
	if (webhook === undefined) return asGiven(part);
	return isRecord(part) && !Object.hasOwn(part, 'webhook')
		? { ...part, webhook }
		: { value: asGiven(part), webhook };
}

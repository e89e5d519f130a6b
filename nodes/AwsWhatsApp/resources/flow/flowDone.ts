import type { IDataObject } from 'n8n-workflow';
import type { ItemRequest } from '../../../../engine/itemRequest';

/** AWS answers with nothing, so the result says what was touched. */
export function flowDone(_answer: IDataObject, { request: { body } }: ItemRequest): IDataObject {
	return { success: true, businessAccountId: body.id, flowId: body.flowId };
}

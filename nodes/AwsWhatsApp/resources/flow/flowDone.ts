import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../request/call';

/** AWS answers with nothing, so the result says what was touched. */
export function flowDone(_answer: IDataObject, { request: { body } }: Call): IDataObject {
	return { success: true, businessAccountId: body.id, flowId: body.flowId };
}

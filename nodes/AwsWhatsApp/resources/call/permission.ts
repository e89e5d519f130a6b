import type { IDataObject } from 'n8n-workflow';
import { list, record } from '../../../../form/unknown';

/** The permission in one level, its end as ISO 8601 and every action as a yes or no. */
export function simplePermission(answer: IDataObject): IDataObject {
	const { status, expirationTime } = record(answer.permission);
	const actions = list(answer.actions).map(record);
	const allowed = (action: string) =>
		actions.some((each) => each.actionName === action && each.canPerformAction === true);
	return {
		status,
		expirationTime:
			typeof expirationTime === 'number'
				? new Date(expirationTime * 1000).toISOString()
				: undefined,
		canStartCall: allowed('start_call'),
		canRequestPermission: allowed('send_call_permission_request'),
	};
}

import type { IDataObject } from 'n8n-workflow';

interface Permission {
	permission?: { status?: string; expirationTime?: number };
	actions?: Array<{ actionName?: string; canPerformAction?: boolean }>;
}

/** The permission in one level, its end as ISO 8601 and every action as a yes or no. */
export function simplePermission(answer: IDataObject): IDataObject {
	const { permission = {}, actions = [] } = answer as Permission;
	const { status, expirationTime } = permission;
	const allowed = (action: string) =>
		actions.some(({ actionName, canPerformAction }) => actionName === action && canPerformAction);
	return {
		status,
		expirationTime:
			expirationTime === undefined ? undefined : new Date(expirationTime * 1000).toISOString(),
		canStartCall: allowed('start_call'),
		canRequestPermission: allowed('send_call_permission_request'),
	};
}

import { optionalBody } from './headerBodyFooter';
import type { InteractiveType } from './interactiveType';

export const callPermissionRequest: InteractiveType = {
	name: 'Call Permission Request',
	value: 'call_permission_request',
	description:
		'Asks the customer whether you may call. At most 1 a day and 2 in 7 days per customer.',
	body: optionalBody,
	fields: [],
	action: () => ({ name: 'call_permission_request' }),
};

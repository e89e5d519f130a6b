import type { Resource } from '../../../../engine/operation';
import { markAsRead } from './markAsRead.operation';
import { send } from './send.operation';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [markAsRead, send],
	startsWith: send,
};
